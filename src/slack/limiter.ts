/** Limiters: calls of one method of Slack, kept below the number that Slack takes in a minute. */
import { WebAPIRateLimitedError } from '@slack/web-api'
import type { Clock } from '../ports/clock.ts'

export interface Limiter {
  /**
   * Makes the call when its turn comes, again where Slack asks to wait. Rejects with the call's error, and with
   * `SlackBusyError`, before it is made, where its turn is later than `withinMs`.
   */
  run<T>(call: () => Promise<T>, withinMs: number): Promise<T>
}

export interface LimiterOptions {
  perMinute: number
  clock: Clock
  wait: (ms: number) => Promise<unknown>
}

/** So many calls are before this one that it would have to wait for too long. */
export class SlackBusyError extends Error {
  readonly waitMs: number

  constructor(waitMs: number) {
    super(`Slack takes no more calls for ${Math.ceil(waitMs / 1000)} s`)
    this.name = 'SlackBusyError'
    this.waitMs = waitMs
  }
}

const MINUTE_MS = 60_000
/** A turn further ahead than this was reserved before the clock was set back. */
const LONGEST_QUEUE_MS = 60 * MINUTE_MS

export function createLimiter({ perMinute, clock, wait }: LimiterOptions): Limiter {
  /** When the last calls begin, in order. */
  let turns: number[] = []
  let pause = { from: 0, ms: 0 }

  /** Slack asked for a pause; one that begins later than now was asked for before the clock was set back. */
  function pauseEnd(now: number): number {
    return now >= pause.from ? pause.from + pause.ms : now
  }

  function nextTurn(now: number): number {
    turns = turns.filter((turn) => turn > now - MINUTE_MS && turn < now + LONGEST_QUEUE_MS)
    const minuteBefore = turns[turns.length - perMinute]
    return Math.max(now, pauseEnd(now), minuteBefore === undefined ? now : minuteBefore + MINUTE_MS)
  }

  async function takeTurn(until: number): Promise<void> {
    for (;;) {
      const now = clock.now()
      const turn = nextTurn(now)
      if (turn > until) throw new SlackBusyError(turn - now)
      turns.push(turn)
      if (turn > now) await wait(turn - now)
      if (pauseEnd(clock.now()) <= clock.now()) return
    }
  }

  function waitAsAsked({ retryAfter }: WebAPIRateLimitedError): void {
    const now = clock.now()
    const end = Math.max(pauseEnd(now), now + retryAfter * 1000)
    pause = { from: now, ms: end - now }
    // Who has not begun finds the pause when the turn comes, and takes another one.
    turns = turns.filter((turn) => turn <= now)
  }

  return {
    async run(call, withinMs) {
      const until = clock.now() + withinMs
      for (;;) {
        await takeTurn(until)
        try {
          return await call()
        } catch (error) {
          if (!(error instanceof WebAPIRateLimitedError)) throw error
          waitAsAsked(error)
        }
      }
    },
  }
}
