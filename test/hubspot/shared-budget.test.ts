import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSharedBudget } from '../../src/hubspot/shared-budget.ts'
import type { BudgetStore } from '../../src/ports/leases.ts'
import { startHubSpotSandbox } from '../../src/sandbox/hubspot/hubspot-sandbox.ts'
import { anAccount, aSource, noon } from './worlds.ts'

afterEach(() => {
  vi.useRealTimers()
})

type Taken = Parameters<BudgetStore['take']>

/**
 * The sequence of slots that replicas share, by a clock that is this far ahead of this machine's. Questions arrive and
 * answers come back this much later.
 */
function aBudgetStore({ arrivesAfterMs = 0, answersAfterMs = 0, aheadMs = 0 } = {}) {
  const nextAt = { general: Number.NEGATIVE_INFINITY, search: Number.NEGATIVE_INFINITY }
  const taken: Taken[] = []
  const store: BudgetStore = {
    async take(kind, amount, rate) {
      taken.push([kind, amount, rate])
      if (arrivesAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, arrivesAfterMs))
      const at = Math.floor(performance.now() + aheadMs)
      const from = Math.max(nextAt[kind], at)
      nextAt[kind] = from + (amount * rate.intervalMs) / rate.max
      if (answersAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, answersAfterMs))
      return { granted: amount, at, waitMs: from - at }
    },
  }
  return { store, taken }
}

function mostWithin(at: readonly number[], windowMs: number): number {
  return Math.max(...at.map((from) => at.filter((other) => other >= from && other < from + windowMs).length))
}

/** When the requests of all replicas began. */
function run(
  kind: 'general' | 'search',
  budgets: readonly ReturnType<typeof createSharedBudget>[],
  { cursors, latencyMs }: { cursors: number; latencyMs: number },
): number[] {
  const at: number[] = []
  const cursor = async (budget: ReturnType<typeof createSharedBudget>) => {
    for (;;) {
      await budget.take(kind)
      at.push(performance.now())
      await new Promise((resolve) => setTimeout(resolve, latencyMs))
    }
  }
  for (const budget of budgets) for (let index = 0; index < cursors; index += 1) void cursor(budget)
  return at
}

