/** The one way to HubSpot: each call is paced, timed, counted, and tried again where that can help. */
import type { Clock } from '../ports.ts'
import { BadAnswer, NoAnswerInTime } from './errors.ts'
import { dailyLimitError, toSourceError } from './explain.ts'
import type { Budget, RequestKind } from './pacing.ts'
import { type Attempt, judge, type RetryLimits } from './retry.ts'

export interface Call {
  kind: RequestKind
  /** What is read, as messages and counts name it: `deals`, `owners`, … */
  what: string
}

/** One request that was sent. `status` is `null` when no answer came. */
export interface SentRequest {
  kind: RequestKind
  type: string
  status: number | null
  ms: number
}

export interface Log {
  debug(fields: object, message: string): void
}

export interface TransportOptions {
  budget: Budget
  clock: Clock
  log: Log
  timeoutMs: number
  limits: RetryLimits
  /** When the account's present day ends (epoch ms). */
  nextMidnight: () => number
  onRequest: (request: SentRequest) => void
}

export interface Transport {
  /** Runs `request` until it succeeds; rejects with a `SourceError` when that is of no use any more. */
  call<T>(call: Call, request: () => Promise<T>): Promise<T>
}

export function createTransport(options: TransportOptions): Transport {
  const { budget, clock, log, limits } = options
  let usedUpUntil = 0

  /** Waits where the fault may pass, else throws. */
  async function meet(error: unknown, call: Call, attempt: Attempt): Promise<void> {
    const verdict = judge(error, attempt)
    if (verdict.kind === 'retry') {
      log.debug(
        { what: call.what, attempt: attempt.number, waitMs: verdict.waitMs, err: error },
        'HubSpot call failed',
      )
      if (verdict.holdAll) budget.hold(call.kind, verdict.waitMs)
      return sleep(verdict.waitMs)
    }
    const dailyReset = options.nextMidnight()
    if (verdict.kind === 'dailyLimit') usedUpUntil = dailyReset
    throw toSourceError(verdict, {
      what: call.what,
      tries: attempt.number,
      error,
      dailyReset,
      now: clock.now(),
    })
  }

  return {
    async call(call, request) {
      for (let number = 1; ; number += 1) {
        if (clock.now() < usedUpUntil) throw dailyLimitError(call.what, usedUpUntil)
        await budget.take(call.kind)
        try {
          return await send(call, request, options)
        } catch (error) {
          await meet(error, call, { kind: call.kind, number, limits })
        }
      }
    },
  }
}

async function send<T>(call: Call, request: () => Promise<T>, options: TransportOptions): Promise<T> {
  const startedAt = performance.now()
  const tell = (status: number | null) =>
    options.onRequest({ kind: call.kind, type: call.what, status, ms: performance.now() - startedAt })
  try {
    const answer = await inTime(request(), options.timeoutMs)
    tell(200)
    return answer
  } catch (error) {
    tell(error instanceof BadAnswer ? error.status : null)
    throw error
  }
}

/** The client cannot cancel; a request that is too late is left to its own end. */
async function inTime<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerInTime(timeoutMs)), timeoutMs)
  })
  try {
    return await Promise.race([answer, deadline])
  } finally {
    clearTimeout(timer)
  }
}

function sleep(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}
