import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { at } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const rate = { max: 4, intervalMs: 1_000 }
const now = at('2026-09-21T09:00:00Z')

describe.each(DATABASES)('the slots of a budget on %s', (database) => {
  let world: TestStore
  beforeEach(async () => {
    world = await testStore(database)
  })
  afterEach(() => world.end())

  const take = (amount: number, moment = now) =>
    world.store.budgets.take('search', amount, moment, rate).then(({ waitMs }) => waitMs)

  it('begin now if none are taken, and are consecutive', async () => {
    expect([await take(2), await take(1), await take(1)]).toEqual([0, 500, 750])
    expect(await take(1, now + 900)).toBe(100)
  })

  it('are not made up for once they have passed unused', async () => {
    await take(2)

    expect([await take(1, now + 10_000), await take(1, now + 10_000)]).toEqual([0, 250])
  })

  it('are counted separately for each kind', async () => {
    await take(4)

    const general = { max: 190, intervalMs: 10_000 }
    expect(await world.store.budgets.take('general', 10, now, general)).toEqual({ granted: 10, waitMs: 0 })
    expect(await world.store.budgets.take('general', 10, now, general)).toEqual({ granted: 10, waitMs: 527 })
  })

  it('are not delayed by a clock that was far ahead', async () => {
    await take(1, now + 3_600_000)

    expect([await take(1), await take(1)]).toEqual([0, 250])
  })

  it('are given out once, even to concurrent callers', async () => {
    const other = await openStore(world.address)
    try {
      const stores = [world.store, other, world.store, other]
      const waits = await Promise.all(stores.map((store) => store.budgets.take('search', 2, now, rate)))

      expect(waits.map(({ waitMs }) => waitMs).sort((a, b) => a - b)).toEqual([0, 500, 1_000, 1_500])
    } finally {
      await other.close()
    }
  })
})
