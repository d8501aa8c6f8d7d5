import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { aCall, aDeal, at, aWonDeal } from '../builders.ts'
import { DATABASES } from '../store/stores.ts'
import { ScriptedFault } from './scripted-source.ts'
import { allTallies, counts, pass, type SyncWorld, sums, syncWorld } from './worlds.ts'

describe.each(DATABASES)('a HubSpot that fails, on %s', (database) => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld(database)
    world.source.put(aCall(), aDeal())
  })
  afterEach(async () => {
    expect((await world.store.tallies.verify()).differences).toEqual([])
    await world.end()
  })

  const answers = () => {
    world.source.before = () => undefined
  }
  const fails = (error: Error, only: (name: string, type: string | null) => boolean = () => true) => {
    world.source.before = ({ name, type }) => {
      if (only(name, type)) throw error
    }
  }
  const errors = async () => (await world.store.cursors.read()).map(({ error }) => error)

  it('down before anything was read: the store stays empty and every type has the reason', async () => {
    fails(new ScriptedFault('unreachable', 'HubSpot does not answer'))

    const report = await world.sync.run()

    expect(await counts(world.store)).toEqual(FACT_TYPES.map(() => 0))
    expect(await world.store.rules.current()).toBeUndefined()
    expect(await errors()).toEqual(FACT_TYPES.map(() => 'HubSpot does not answer'))
    expect(report.types.calls).toMatchObject({ asOf: null, fault: 'unreachable' })
    expect(report.directory.account).toEqual({
      asOf: null,
      error: 'HubSpot does not answer',
      fault: 'unreachable',
    })
    expect(world.warnings).toContain('calls: HubSpot does not answer')
  })

  it('down later: the store stays unchanged, and everything recovers by itself', async () => {
    await world.sync.run()
    const [tallies, cursors] = [await allTallies(world.store), await world.store.cursors.read()]
    pass(world, 90)
    fails(new ScriptedFault('unreachable', 'HubSpot does not answer'))
    await world.sync.run()
    const down = [await allTallies(world.store), await world.store.cursors.read()]
    answers()
    world.source.put(aWonDeal({ modifiedAt: world.source.serverTime - 60_000 }))
    const report = await world.sync.run()

    expect(down).toEqual([
      tallies,
      cursors.map((cursor) => ({ ...cursor, error: 'HubSpot does not answer', fault: 'unreachable' })),
    ])
    expect((await sums(world.store))['1 deals_won']).toBe(1)
    expect(report.directory.owners).toEqual({ asOf: world.clock.time, error: null, fault: null })
    expect(await errors()).toEqual(FACT_TYPES.map(() => null))
  })

  it('a missing scope leaves one type out, and the others continue', async () => {
    fails(
      new ScriptedFault('forbidden', 'the token lacks crm.objects.deals.read'),
      (_, type) => type === 'deals',
    )

    const report = await world.sync.run()

    expect(report.types.deals).toMatchObject({
      asOf: null,
      fault: 'forbidden',
      error: expect.stringContaining('deals.read'),
    })
    expect(await counts(world.store)).toEqual([0, 0, 1, 0, 0, 0, 0, 0])
    expect(report.types.calls).toMatchObject({ fault: null, error: null, asOf: world.source.serverTime })
  })

  it('a failing part of the directory does not stop the others, and is tried again at the next poll', async () => {
    fails(
      new ScriptedFault('forbidden', 'no goals for this token'),
      (name) => name === 'goals' || name === 'owners',
    )
    const report = await world.sync.run()
    answers()
    world.source.calls.length = 0
    const next = await world.sync.run()

    expect(report.directory.goals).toEqual({
      asOf: null,
      error: 'no goals for this token',
      fault: 'forbidden',
    })
    expect(report.directory.pipelines).toEqual({ asOf: world.clock.time, error: null, fault: null })
    expect(await world.store.facts.count('calls')).toBe(1)
    expect(world.source.calls.map(({ name }) => name).filter((name) => name !== 'changedPage')).toEqual([
      'owners',
      'goals',
    ])
    expect(next.directory.goals).toEqual({ asOf: world.clock.time, error: null, fault: null })
  })

  it('a refused token ends the poll at once and is recorded on every type', async () => {
    await world.sync.run()
    pass(world, 5)
    world.source.calls.length = 0
    let answered = 0
    world.source.before = async ({ type }) => {
      await sleep(type === 'deals' ? 50 : 100)
      if (type === 'deals') throw new ScriptedFault('unauthorized', 'the token was refused')
      answered += 1
    }
    world.source.pageSize = 1
    for (let n = 1; n <= 9; n += 1)
      world.source.put(aCall({ id: String(n), modifiedAt: world.source.serverTime }))
    const report = await world.sync.run()

    expect(answered).toBe(FACT_TYPES.length - 1)
    expect(await errors()).toEqual(FACT_TYPES.map(() => 'the token was refused'))
    expect(FACT_TYPES.map((type) => report.types[type].fault)).toEqual(FACT_TYPES.map(() => 'unauthorized'))
  })

  it('a renewed token is used at the next poll', async () => {
    fails(new ScriptedFault('unauthorized', 'the token was refused'))
    const refused = await world.sync.run()
    answers()
    const report = await world.sync.run()

    expect(FACT_TYPES.map((type) => refused.types[type].error)).toEqual(
      FACT_TYPES.map(() => 'the token was refused'),
    )
    expect(report.types.calls).toMatchObject({ changed: 1, error: null })
  })

  it('the daily limit pauses all polling until it ends, while meetings and rules are kept up to date', async () => {
    await world.sync.run()
    pass(world, 5)
    const until = world.clock.time + 3 * 3_600_000
    fails(new ScriptedFault('dailyLimit', 'the daily limit is used up', until), (_, type) => type === 'tasks')
    const limited = await world.sync.run()
    answers()
    world.source.calls.length = 0
    pass(world, 179)
    await world.store.settings.save({ teamZones: { 11: 'Asia/Tokyo' } })
    const resting = await world.sync.run()
    const callsWhileResting = world.source.calls.length
    pass(world, 1)
    const report = await world.sync.run()

    expect(limited).toMatchObject({ pausedUntil: until, types: { calls: { fault: 'dailyLimit' } } })
    expect(callsWhileResting).toBe(0)
    expect(resting).toMatchObject({
      pausedUntil: until,
      types: { notes: { error: 'the daily limit is used up' } },
    })
    expect(resting.retallied).toBe(2)
    expect(report).toMatchObject({
      pausedUntil: null,
      types: { notes: { error: null, asOf: world.source.serverTime } },
    })
  })

  it('is logged once, and again only when it comes back', async () => {
    const lacks = () => fails(new ScriptedFault('forbidden', 'no deals'), (_, type) => type === 'deals')
    lacks()
    await world.sync.run()
    await world.sync.run()
    const first = [...world.warnings]
    answers()
    await world.sync.run()
    lacks()
    await world.sync.run()

    expect(first).toEqual(['deals: no deals'])
    expect(world.warnings).toEqual(['deals: no deals', 'deals: no deals'])
  })

  it('reads the directory each hour, and after the clock was set back', async () => {
    const directoryCalls = async () => {
      world.source.calls.length = 0
      await world.sync.run()
      return world.source.calls.filter(({ name }) => name === 'owners').length
    }
    const reads = [await directoryCalls()]
    for (const minutes of [59, 1, 5, -600]) {
      pass(world, minutes)
      world.restart()
      reads.push(await directoryCalls())
    }

    expect(reads).toEqual([1, 0, 1, 0, 1])
  })
})

