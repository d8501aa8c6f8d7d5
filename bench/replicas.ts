/** Two replicas on one PostgreSQL compared with one: the number of requests for a fill, polls and a night. */
import pg from 'pg'
import type { Budget } from '../src/hubspot/pacing.ts'
import { createHubSpotSource } from '../src/hubspot/source.ts'
import { startHubSpotSandbox } from '../src/sandbox/hubspot/hubspot-sandbox.ts'
import { openStore } from '../src/store/store.ts'
import { createSync, type Sync } from '../src/sync/sync.ts'
import { startPostgres } from '../test/postgres-server.ts'
import { evenAccount } from './even-account.ts'
import { atMost, type Measurement, type Row, type Settings } from './measurement.ts'

export const replicas: Measurement = {
  name: 'replicas',
  title: 'Two replicas on one PostgreSQL compared with a single one, requests counted by the pretend HubSpot',
  measure,
}

const NOON = Date.parse('2026-11-18T12:00:00Z')
const MINUTE_MS = 60_000
const POLL_MS = 5 * MINUTE_MS
const neverWaits: Budget = { take: async () => undefined, adopt: () => undefined, hold: () => undefined }

async function measure({ isQuick }: Settings): Promise<Row[]> {
  const { url, stop } = await startPostgres()
  const records = isQuick ? 150 : 1_000
  try {
    const one = await requestsOfDay({
      database: await aDatabase(url, 'one'),
      names: ['a'],
      lagMs: 0,
      records,
    })
    const rows: Row[] = []
    for (const lagMs of [0, 7_000]) {
      const database = await aDatabase(url, `two_${lagMs}`)
      const two = await requestsOfDay({ database, names: ['a', 'b'], lagMs, records })
      rows.push({
        what: `a fill, 12 polls and a night, ${lagMs / 1000} s apart`,
        ours: `two: ${two}`,
        comparedWith: `one: ${one}`,
        ...atMost(two / one, 1.1, ' ×'),
      })
    }
    return rows
  } finally {
    await stop()
  }
}

async function aDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${server}/${name}`
}

interface Day {
  database: string
  names: readonly string[]
  /** How long after the previous replica each one ticks. */
  lagMs: number
  /** The number of records of each type. */
  records: number
}

async function requestsOfDay({ database, names, lagMs, records }: Day): Promise<number> {
  const clock = { time: NOON, now: () => clock.time }
  const account = evenAccount(records, NOON - 60 * MINUTE_MS)
  const limits = { tenSecondly: null, searchPerSecond: null, daily: null }
  const sandbox = await startHubSpotSandbox({ account, clock: clock.now, limits })
  const stores = await Promise.all(names.map(() => openStore({ kind: 'postgres', url: database })))
  const syncs = stores.map((store, at) => {
    const log = { debug: () => undefined }
    const { token, url: baseUrl } = sandbox
    const source = createHubSpotSource({ token, baseUrl, clock, log, budget: neverWaits })
    return createSync({ source, store, clock, replica: names[at], restMs: POLL_MS / 2 })
  })
  const inTurn = async (work: (sync: Sync) => Promise<unknown>) => {
    if (lagMs === 0) return void (await Promise.all(syncs.map(work)))
    for (const [at, sync] of syncs.entries()) {
      clock.time += at === 0 ? 0 : lagMs
      await work(sync)
    }
  }
  try {
    for (let poll = 0; poll < 12; poll += 1) {
      account.create('calls', callOf(clock.time), { atMs: clock.time })
      await inTurn((sync) => sync.run())
      clock.time += POLL_MS
    }
    clock.time += 20 * 60 * MINUTE_MS
    await inTurn((sync) => sync.run())
    await inTurn((sync) => sync.reconcile())
    return sandbox.requests.total
  } finally {
    for (const store of stores) await store.close()
    await sandbox.stop()
  }
}

function callOf(atMs: number) {
  return { hs_timestamp: new Date(atMs - MINUTE_MS).toISOString(), hubspot_owner_id: '71000001' }
}
