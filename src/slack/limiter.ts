/** Keeps the calls of one Slack method below the number that Slack allows per minute. */
import { WebAPIRateLimitedError } from '@slack/web-api'
import type { Clock } from '../ports/clock.ts'

export interface Limiter {
  /**
   * Makes the call when its turn comes, and repeats it if Slack asks to wait. Rejects with the call's error, or with
   * `SlackBusyError`, without calling, if its turn would come later than `withinMs` from now.
   */
  run<T>(call: () => Promise<T>, withinMs: number): Promise<T>
}

export interface LimiterOptions {
  perMinute: number
  clock: Clock
  wait: (ms: number) => Promise<unknown>
}

/** The queue is so long that this call would have to wait longer than allowed. */
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
  /** When the latest calls begin, past and reserved, in order. */
  let turns: number[] = []
  let pause = { from: 0, ms: 0 }

  /** When the pause that Slack asked for ends. A pause that begins after now dates from before the clock was set back. */
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
      turns = [...turns, turn].sort((one, other) => one - other)
      if (turn > now) await wait(turn - now)
      if (pauseEnd(clock.now()) <= clock.now()) return
    }
  }

  function waitAsAsked({ retryAfter }: WebAPIRateLimitedError): void {
    const now = clock.now()
    const end = Math.max(pauseEnd(now), now + retryAfter * 1000)
    pause = { from: now, ms: end - now }
    // Calls whose turn comes within the pause take another turn then.
    turns = turns.filter((turn) => turn <= now || turn >= end)
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
