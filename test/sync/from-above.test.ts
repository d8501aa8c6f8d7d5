import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallFact } from '../../src/domain/facts/facts.ts'
import { aCall, aDeal, at } from '../builders.ts'
import { failOnce, ScriptedFault } from './scripted-source.ts'
import { cursorOf, type SyncWorld, sums, syncWorld } from './worlds.ts'

const CALLS = 6_000
const PAGES = CALLS / 100

function manyCalls(): CallFact[] {
  return Array.from({ length: CALLS }, (_, n) =>
    aCall({ id: String(1_000 + n * 3), modifiedAt: at('2026-09-20T09:00:00Z') }),
  )
}

describe('a type larger than all others together', () => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld('sqlite')
    world.source.put(...manyCalls(), aDeal())
  })
  afterEach(async () => {
    expect((await world.store.tallies.verify()).differences).toEqual([])
    await world.end()
  })

  const asked = (name: string) =>
    world.source.calls.filter((call) => call.name === name && call.type === 'calls').length

  it('is read from both ends, each record once', async () => {
    const { calls } = (await world.sync.run()).types

    expect(await sums(world.store)).toMatchObject({ '1 calls': CALLS })
    // The pages in flight when the two meet are read twice.
    expect(calls.read).toBeLessThanOrEqual(CALLS + 400)
    expect(asked('pageFromAbove')).toBeGreaterThan(5)
    expect(asked('listPage')).toBeLessThan(PAGES - 5)
    expect(await cursorOf(world.store, 'calls')).toMatchObject({ fillCursor: null, error: null })
  })

  it('is read by the list alone if search is refused', async () => {
    world.source.before = ({ name }) => {
      if (name === 'pageFromAbove') throw new ScriptedFault('refused')
    }
    const { calls } = (await world.sync.run()).types

    expect(await sums(world.store)).toMatchObject({ '1 calls': CALLS })
    expect(calls).toMatchObject({ read: CALLS, fault: null })
  })

  it('resumes from both ends after it was stopped', async () => {
    failOnce(world.source, {
      name: 'listPage',
      type: 'calls',
      nth: 12,
      error: new ScriptedFault('unreachable'),
    })
    const stopped = await world.sync.run()
    const before = await sums(world.store)
    world.restart()
    await world.sync.run()

    expect(stopped.types.calls.fault).toBe('unreachable')
    expect(before['1 calls']).toBeGreaterThan(1_200)
    expect(await sums(world.store)).toMatchObject({ '1 calls': CALLS })
    expect(asked('listPage')).toBeLessThan(PAGES)
  })

  it('is listed completely when a fill starts over', async () => {
    failOnce(world.source, {
      name: 'listPage',
      type: 'calls',
      nth: 12,
      error: new ScriptedFault('unreachable'),
    })
    await world.sync.run()
    const cursor = await cursorOf(world.store, 'calls')
    await world.store.cursors.save({ ...cursor, fillCursor: null, fillStartedAt: null, filled: 0 })
    world.source.put(aCall({ id: '999999', ownerId: '2', modifiedAt: at('2026-09-20T09:00:00Z') }))
    world.restart()
    await world.sync.run()

    expect(await sums(world.store)).toMatchObject({ '1 calls': CALLS, '2 calls': 1 })
  })
})
