/** A sync between a scripted HubSpot and a real store, and ways to inspect the result. */

import pg from 'pg'
import { afterAll } from 'vitest'
import { FACT_TYPES, type FactType } from '../../src/domain/facts/facts.ts'
import { TALLIES } from '../../src/domain/facts/tally.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Cursor } from '../../src/ports/fact-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { createSync, type Sync } from '../../src/sync/sync.ts'
import type { FillProgress } from '../../src/sync/type-reading.ts'
import { type Database, type TestStore, testStore } from '../store/stores.ts'
import { type ScriptedSource, scriptedSource } from './scripted-source.ts'

let kept: TestStore | undefined

afterAll(() => kept?.end())

/** An empty store. Creating a PostgreSQL database takes long, so the tests of a file empty and reopen one. */
export async function emptyStore(database: Database, clock?: Clock): Promise<TestStore> {
  if (database === 'sqlite') return testStore('sqlite', clock)
  kept ??= await testStore('postgres')
  if (kept.address.kind === 'postgres') await empty(kept.address.url)
  const store = await openStore(kept.address, clock ? { clock } : {})
  return { store, address: kept.address, end: () => store.close() }
}

async function empty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
  )
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`)
  await client.end()
}

export interface SyncWorld {
  source: ScriptedSource
  store: Store
  clock: { time: number; now(): number }
  progress: FillProgress[]
  warnings: string[]
  sync: Sync
  /** Restarts the process: what was only in memory is gone. */
  restart(): void
  end(): Promise<void>
}

export async function syncWorld(database: Database): Promise<SyncWorld> {
  const source = scriptedSource()
  const { store, end } = await emptyStore(database)
  const clock = {
    time: source.serverTime,
    now() {
      return this.time
    },
  }
  const progress: FillProgress[] = []
  const warnings: string[] = []
  const begin = () =>
    createSync({
      source,
      store,
      clock,
      onProgress: (step) => progress.push(step),
      log: { warn: (fields, message) => warnings.push(`${fields['what']}: ${message}`) },
    })
  const world: SyncWorld = {
    source,
    store,
    clock,
    progress,
    warnings,
    sync: begin(),
    restart: () => {
      world.sync = begin()
    },
    end,
  }
  return world
}

/** Advances both clocks. */
export function pass(world: SyncWorld, minutes: number): void {
  world.source.serverTime += minutes * 60_000
  world.clock.time += minutes * 60_000
}

export async function cursorOf(store: Store, type: FactType): Promise<Cursor> {
  const cursor = (await store.cursors.read()).find((one) => one.type === type)
  if (!cursor) throw new Error(`no cursor for ${type}`)
  return cursor
}

export async function counts(store: Store): Promise<number[]> {
  return Promise.all(FACT_TYPES.map((type) => store.facts.count(type)))
}

/** Every tally, by rep and day. */
export async function allTallies(store: Store) {
  const days = await store.tallies.byDay({ tallies: TALLIES, from: '2000-01-01', until: '2100-01-01' })
  const rows = days.map(({ day, rep, tally, amount }) => `${day} ${rep} ${tally} ${amount}`)
  return rows.sort()
}

export async function sums(store: Store): Promise<Record<string, number>> {
  const rows = await store.tallies.sum({ tallies: TALLIES, from: '2000-01-01', until: '2100-01-01' })
  return Object.fromEntries(
    rows.filter((row) => row.amount !== 0).map((row) => [`${row.rep} ${row.tally}`, row.amount]),
  )
}
