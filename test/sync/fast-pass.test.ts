import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { aCall, aDeal, aMeeting, at, aWonDeal } from '../builders.ts'
import { DATABASES } from '../store/stores.ts'
import { failOnce, ScriptedFault } from './scripted-source.ts'
import { allTallies, cursorOf, pass, type SyncWorld, sums, syncWorld } from './worlds.ts'

const minute = 60_000

describe.each(DATABASES)('the fast pass on %s', (database) => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld(database)
    world.source.put(aCall(), aCall({ id: '101' }), aDeal(), aMeeting())
    await world.sync.run()
    pass(world, 5)
  })
  afterEach(async () => {
    expect((await world.store.tallies.verify()).differences).toEqual([])
    await world.end()
  })

  const now = () => world.source.serverTime

  it('finds a won deal, a reassigned call and a completed meeting', async () => {
    world.source.put(aWonDeal({ amount: '2000', modifiedAt: now() }))
    world.source.put(aCall({ ownerId: '2', modifiedAt: now() }))
    world.source.put(aMeeting({ outcome: 'COMPLETED', modifiedAt: now() }))

    const report = await world.sync.run()

    expect(await sums(world.store)).toMatchObject({
      '1 revenue': 200_000,
      '1 calls': 1,
      '2 calls': 1,
      '1 meetings': 1,
    })
    expect(report.types.deals).toMatchObject({ read: 1, changed: 1, asOf: now() })
  })

  it('uses the last of two changes to a record, and a change back', async () => {
    world.source.put(aWonDeal({ modifiedAt: now() - 2 * minute }))
    world.source.put(aWonDeal({ amount: '70', modifiedAt: now() - minute }))
    await world.sync.run()
    const won = await sums(world.store)
    world.source.put(aDeal({ modifiedAt: now() }))
    await world.sync.run()

    expect(won['1 revenue']).toBe(7_000)
    expect((await sums(world.store))['1 revenue']).toBeUndefined()
  })

  it('reads any number of changes with the same modified date, across pages, and one more that comes later', async () => {
    world.source.pageSize = 200
    const stamp = now() - minute
    for (let n = 1; n <= 450; n += 1) world.source.put(aCall({ id: String(1000 + n), modifiedAt: stamp }))
    const report = await world.sync.run()
    pass(world, 5)
    world.source.put(aCall({ id: '900', modifiedAt: stamp }))
    await world.sync.run()

    expect(report.types.calls).toMatchObject({ read: 450, changed: 450 })
    expect((await sums(world.store))['1 calls']).toBe(453)
  })

  it('settles: records with the same modified date are read again only while it is recent', async () => {
    for (let n = 1; n <= 30; n += 1) world.source.put(aCall({ id: String(1000 + n), modifiedAt: now() - 1 }))
    const reads: number[] = []
    for (let n = 0; n < 5; n += 1) {
      reads.push((await world.sync.run()).types.calls.read)
      pass(world, 5)
    }

    expect(reads).toEqual([30, 30, 30, 0, 0])
  })

  it('misses nothing that is edited during the pass', async () => {
    world.source.pageSize = 2
    for (let n = 1; n <= 6; n += 1) world.source.put(aCall({ id: String(500 + n), modifiedAt: now() }))
    const beforeAt = now()
    world.source.before = ({ name, type, cursor }) => {
      if (name !== 'changedPage' || type !== 'calls' || cursor === null) return
      world.source.serverTime += minute
      world.source.put(aCall({ id: '501', ownerId: '8', modifiedAt: now() }))
      world.source.put(aCall({ id: '506', ownerId: '9', modifiedAt: now() }))
    }
    const report = await world.sync.run()
    const first = await sums(world.store)
    world.source.before = () => undefined
    await world.sync.run()

    expect(report.types.calls.asOf).toBe(beforeAt)
    expect(first['9 calls']).toBe(1)
    expect((await sums(world.store))['8 calls']).toBe(1)
  })

  it('finds what search shows up to ten minutes late', async () => {
    const stamp = now()
    await world.sync.run()
    pass(world, 9)
    world.source.put(aCall({ id: '777', modifiedAt: stamp - minute }))

    await world.sync.run()

    expect((await sums(world.store))['1 calls']).toBe(3)
  })

  it.each([-24 * 60, -10, 10, 24 * 60])('ends the same when our clock is %i minutes off', async (minutes) => {
    world.clock.time += minutes * minute
    world.source.put(aCall({ id: '777', modifiedAt: now() }))
    await world.sync.run()
    pass(world, 5)
    world.source.put(aCall({ id: '778', modifiedAt: now() - 4 * minute }))

    const report = await world.sync.run()

    expect(await world.store.facts.count('calls')).toBe(4)
    expect(report.types.calls.asOf).toBe(now())
  })

  it('keeps its cursor when it is stopped midway, and reads everything the next time', async () => {
    world.source.pageSize = 2
    for (let n = 1; n <= 6; n += 1) world.source.put(aCall({ id: String(500 + n), modifiedAt: now() }))
    const before = await cursorOf(world.store, 'calls')
    failOnce(world.source, {
      name: 'changedPage',
      type: 'calls',
      nth: 3,
      error: new ScriptedFault('unreachable'),
    })
    const stopped = await world.sync.run()
    const between = await cursorOf(world.store, 'calls')
    pass(world, 30)
    world.restart()
    const report = await world.sync.run()

    expect(stopped.types.calls).toMatchObject({ read: 4, changed: 4, fault: 'unreachable' })
    expect(between).toEqual({ ...before, error: 'unreachable', fault: 'unreachable' })
    expect(report.types.calls).toMatchObject({ read: 6, changed: 2, error: null, asOf: now() })
  })

  it('refuses a cursor in the future and reads again from the first fill on', async () => {
    const filled = await cursorOf(world.store, 'calls')
    world.source.put(aCall({ id: '777', modifiedAt: now() }))
    await world.store.cursors.save({ ...filled, asOf: at('2999-12-31T00:00:00Z') })
    pass(world, 24 * 60)

    const refused = await world.sync.run()
    const set = await cursorOf(world.store, 'calls')
    const report = await world.sync.run()

    expect(refused.types.calls).toMatchObject({
      fault: 'refused',
      error: expect.stringContaining("HubSpot's time"),
    })
    expect(refused.types.deals).toMatchObject({ fault: null, asOf: now() })
    expect(set.asOf).toBe(filled.fillStartedAt)
    expect(report.types.calls).toMatchObject({ changed: 1, error: null, asOf: now() })
    expect(await world.store.facts.count('calls')).toBe(3)
  })

  it('starts a new fill if even the first fill has an implausible time', async () => {
    const future = at('2999-12-31T00:00:00Z')
    const filled = await cursorOf(world.store, 'calls')
    world.source.put(aCall({ id: '777', modifiedAt: now() - 24 * 60 * minute }))
    await world.store.cursors.save({ ...filled, asOf: future, fillStartedAt: future })

    const refused = await world.sync.run()
    const report = await world.sync.run()

    expect(refused.types.calls).toMatchObject({ asOf: null, fault: 'refused' })
    expect(report.types.calls).toMatchObject({ changed: 1, error: null, asOf: now() })
  })

  it("accepts a cursor slightly ahead of HubSpot, since its servers' clocks may differ", async () => {
    const filled = await cursorOf(world.store, 'calls')
    await world.store.cursors.save({ ...filled, asOf: now() + 4 * minute })

    const report = await world.sync.run()

    expect(report.types.calls).toMatchObject({ error: null, asOf: now() })
  })

  it('clears the former fault of a type, and leaves nothing behind after an idle poll', async () => {
    failOnce(world.source, {
      name: 'changedPage',
      type: 'notes',
      nth: 1,
      error: new ScriptedFault('unreachable'),
    })
    const failed = await world.sync.run()
    const before = await allTallies(world.store)
    const report = await world.sync.run()

    expect(failed.types.notes.error).toBe('unreachable')
    expect(FACT_TYPES.map((type) => report.types[type].error)).toEqual(FACT_TYPES.map(() => null))
    expect(await allTallies(world.store)).toEqual(before)
  })
})
