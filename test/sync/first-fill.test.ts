import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import type { Store } from '../../src/ports/store.ts'
import { createSync } from '../../src/sync/sync.ts'
import { aCall, aDeal, aMeeting, at, aWonDeal } from '../builders.ts'
import { DATABASES } from '../store/stores.ts'
import { failOnce, ScriptedFault } from './scripted-source.ts'
import { allTallies, counts, cursorOf, pass, type SyncWorld, sums, syncWorld } from './worlds.ts'

const tenMinutes = 10 * 60_000

/** 25 calls of two reps over several days, a few deals and a meeting. */
function fillHubSpot({ source }: SyncWorld): void {
  for (let n = 1; n <= 25; n += 1) {
    source.put(
      aCall({
        id: String(n * 7),
        ownerId: String((n % 2) + 1),
        at: at('2026-09-01T08:00:00Z') + n * 9_000_000,
      }),
    )
  }
  source.put(
    aDeal({ id: '201' }),
    aWonDeal({ id: '202', amount: '1500.50' }),
    aMeeting({ outcome: 'COMPLETED' }),
  )
}

describe.each(DATABASES)('the first fill on %s', (database) => {
  let world: SyncWorld
  const others: SyncWorld[] = []

  beforeEach(async () => {
    world = await syncWorld(database)
  })
  afterEach(async () => {
    for (const one of [world, ...others.splice(0)]) {
      expect((await one.store.tallies.verify()).differences).toEqual([])
      await one.end()
    }
  })

  async function anotherWorld(): Promise<SyncWorld> {
    const other = await syncWorld('sqlite')
    others.push(other)
    return other
  }

  it('reads every record of every type and counts it', async () => {
    fillHubSpot(world)
    world.source.pageSize = 4

    const report = await world.sync.run()

    expect(await counts(world.store)).toEqual([2, 0, 25, 0, 1, 0, 0, 0])
    expect(await sums(world.store)).toMatchObject({
      '1 calls': 12,
      '2 calls': 13,
      '1 revenue': 150_050,
      '1 meetings': 1,
    })
    expect(report.types.calls).toMatchObject({ changed: 25, skipped: 0, error: null, fault: null })
    expect(Object.values(report.types).map(({ asOf }) => asOf)).toEqual(
      FACT_TYPES.map(() => world.source.serverTime),
    )
  })

  it('reports the progress of each type', async () => {
    fillHubSpot(world)
    world.source.pageSize = 10
    world.source.before = takeTime

    await world.sync.run()

    const steps = world.progress.filter(({ type }) => type === 'calls')
    const filled = steps.map((step) => step.filled)
    expect(filled.length).toBeGreaterThan(1)
    expect(filled).toEqual([...new Set(filled)].sort((a, b) => a - b))
    expect(filled[0]).toBe(10)
    expect(steps.map(({ done }) => done)).toEqual(filled.map((count) => count === 25))
    expect(steps.at(-1)).toMatchObject({ filled: 25, total: 25, done: true })
  })

  it('continues without a total if HubSpot does not give one', async () => {
    fillHubSpot(world)
    world.source.before = ({ name }) => {
      if (name === 'count') throw new ScriptedFault('forbidden')
    }

    await world.sync.run()

    expect(world.progress).toContainEqual({ type: 'calls', filled: 25, total: null, done: true })
  })

  it.each([0, 3, 6])('ends like an undisturbed one when HubSpot fails before page %i', async (nth) => {
    const undisturbed = await anotherWorld()
    for (const one of [world, undisturbed]) {
      fillHubSpot(one)
      one.source.pageSize = 4
    }
    await undisturbed.sync.run()
    failOnce(world.source, {
      name: 'listPage',
      type: 'calls',
      nth,
      error: new ScriptedFault('unreachable', 'no answer'),
    })

    const stopped = await world.sync.run()
    const between = await cursorOf(world.store, 'calls')
    world.restart()
    await world.sync.run()

    expect(stopped.types.calls).toMatchObject({
      asOf: null,
      error: 'no answer',
      fault: 'unreachable',
      changed: nth * 4,
    })
    expect(between).toMatchObject({ filled: nth * 4, fillCursor: nth === 0 ? null : String(nth * 4 * 7) })
    expect(await allTallies(world.store)).toEqual(await allTallies(undisturbed.store))
    expect(await cursorOf(world.store, 'calls')).toEqual(await cursorOf(undisturbed.store, 'calls'))
  })

  it.each([0, 1])('ends like an undisturbed one when the process dies after %i saves', async (nth) => {
    const undisturbed = await anotherWorld()
    for (const one of [world, undisturbed]) {
      fillHubSpot(one)
      one.source.pageSize = 4
    }
    await undisturbed.sync.run()
    world.source.before = takeTime
    const dying = createSync({ ...world, store: dyingStore(world.store, nth) })

    await expect(dying.run()).rejects.toThrow('killed')
    expect(await world.store.facts.count('calls')).toBe(nth * 4)
    await world.sync.run()

    expect(await allTallies(world.store)).toEqual(await allTallies(undisturbed.store))
    expect(await cursorOf(world.store, 'calls')).toEqual(await cursorOf(undisturbed.store, 'calls'))
  })

  it('dates from its first page, even if it is resumed later', async () => {
    fillHubSpot(world)
    world.source.pageSize = 4
    const began = world.source.serverTime
    world.source.before = ({ name, type, before }) => {
      if (name === 'listPage' && type === 'calls') world.source.serverTime += 60_000
      if (name === 'listPage' && type === 'calls' && before === 4) throw new ScriptedFault('unreachable')
    }

    await world.sync.run()
    pass(world, 3 * 24 * 60)
    world.restart()
    await world.sync.run()

    const changes = world.source.calls.find(({ name, type }) => name === 'changedPage' && type === 'calls')
    expect((await cursorOf(world.store, 'calls')).fillStartedAt).toBe(began + 60_000)
    expect(changes?.window?.from).toBe(began + 60_000 - tenMinutes)
  })

  it('leaves what changes while it runs to the first fast pass, which finds it', async () => {
    fillHubSpot(world)
    world.source.pageSize = 4
    let isFirstPoll = true
    world.source.before = ({ name, type, before }) => {
      pass(world, 15)
      if (name === 'changedPage' && isFirstPoll) throw new ScriptedFault('refused')
      if (name !== 'listPage' || type !== 'calls' || before !== 4) return
      world.source.put(aCall({ id: '7', ownerId: '9', modifiedAt: world.source.serverTime }))
      world.source.put(aCall({ id: '3', ownerId: '9', modifiedAt: world.source.serverTime }))
    }

    await world.sync.run()
    const filled = await sums(world.store)
    isFirstPoll = false
    await world.sync.run()

    expect(filled['9 calls']).toBeUndefined()
    expect((await sums(world.store))['9 calls']).toBe(2)
    expect(await world.store.facts.count('calls')).toBe(26)
  })

  it('reads all types side by side', async () => {
    let waiting = 0
    let release: () => void = () => undefined
    const all = new Promise<void>((resolve) => {
      release = resolve
    })
    world.source.before = async ({ name }) => {
      if (name !== 'listPage') return
      waiting += 1
      if (waiting === FACT_TYPES.length) release()
      await all
    }

    const { types } = await world.sync.run()

    expect(Object.values(types).every(({ asOf }) => asOf !== null)).toBe(true)
  })

  it('lists unreadable records separately, with the reason', async () => {
    fillHubSpot(world)
    world.source.pageSize = 4
    world.source.spoil('calls', { id: '50', reason: 'the duration is not a number', modifiedAt: 0 })

    const report = await world.sync.run()

    expect(report.types.calls).toMatchObject({ read: 26, changed: 25, skipped: 1, error: null })
    expect(await world.store.facts.skipped()).toMatchObject([
      { type: 'calls', id: '50', reason: 'the duration is not a number' },
    ])
    expect((await cursorOf(world.store, 'calls')).filled).toBe(26)
  })

  it('reads nothing twice: the next poll requests only what changed', async () => {
    fillHubSpot(world)
    await world.sync.run()
    pass(world, 5)
    world.source.calls.length = 0

    const report = await world.sync.run()

    expect(world.source.calls.map(({ name }) => name)).toEqual(FACT_TYPES.map(() => 'changedPage'))
    expect(world.source.calls[0]?.window?.from).toBe(world.source.serverTime - 5 * 60_000 - tenMinutes)
    expect(report.types.calls).toMatchObject({ read: 0, changed: 0 })
  })
})

/** Delays pages, so that they do not arrive fast enough to be saved together. */
async function takeTime(): Promise<void> {
  await sleep(40)
}

/** Dies after `nth` saves of calls. */
function dyingStore(store: Store, nth: number): Store {
  let pages = 0
  return {
    ...store,
    facts: {
      ...store.facts,
      savePage(page, rules) {
        if (page.type === 'calls') pages += 1
        return pages > nth ? Promise.reject(new Error('killed')) : store.facts.savePage(page, rules)
      },
    },
  }
}
