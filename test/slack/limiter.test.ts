import { WebAPIRateLimitedError } from '@slack/web-api'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLimiter, SlackBusyError } from '../../src/slack/limiter.ts'
import { fakeClock } from '../deliveries/fakes.ts'

const MINUTE_MS = 60_000

function aLimiter(perMinute = 3) {
  const clock = fakeClock()
  const startedAt = clock.now()
  const limiter = createLimiter({ perMinute, clock, wait: clock.wait })
  /** When calls were made, in milliseconds from the start. */
  const times: number[] = []
  const call = async () => void times.push(clock.now() - startedAt)
  return { clock, limiter, times, call }
}

afterEach(() => vi.useRealTimers())

describe('calls of one method', () => {
  it('are made at once up to the limit, and the next ones a minute later', async () => {
    const { limiter, times, call } = aLimiter()

    for (let n = 0; n < 7; n++) await limiter.run(call, 10 * MINUTE_MS)

    expect(times).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000])
  })

  it('never exceed the limit in any minute, however they arrive', async () => {
    const { clock, limiter, times, call } = aLimiter()

    for (let n = 0; n < 40; n++) {
      clock.pass((n * 7_919) % 30_000)
      await limiter.run(call, 10 * MINUTE_MS)
    }

    for (const [n, time] of times.slice(3).entries())
      expect(time - (times[n] ?? 0)).toBeGreaterThanOrEqual(MINUTE_MS)
  })

  it('all wait as long as Slack asks, and the refused one is repeated', async () => {
    const { limiter, times, call } = aLimiter()
    let isLimited = true
    const first = async () => {
      await call()
      if (isLimited) {
        isLimited = false
        throw new WebAPIRateLimitedError(30)
      }
      return 'done'
    }

    expect(await limiter.run(first, 10 * MINUTE_MS)).toBe('done')
    await limiter.run(call, 10 * MINUTE_MS)

    expect(times).toEqual([0, 30_000, 30_000])
  })

  it('keep their turns when a pause ends before them', async () => {
    vi.useFakeTimers({ now: 0 })
    const clock = { now: () => Date.now() }
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    const limiter = createLimiter({ perMinute: 2, clock, wait })
    const times: number[] = []
    const call = async () => {
      if (times.push(clock.now()) === 1) throw new WebAPIRateLimitedError(1)
    }

    for (let n = 0; n < 4; n++) void limiter.run(call, 10 * MINUTE_MS)
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS)

    expect(times).toEqual([0, 0, 60_000, 60_000, 120_000])
  })

  it('are not made if they would wait too long', async () => {
    const { limiter, times, call } = aLimiter(1)
    await limiter.run(call, 0)

    const late = limiter.run(call, MINUTE_MS - 1)

    await expect(late).rejects.toBeInstanceOf(SlackBusyError)
    await expect(late).rejects.toMatchObject({ waitMs: MINUTE_MS })
    expect(times).toEqual([0])
    await limiter.run(call, MINUTE_MS)
    expect(times).toEqual([0, MINUTE_MS])
  })

  it('reject with their own error', async () => {
    const { limiter } = aLimiter()

    await expect(limiter.run(() => Promise.reject(new Error('reset')), 0)).rejects.toThrow('reset')
  })

  it('do not wait for turns or pauses from before the clock was set back', async () => {
    const { clock, limiter, call } = aLimiter(1)
    await limiter.run(call, 0)
    const limited = limiter.run(() => Promise.reject(new WebAPIRateLimitedError(3_600)), 2 * MINUTE_MS)
    await expect(limited).rejects.toBeInstanceOf(SlackBusyError)

    clock.set(clock.now() - 24 * 60 * MINUTE_MS)

    await limiter.run(call, 0)
  })
})
