import { afterEach, describe, expect, test, vi } from 'vitest'
import { createBudget } from '../../src/hubspot/pacing.ts'
import { anAccount, aWorld, noon } from './worlds.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** When requests began, in milliseconds of fake time, for this many cursors with this latency. */
async function starts(
  budget: ReturnType<typeof createBudget>,
  { cursors, latencyMs, forMs }: { cursors: number; latencyMs: number; forMs: number },
) {
  const startedAt = performance.now()
  const at: number[] = []
  let isOver = false
  const run = async () => {
    while (!isOver) {
      await budget.take('general')
      at.push(performance.now() - startedAt)
      await new Promise((resolve) => setTimeout(resolve, latencyMs))
    }
  }
  for (let index = 0; index < cursors; index += 1) void run()
  await vi.advanceTimersByTimeAsync(forMs)
  isOver = true
  return at
}

function mostWithin(at: readonly number[], windowMs: number): number {
  return Math.max(...at.map((from) => at.filter((other) => other >= from && other < from + windowMs).length))
}

describe('pacing in fake time', () => {
  test('uses 18.5 of the 19 requests a second, one after another', async () => {
    vi.useFakeTimers()

    const at = await starts(createBudget(), { cursors: 8, latencyMs: 200, forMs: 60_000 })

    expect(mostWithin(at, 10_000)).toBeGreaterThanOrEqual(185)
    expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(187)
    expect(at.length / 60).toBeCloseTo(18.5, 1)
    expect(mostWithin(at, 50)).toBeLessThanOrEqual(2)
  })

  test('makes up for a short stall but not for a long one', async () => {
    vi.useFakeTimers()
    const budget = createBudget()
    let isOver = false
    const at: number[] = []
    const run = async () => {
      while (!isOver) {
        await budget.take('general')
        at.push(performance.now())
      }
    }
    for (let index = 0; index < 40; index += 1) void run()
    await vi.advanceTimersByTimeAsync(5_000)
    const before = at.length
    const realNow = performance.now.bind(performance)
    performance.now = () => realNow() + 1_000
    await vi.advanceTimersByTimeAsync(60)
    isOver = true

    expect(at.length - before).toBeLessThanOrEqual(5)
    expect(at.length - before).toBeGreaterThanOrEqual(2)
  })

  test('saves up nothing while idle', async () => {
    vi.useFakeTimers()
    const budget = createBudget()
    await vi.advanceTimersByTimeAsync(30_000)

    const at = await starts(budget, { cursors: 30, latencyMs: 1, forMs: 1_000 })

    expect(at.length).toBeLessThanOrEqual(19)
  })

  test('keeps to the limit that HubSpot states', async () => {
    vi.useFakeTimers()
    const budget = createBudget()
    budget.adopt({ max: 100, intervalMs: 10_000 })

    const at = await starts(budget, { cursors: 8, latencyMs: 200, forMs: 20_000 })

    expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(98)
    expect(at.length).toBeGreaterThanOrEqual(190)
  })

  test('searches less than four times a second, whatever else is read', async () => {
    vi.useFakeTimers()
    const budget = createBudget()
    budget.adopt({ max: 10_000, intervalMs: 10_000 })
    let searches = 0
    const run = async () => {
      for (;;) {
        await budget.take('search')
        searches += 1
      }
    }
    void run()
    await vi.advanceTimersByTimeAsync(10_000)

    expect(searches).toBeGreaterThanOrEqual(38)
    expect(searches).toBeLessThan(40)
  })

  test('gives associations a limit of their own', async () => {
    vi.useFakeTimers()
    const budget = createBudget()
    budget.hold('general', 60_000)
    budget.hold('search', 60_000)
    const at: number[] = []
    const run = async () => {
      for (;;) {
        await budget.take('associations')
        at.push(performance.now())
      }
    }
    void run()
    await vi.advanceTimersByTimeAsync(20_000)
    budget.hold('associations', 5_000)
    await vi.advanceTimersByTimeAsync(4_900)

    expect(at.length).toBeGreaterThanOrEqual(190)
    expect(mostWithin(at, 10_000)).toBeLessThanOrEqual(100)
    expect(await Promise.race([budget.take('general').then(() => 'begun'), 'waiting'])).toBe('waiting')
  })

  test('never makes up for lost time in search, however long the program stalled', async () => {
    vi.useFakeTimers()
    const budget = createBudget()
    const at: number[] = []
    const run = async () => {
      while (at.length < 60) {
        await budget.take('search')
        at.push(performance.now())
      }
    }
    for (let index = 0; index < 9; index += 1) void run()
    await vi.advanceTimersByTimeAsync(3_000)
    const realNow = performance.now.bind(performance)
    performance.now = () => realNow() + 700
    await vi.advanceTimersByTimeAsync(5_000)

    expect(mostWithin(at, 1_000)).toBeLessThanOrEqual(4)
    expect(at.length).toBeGreaterThanOrEqual(28)
  })
})

describe('pacing on the wire', () => {
  test('eight cursors with 200 ms latency use 0.95 of the limit without a single 429', async () => {
    const account = anAccount()
    account.create('calls', {}, { atMs: noon - 1 })
    const limits = { tenSecondly: 190, searchPerSecond: 5, daily: null }
    const arrivals: number[] = []
    const { source, sandbox } = await aWorld(
      { account, latencyMs: 200, limits },
      { budget: createBudget(), onRequest: ({ ms }) => arrivals.push(performance.now() - ms) },
    )
    const until = performance.now() + 11_000
    const run = async () => {
      while (performance.now() < until) await source.listPage('calls', null)
    }
    await Promise.all(Array.from({ length: 8 }, run))

    const most = mostWithin(arrivals, 10_000)
    expect(sandbox.requests.rateLimited).toBe(0)
    expect(most).toBeGreaterThanOrEqual(0.95 * 190)
    expect(most).toBeLessThanOrEqual(190)
  })

  test('searches of all cursors together stay within the limit of the account', async () => {
    const limits = { tenSecondly: 190, searchPerSecond: 5, daily: null }
    const { source, sandbox } = await aWorld({ limits }, { budget: createBudget() })

    const window = { from: 0, to: noon }
    await Promise.all(Array.from({ length: 9 }, () => source.changedPage('calls', window, null)))

    expect(sandbox.requests.rateLimited).toBe(0)
    expect(sandbox.requests.byKind.search).toBe(9)
  })

  test('a wider limit is taken from the headers of the first answer', async () => {
    const limits = { tenSecondly: 2_000, searchPerSecond: 5, daily: null }
    const { source } = await aWorld({ limits }, { budget: createBudget() })

    const startedAt = performance.now()
    for (let index = 0; index < 40; index += 1) await source.listPage('calls', null)

    expect(performance.now() - startedAt).toBeLessThan(39 * 50)
  })
})