describe('a budget that replicas share', () => {
  test.each([
    [2, 8, 200],
    [4, 8, 400],
    [1, 8, 200],
  ])(
    '%d replicas with %d cursors use 0.95 of the limit and never exceed it',
    async (replicas, cursors, latencyMs) => {
      vi.useFakeTimers()
      const { store } = aBudgetStore({ answersAfterMs: 3 })
      const budgets = Array.from({ length: replicas }, () => createSharedBudget({ leases: store }))

      const at = run('general', budgets, { cursors, latencyMs })
      await vi.advanceTimersByTimeAsync(40_000)

      expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(190)
      expect(at.length / 40).toBeGreaterThanOrEqual(0.95 * 19)
    },
  )

  test.each([-300_000, 300_000])(
    'begins requests at their slots if the clock of the database is %d ms ahead',
    async (aheadMs) => {
      vi.useFakeTimers()
      const { store } = aBudgetStore({ answersAfterMs: 3, aheadMs })
      const budgets = [createSharedBudget({ leases: store }), createSharedBudget({ leases: store })]

      const at = run('general', budgets, { cursors: 8, latencyMs: 200 })
      await vi.advanceTimersByTimeAsync(40_000)

      expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(190)
      expect(at.length / 40).toBeGreaterThanOrEqual(0.95 * 19)
    },
  )

  test('follows a clock of the database that is set forward or back', async () => {
    vi.useFakeTimers()
    const { store: right } = aBudgetStore({ answersAfterMs: 3 })
    const { store: early } = aBudgetStore({ answersAfterMs: 3, aheadMs: -300_000 })
    const { store: late } = aBudgetStore({ answersAfterMs: 3, aheadMs: 300_000 })
    let now = right
    const budget = createSharedBudget({ leases: { take: (...asked) => now.take(...asked) } })

    const at = run('general', [budget], { cursors: 8, latencyMs: 200 })
    for (const next of [late, early, right]) {
      await vi.advanceTimersByTimeAsync(20_000)
      now = next
    }
    await vi.advanceTimersByTimeAsync(20_000)

    expect(at.length / 80).toBeGreaterThanOrEqual(0.95 * 19)
    expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(200)
  })

  test('a replica that reads little leaves its slots to those that read much', async () => {
    vi.useFakeTimers()
    const { store } = aBudgetStore({ answersAfterMs: 3 })
    const [busy, idle] = [createSharedBudget({ leases: store }), createSharedBudget({ leases: store })]

    const much = run('general', [busy], { cursors: 8, latencyMs: 200 })
    const little = run('general', [idle], { cursors: 1, latencyMs: 200 })
    await vi.advanceTimersByTimeAsync(40_000)

    expect((much.length + little.length) / 40).toBeGreaterThanOrEqual(0.9 * 19)
    expect(little.length / 40).toBeGreaterThanOrEqual(1.2)
  })

  test('search stays within four requests a second, however many replicas ask', async () => {
    vi.useFakeTimers()
    const { store, taken } = aBudgetStore({ answersAfterMs: 3 })
    const budgets = Array.from({ length: 4 }, () => createSharedBudget({ leases: store }))

    const at = run('search', budgets, { cursors: 8, latencyMs: 100 })
    await vi.advanceTimersByTimeAsync(20_000)

    expect(mostWithin(at, 1_000)).toBeLessThanOrEqual(4)
    expect(at.length).toBeGreaterThanOrEqual(74)
    expect(Math.max(...taken.map(([, amount]) => amount))).toBe(2)
  })

  test('ten slots are leased at a time, at the rate that HubSpot states', async () => {
    vi.useFakeTimers()
    const { store, taken } = aBudgetStore()
    const budget = createSharedBudget({ leases: store })
    budget.adopt({ max: 100, intervalMs: 10_000 })
    budget.adopt({ max: 0, intervalMs: 0 })

    const at = run('general', [budget], { cursors: 8, latencyMs: 200 })
    await vi.advanceTimersByTimeAsync(20_000)

    expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(98)
    expect(at.length).toBeGreaterThanOrEqual(190)
    expect(taken.length).toBeLessThanOrEqual(at.length / 10 + 2)
    expect(taken.every(([kind, amount]) => kind === 'general' && amount === 10)).toBe(true)
    expect(taken[0]?.[2].max).toBeCloseTo(97.4)
  })

  test('slots that were not used in time are not saved up', async () => {
    vi.useFakeTimers()
    const { store } = aBudgetStore()
    const budget = createSharedBudget({ leases: store })
    await budget.take('general')
    await vi.advanceTimersByTimeAsync(30_000)

    const at = run('general', [budget], { cursors: 30, latencyMs: 1 })
    await vi.advanceTimersByTimeAsync(1_000)

    expect(at.length).toBeLessThanOrEqual(20)
    expect(at.length).toBeGreaterThanOrEqual(17)
  })

  test.each([{ answersAfterMs: 700 }, { arrivesAfterMs: 700 }, { arrivesAfterMs: 300, answersAfterMs: 400 }])(
    'a slow store costs slots and never adds any: %o',
    async (delays) => {
      vi.useFakeTimers()
      const { store } = aBudgetStore(delays)
      const budgets = [createSharedBudget({ leases: store }), createSharedBudget({ leases: store })]

      const at = run('general', budgets, { cursors: 8, latencyMs: 100 })
      await vi.advanceTimersByTimeAsync(30_000)

      expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(190)
      expect(at.length).toBeGreaterThan(20)
    },
  )

  test('asks again after the time given while nothing is granted', async () => {
    vi.useFakeTimers()
    const asked: number[] = []
    const store: BudgetStore = {
      async take() {
        asked.push(performance.now())
        const at = Math.floor(performance.now())
        return asked.length < 3 ? { granted: 0, at, waitMs: 500 } : { granted: 1, at, waitMs: 0 }
      },
    }
    const startedAt = performance.now()
    const taken = createSharedBudget({ leases: store }).take('general')
    await vi.advanceTimersByTimeAsync(1_100)
    await taken

    expect(asked.map((at) => Math.round(at - startedAt))).toEqual([0, 500, 1_000])
  })

  test('lets nothing of the kind begin while on hold', async () => {
    vi.useFakeTimers()
    const { store } = aBudgetStore()
    const budget = createSharedBudget({ leases: store })
    const at = run('general', [budget], { cursors: 4, latencyMs: 50 })
    await vi.advanceTimersByTimeAsync(2_000)
    const before = at.length
    budget.hold('general', 3_000)
    await vi.advanceTimersByTimeAsync(2_900)
    const held = at.length
    let searched = 'waiting'
    void budget.take('search').then(() => {
      searched = 'begun'
    })
    await vi.advanceTimersByTimeAsync(50)
    const searchedBefore = searched
    await vi.advanceTimersByTimeAsync(1_050)

    expect(held).toBe(before)
    expect(searchedBefore).toBe('begun')
    expect(at.length).toBeGreaterThan(before + 10)
    expect(at.length).toBeLessThanOrEqual(before + 20)
  })

  test('a store that fails rejects those who wait, and nobody later', async () => {
    const { store } = aBudgetStore()
    let isDown = true
    const leases: BudgetStore = {
      take: (...request) => (isDown ? Promise.reject(new Error('no connection')) : store.take(...request)),
    }
    const budget = createSharedBudget({ leases })

    const failed = await Promise.allSettled([budget.take('general'), budget.take('general')])
    isDown = false
    await budget.take('general')

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  test('two sources on one account stay within its limits on the wire', async () => {
    const account = anAccount()
    account.create('calls', {}, { atMs: noon - 1 })
    const limits = { tenSecondly: 190, searchPerSecond: 5, daily: null }
    const sandbox = await startHubSpotSandbox({ account, clock: () => noon, limits, latencyMs: 50 })
    const { store } = aBudgetStore()
    const arrivals: { kind: string; at: number }[] = []
    const sources = [1, 2].map(() =>
      aSource(sandbox.url, {
        token: sandbox.token,
        budget: createSharedBudget({ leases: store }),
        onRequest: ({ kind, ms }) => arrivals.push({ kind, at: performance.now() - ms }),
      }),
    )
    const until = performance.now() + 3_000
    const cursor = async (ask: () => Promise<unknown>) => {
      while (performance.now() < until) await ask()
    }
    const cursors = sources.flatMap((source) => [
      ...Array.from({ length: 4 }, () => cursor(() => source.listPage('calls', null))),
      ...Array.from({ length: 4 }, () => cursor(() => source.changedPage('calls', { from: 0, to: 1 }, null))),
    ])
    await Promise.all(cursors)
    await sandbox.stop()

    const lists = arrivals.filter(({ kind, at }) => kind === 'general' && at < until).map(({ at }) => at)
    const searches = arrivals.filter(({ kind }) => kind === 'search').map(({ at }) => at)
    expect(sandbox.requests.rateLimited).toBe(0)
    expect(lists.length).toBeLessThanOrEqual(3 * 19)
    expect(lists.length).toBeGreaterThanOrEqual(3 * 19 * 0.85)
    expect(mostWithin(searches, 900)).toBeLessThanOrEqual(4)
    expect(searches.length).toBeGreaterThanOrEqual(10)
  })
})
