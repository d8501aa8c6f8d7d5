import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { fakeClock } from '../deliveries/fakes.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const rate = { max: 4, intervalMs: 1_000 }
const general = { max: 190, intervalMs: 10_000 }

describe.each(DATABASES)('the slots of a budget on %s', (database) => {
  const clock = fakeClock()
  let world: TestStore
  beforeEach(async () => {
    world = await testStore(database, clock)
  })
  afterEach(() => world.end())

  const take = (amount: number) =>
    world.store.budgets.take('search', amount, rate).then(({ waitMs }) => waitMs)

  it('begin now if none are taken, and are consecutive', async () => {
    expect([await take(2), await take(1), await take(1)]).toEqual([0, 500, 750])
    clock.pass(900)
    expect(await take(1)).toBe(100)
  })

  it('are not made up for once they have passed unused', async () => {
    await take(2)
    clock.pass(10_000)

    expect([await take(1), await take(1)]).toEqual([0, 250])
  })

  it('are counted separately for each kind', async () => {
    await take(4)

    const at = clock.now()
    expect(await world.store.budgets.take('general', 10, general)).toEqual({ granted: 10, at, waitMs: 0 })
    expect(await world.store.budgets.take('general', 10, general)).toEqual({ granted: 10, at, waitMs: 527 })
  })

  it('are not delayed by a clock of the database that was far ahead', async () => {
    clock.pass(3_600_000)
    await take(1)
    clock.pass(-3_600_000)

    expect([await take(1), await take(1)]).toEqual([0, 250])
  })

  it('are given out once, even to concurrent callers', async () => {
    const other = await openStore(world.address, { clock })
    try {
      const stores = [world.store, other, world.store, other]
      const waits = await Promise.all(stores.map((store) => store.budgets.take('search', 2, rate)))

      expect(waits.map(({ waitMs }) => waitMs).sort((a, b) => a - b)).toEqual([0, 500, 1_000, 1_500])
    } finally {
      await other.close()
    }
  })
})

describe.each(DATABASES)('the slots of a budget, by the clock of %s,', (database) => {
  let world: TestStore
  beforeEach(async () => {
    world = await testStore(database)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await world.end()
  })

  it.each([300_000, -300_000])('are not larger for a process whose clock is %i ms off', async (offMs) => {
    const own = () => world.store.budgets.take('search', 8, rate)
    const others = async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offMs })
      return own().finally(() => vi.useRealTimers())
    }
    const taken = [await own(), await others(), await own(), await others()]

    const begin = taken.map(({ at, waitMs }) => at + waitMs)
    expect(begin.map((one) => one - (begin[0] ?? 0))).toEqual([0, 2_000, 4_000, 6_000])
  })
})
