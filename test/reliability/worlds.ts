/** A pretend HubSpot over HTTP, the real client, a real store and the sync between them, all on one clock. */
import { afterEach, expect } from 'vitest'
import type { Clock } from '../../src/ports/clock.ts'
import type { SettingsStore } from '../../src/ports/directory-store.ts'
import type { Store } from '../../src/ports/store.ts'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import { type HubSpotSandbox, startHubSpotSandbox } from '../../src/sandbox/hubspot/hubspot-sandbox.ts'
import type { ObjectType } from '../../src/sandbox/hubspot/object-types.ts'
import type { PropertyValues } from '../../src/sandbox/hubspot/records.ts'
import { openStore, type StoreAddress } from '../../src/store/store.ts'
import type { PollSummary } from '../../src/sync/poll-summary.ts'
import { createSync, type Sync } from '../../src/sync/sync.ts'
import { anAccount, aSource } from '../hubspot/worlds.ts'
import type { Database, TestStore } from '../store/stores.ts'
import { emptyStore, sums } from '../sync/worlds.ts'

export const NOON = Date.parse('2026-11-18T12:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Large counts are reduced to a tenth, except in a long run. */
export const IS_LONG = process.env['SCORELINE_TEST_LONG'] === '1'
export const large = (count: number) => (IS_LONG ? count : Math.round(count / 10))

export const ANN = '1'
export const BEN = '2'

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

export function atEnd(end: () => Promise<void>): void {
  ends.push(end)
}

export interface World {
  account: SandboxAccount
  sandbox: HubSpotSandbox
  clock: { time: number; now(): number }
  /** The database's clock: the real one, on which as much more time has passed as the test let pass. */
  storeClock: Clock
  store: Store
  address: StoreAddress
  sync: Sync
  /** A sync as a second process on the same store would have it. */
  newSync(options?: NewSync): Sync
  /** Lets time pass, also for leases, which use the database's clock. */
  pass(ms: number): void
  /** Lets time pass, then polls. */
  pollAfter(ms: number): Promise<PollSummary>
  /** The nightly pass, now. */
  night(): Promise<void>
}

export interface NewSync {
  store?: Store
  replica?: string
  restMs?: number
  /** How far this process's clock is off HubSpot's. */
  clockOffMs?: number
}

export interface WorldOptions {
  database?: Database
  /** The address of an empty database; one is created by default. */
  address?: StoreAddress
  account?: SandboxAccount
  settings?: Parameters<SettingsStore['save']>[0]
}

/** A world that, when the test ends, checks that the tallies equal the facts. */
export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const { database = 'sqlite', account = twoReps(), settings = {} } = options
  const clock = { time: NOON, now: () => clock.time }
  let passedMs = 0
  const storeClock = { now: () => Date.now() + passedMs }
  const sandbox = await startHubSpotSandbox({ account, clock: clock.now, limits: UNLIMITED })
  atEnd(() => sandbox.stop())
  const { store, address, end } = options.address
    ? await storeAt(options.address, storeClock)
    : await emptyStore(database, storeClock)
  atEnd(async () => {
    const { differences } = await store.tallies.verify()
    await end()
    expect(differences).toEqual([])
  })
  await store.settings.save(settings)
  const newSync = ({ clockOffMs = 0, replica, restMs, ...other }: NewSync = {}) => {
    const own = { now: () => clock.time + clockOffMs }
    const source = aSource(sandbox.url, { token: sandbox.token, clock: own, retry: QUICK })
    const wait = () => Promise.resolve()
    return createSync({ source, store: other.store ?? store, clock: own, wait, replica, restMs })
  }
  const world: World = {
    account,
    sandbox,
    clock,
    storeClock,
    store,
    address,
    sync: newSync(),
    newSync,
    pass(ms) {
      clock.time += ms
      passedMs += ms
    },
    pollAfter(ms) {
      clock.time += ms
      return world.sync.run()
    },
    async night() {
      await world.sync.reconcile(true)
    },
  }
  return world
}

async function storeAt(address: StoreAddress, clock: Clock): Promise<TestStore> {
  const store = await openStore(address, { clock })
  return { store, address, end: () => store.close() }
}

export const UNLIMITED = { tenSecondly: null, searchPerSecond: null, daily: null }

/** Such short waits that a test can wait through all of them. */
export const QUICK = {
  tries: 4,
  limitedTries: 6,
  firstBackoffMs: 1,
  longestBackoffMs: 4,
  tenSecondsMs: 4,
  secondMs: 2,
  lockedMs: 2,
}

/** An account with Ann and Ben and the stages One, Two, Won and Lost, without records. */
export function twoReps(changes: Record<string, unknown> = {}): SandboxAccount {
  const account = anAccount({ account: COPENHAGEN, ...changes })
  const [ann] = account.owners
  if (!ann) throw new Error('the account has no owner')
  account.owners.splice(0, account.owners.length, { ...ann, id: ANN }, { ...ann, id: BEN, ...BEN_IS })
  return account
}

const COPENHAGEN = { portalId: 1, timeZone: 'Europe/Copenhagen', companyCurrency: 'EUR' }
const BEN_IS = { userId: 5002, email: 'ben@example.com', firstName: 'Ben', lastName: 'Berg' }

/** One of Ann's deals, over 1,000 euros, won yesterday. */
export function winDeal(account: SandboxAccount, changes: PropertyValues = {}, atMs?: number): string {
  const properties = {
    dealname: 'Fjord Logistics',
    pipeline: 'default',
    dealstage: 'won',
    amount: '1000',
    hubspot_owner_id: ANN,
    closedate: '2026-11-17T10:00:00Z',
    ...changes,
  }
  return account.create('deals', properties, atMs === undefined ? {} : { atMs }).id
}

/** One of Ann's completed calls, an hour old. */
export function addCall(account: SandboxAccount, changes: PropertyValues = {}, atMs?: number): string {
  const properties = {
    hs_timestamp: new Date((atMs ?? account.now()) - HOUR).toISOString(),
    hs_call_direction: 'OUTBOUND',
    hs_call_status: 'COMPLETED',
    hubspot_owner_id: ANN,
    ...changes,
  }
  return account.create('calls', properties, atMs === undefined ? {} : { atMs }).id
}

/** Nonzero sums over all days, keyed by `<rep> <tally>`, for the given tallies. */
export async function totals(store: Store, ...tallies: string[]): Promise<Record<string, number>> {
  const all = Object.entries(await sums(store))
  return Object.fromEntries(all.filter(([key]) => tallies.includes(key.split(' ')[1] ?? '')))
}

export async function restated(store: Store): Promise<string[]> {
  return (await store.facts.restatements(0)).map(({ type, id, reason }) => `${type} ${id} ${reason}`).sort()
}

/** The number of answered searches for a type since the count was last reset. */
export function searches(sandbox: HubSpotSandbox, type: ObjectType): number {
  return sandbox.requests.latest.filter(({ kind, subject }) => kind === 'search' && subject === type).length
}