describe('a poll ordered to read the whole directory', () => {
  const PARTS = ['account', 'callOutcomes', 'exchangeRates', 'goals', 'owners', 'pipelines', 'users']

  it('reads every part of it, however fresh, and every record again if ordered to start over', async () => {
    const world = await syncWorld('sqlite')
    world.source.put(aCall(), aDeal())
    const callsOf = async (order?: { isWhole?: boolean; isFull?: boolean }) => {
      world.source.calls.length = 0
      pass(world, 1)
      const { types } = await world.sync.run(order)
      const names = new Set(world.source.calls.map(({ name }) => name))
      return { parts: PARTS.filter((part) => names.has(part)), listed: names.has('listPage'), types }
    }
    await world.sync.run()

    const due = await callsOf()
    const whole = await callsOf({ isWhole: true })
    const full = await callsOf({ isFull: true })
    await world.end()

    expect([due.parts, due.listed]).toEqual([[], false])
    expect([whole.parts, whole.listed]).toEqual([PARTS, false])
    expect([full.parts, full.listed]).toEqual([PARTS, true])
    expect(full.types.calls).toMatchObject({ changed: 0, asOf: world.source.serverTime, error: null })
  })
})

describe('a sync within one process', () => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld('sqlite')
    world.source.put(aCall(), aDeal())
  })
  afterEach(() => world.end())

  it('joins the poll in progress, and never runs two at once', async () => {
    const [one, two] = await Promise.all([world.sync.run(), world.sync.run()])
    const calls = world.source.calls.filter(({ name }) => name === 'account').length
    const three = await world.sync.run()

    expect(one).toBe(two)
    expect(calls).toBe(1)
    expect(three).not.toBe(one)
  })

  it('starts an ordered poll only after the poll before it has ended', async () => {
    const run = world.sync.run()
    const ordered = await world.sync.run({ isWhole: true })

    expect(ordered.types.calls.read).toBe(0)
    expect((await run).types.calls.read).toBeGreaterThan(0)
  })

  it('reads account and people before the first fill', async () => {
    await world.sync.run()

    const names = world.source.calls.map(({ name }) => name)
    expect(names.indexOf('listPage')).toBeGreaterThan(names.indexOf('owners'))
    expect(names.indexOf('owners')).toBeGreaterThanOrEqual(0)
    expect((await world.store.directory.read()).owners.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('rejects on a fault of its own, and works again at the next poll', async () => {
    world.source.before = ({ type, name }) => {
      if (type === 'notes' && name === 'listPage') throw new TypeError('undefined is not a function')
    }
    await expect(world.sync.run()).rejects.toThrow('undefined is not a function')
    world.source.before = () => undefined

    expect((await world.sync.run()).types.notes).toMatchObject({
      error: null,
      asOf: at('2026-09-21T12:00:00Z'),
    })
  })

  it('pauses for an hour after a daily limit that does not say when it ends', async () => {
    world.source.before = () => {
      throw new ScriptedFault('dailyLimit')
    }

    expect((await world.sync.run()).pausedUntil).toBe(world.clock.time + 3_600_000)
  })
})
