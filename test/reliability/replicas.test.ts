/** Several processes on one PostgreSQL: one polls at a time, dead ones are replaced, and late ones save nothing. */
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createSharedBudget } from '../../src/hubspot/shared-budget.ts'
import { LEASE_MS, LeaseLostError } from '../../src/ports/leases.ts'
import type { Store } from '../../src/ports/store.ts'
import { startHubSpotSandbox } from '../../src/sandbox/hubspot/hubspot-sandbox.ts'
import { openStore } from '../../src/store/store.ts'
import type { Sync } from '../../src/sync/sync.ts'
import { aCall } from '../builders.ts'
import { aSource } from '../hubspot/worlds.ts'
import { testStore } from '../store/stores.ts'
import { heldIn, truthOf } from './looks.ts'
import {
  addCall,
  atEnd,
  aWorld,
  HOUR,
  IS_LONG,
  MINUTE,
  NOON,
  QUICK,
  totals,
  twoReps,
  type World,
  winDeal,
} from './worlds.ts'

/** Half of the time between two polls. */
const REST_MS = 2.5 * MINUTE

const aLease = (holder: string) => ({ name: 'poll', holder })

async function aHandle(world: World): Promise<Store> {
  const store = await openStore(world.address, { clock: world.storeClock })
  atEnd(() => store.close())
  return store
}

async function replicasOf(world: World, ...names: string[]) {
  return Promise.all(
    names.map(async (replica) => world.newSync({ replica, restMs: REST_MS, store: await aHandle(world) })),
  )
}

function fillAccount({ account }: World): void {
  for (let at = 0; at < 450; at++) addCall(account, {}, NOON - HOUR)
  for (let at = 0; at < 120; at++) winDeal(account, {}, NOON - HOUR)
}

/**
 * A fill, polls with some changes, and a nightly pass at the end; each process begins `lagMs` after the previous one.
 * Returns how many requests all of this took.
 */
async function aDay(world: World, syncs: Sync[], lagMs = 0): Promise<number> {
  const inTurn = async <T>(work: (sync: Sync) => Promise<T>): Promise<T[]> => {
    if (lagMs === 0) return Promise.all(syncs.map(work))
    const results: T[] = []
    for (const sync of syncs) {
      results.push(await work(sync))
      world.pass(lagMs)
    }
    world.pass(-lagMs * syncs.length)
    return results
  }
  fillAccount(world)
  world.sandbox.requests.reset()
  for (let poll = 0; poll < 12; poll++) {
    addCall(world.account, {}, world.clock.time)
    const reports = await inTurn((sync) => sync.run())
    expect(reports.filter(({ isPolledElsewhere }) => !isPolledElsewhere)).toHaveLength(1)
    world.pass(5 * MINUTE)
  }
  world.pass(20 * HOUR)
  await inTurn((sync) => sync.run())
  await inTurn((sync) => sync.reconcile())
  return world.sandbox.requests.total
}

describe('replicas', () => {
  it.each([
    [2, 0],
    [4, 0],
    [2, 7_000],
    [3, 40_000],
  ])('%i that tick %i ms apart send hardly more requests than one', async (count, lagMs) => {
    const alone = await aWorld({ database: 'sqlite' })
    const one = await aDay(alone, [alone.sync])
    const world = await aWorld({ database: 'postgres' })
    const names = Array.from({ length: count }, (_, at) => `replica ${at}`)
    const all = await aDay(world, await replicasOf(world, ...names), lagMs)

    expect(all / one).toBeLessThanOrEqual(1.1)
    expect(await heldIn(world.store)).toEqual(truthOf(world.account))
    expect(await totals(world.store, 'calls', 'deals_won')).toEqual(
      await totals(alone.store, 'calls', 'deals_won'),
    )
  })

  it('one that died during a poll is replaced when its lease has expired, and not before', async () => {
    const world = await aWorld({ database: 'postgres' })
    addCall(world.account)
    await world.store.leases.acquire(aLease('dead'))
    const [sync] = await replicasOf(world, 'next')

    const early = await sync?.run()
    world.pass(LEASE_MS / 2)
    const stillEarly = await sync?.run()
    world.pass(LEASE_MS / 2)
    const late = await sync?.run()

    expect([early, stillEarly, late].map((report) => report?.isPolledElsewhere)).toEqual([true, true, false])
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 1 })
  })

  it('one that restarts under the same name does not wait for its own lease', async () => {
    const world = await aWorld({ database: 'postgres' })
    await world.store.leases.acquire(aLease('same'))
    const [sync] = await replicasOf(world, 'same')

    expect(await sync?.run()).toMatchObject({ isPolledElsewhere: false })
  })

  it('one with a wrong clock takes nobody’s lease, and its own lasts as long as the others', async () => {
    const world = await aWorld({ database: 'postgres' })
    const ahead = world.newSync({ replica: 'ahead', clockOffMs: 3 * HOUR, store: await aHandle(world) })
    await world.store.leases.acquire(aLease('right'))

    const early = await ahead.run()
    world.pass(LEASE_MS)
    await ahead.run()
    await world.store.leases.acquire({ name: 'poll', holder: 'ahead' })
    world.pass(LEASE_MS)
    const late = await world.newSync({ replica: 'right', restMs: 0 }).run()

    expect([early.isPolledElsewhere, late.isPolledElsewhere]).toEqual([true, false])
  })

  it('a lease that expires later than any lease can is ignored', async () => {
    const world = await aWorld({ database: 'postgres' })
    await world.store.leases.acquire(aLease('gone'))
    const isHeld = async () => (await world.store.leases.current()).map(({ holder }) => holder)
    const [held, report] = [await isHeld(), await world.newSync({ replica: 'next' }).run()]
    world.pass(-HOUR)
    const [heldAhead, reportAhead] = [await isHeld(), await world.newSync({ replica: 'next' }).run()]

    expect([held, report.isPolledElsewhere]).toEqual([['gone'], true])
    expect([heldAhead, reportAhead.isPolledElsewhere]).toEqual([[], false])
  })

  it('one that slept while another took over saves nothing of what it had read', async () => {
    const world = await aWorld({ database: 'postgres' })
    fillAccount(world)
    const [sleeper, next] = await replicasOf(world, 'sleeper', 'next')
    if (!sleeper || !next) throw new Error('there are two')
    world.sandbox.faults.next({
      kind: 'slow',
      delayMs: 1_500,
      match: { kind: 'list', type: 'calls' },
      after: 1,
    })
    const sleeping = sleeper.run()
    while ((await world.store.facts.count('calls')) < 100) await new Promise((next) => setTimeout(next, 10))

    world.pass(LEASE_MS + MINUTE)
    const taken = await next.run()
    const slept = await sleeping

    expect([taken.isPolledElsewhere, slept.isPolledElsewhere]).toEqual([false, true])
    expect(taken.types.calls).toMatchObject({ error: null, asOf: expect.any(Number) })
    expect(await totals(world.store, 'calls', 'deals_won')).toEqual({ '1 calls': 450, '1 deals_won': 120 })
  })

  it('a page with an old epoch is refused as a whole', async () => {
    const world = await aWorld({ database: 'postgres' })
    await world.sync.run()
    const { leases, facts, rules } = world.store
    const old = await leases.acquire(aLease('one'))
    const current = await rules.current()
    if (!old || !current) throw new Error('there is a lease and there are rules')
    world.pass(LEASE_MS)
    await leases.acquire(aLease('two'))
    const before = await world.store.cursors.read()
    const cursor = { ...(before.find(({ type }) => type === 'calls') ?? neverNull()), asOf: NOON + HOUR }

    const late = world.store.under(() => old)
    const saving = late.facts.savePage({ type: 'calls', facts: [aCall()], skipped: [], cursor }, current)

    await expect(saving).rejects.toThrow(LeaseLostError)
    expect(await facts.count('calls')).toBe(0)
    expect(await world.store.cursors.read()).toEqual(before)
    expect(await leases.renew(old)).toBe(false)
  })
})

function neverNull(): never {
  throw new Error('there is a cursor of each type')
}

describe('four starts at once on an empty database', () => {
  it(`D7: migrate it once, in each of ${IS_LONG ? 50 : 5} of 50 rounds`, async () => {
    const { store, address, end } = await testStore('postgres')
    if (address.kind !== 'postgres') throw new Error('this is PostgreSQL')
    const version = await store.schemaVersion()
    const client = new pg.Client({ connectionString: address.url })
    await client.connect()
    try {
      for (let round = 0; round < (IS_LONG ? 50 : 5); round++) {
        await client.query('drop schema public cascade; create schema public')
        const stores = await Promise.all([0, 1, 2, 3].map(() => openStore(address)))
        const { rows } = await client.query('select name from kysely_migration')
        expect(rows).toHaveLength(version)
        expect(await Promise.all(stores.map((one) => one.schemaVersion()))).toEqual(Array(4).fill(version))
        for (const one of stores) await one.close()
      }
    } finally {
      await client.end()
      await end()
    }
  })
})

describe('one budget for all replicas', () => {
  it('S13: four replicas send at most 4 searches in any second, even while HubSpot refuses some', async () => {
    const world = await aWorld({ database: 'postgres' })
    const sandbox = await startHubSpotSandbox({ account: twoReps(), limits: { searchPerSecond: 5 } })
    atEnd(() => sandbox.stop())
    sandbox.faults.next({ kind: 'secondly', after: 6, times: 2, match: { kind: 'search' } })
    const sources = await Promise.all(
      [0, 1, 2, 3].map(async () => {
        const budget = createSharedBudget({ leases: (await aHandle(world)).budgets })
        return aSource(sandbox.url, { token: sandbox.token, retry: { ...QUICK, secondMs: 300 }, budget })
      }),
    )
    const window = { from: 0, to: Date.now() }
    await Promise.all(
      sources.map(async (source) => {
        for (let at = 0; at < 4; at++) await source.changedPage('calls', window, null)
      }),
    )

    const times = sandbox.requests.latest.flatMap(({ kind, atMs }) => (kind === 'search' ? [atMs] : []))
    const most = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length),
    )
    expect(times).toHaveLength(18)
    expect(most).toBeLessThanOrEqual(4)
    expect(sandbox.requests.rateLimited).toBe(2)
  })
})
