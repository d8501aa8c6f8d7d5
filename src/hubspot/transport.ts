/** The only way to call HubSpot: every call is paced, timed, counted, and retried where that can help. */
import type { Clock } from '../ports/clock.ts'
import { BadAnswer, GarbledAnswer, NoAnswerInTime } from './errors.ts'
import { dailyLimitError, toSourceError, typeName } from './explain.ts'
import type { Budget, RequestKind } from './pacing.ts'
import { type Attempt, judge, type RetryLimits } from './retry.ts'

export interface Call {
  kind: RequestKind
  /** What is read, as named in messages and counts: `deals`, `owners`, … */
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
  /** When the account's current day ends (epoch ms). */
  nextMidnight: () => number
  onRequest: (request: SentRequest) => void
}

export interface Transport {
  /**
   * Asks until `read` accepts the answer; rejects with a `SourceError` when further tries are useless. If the promise
   * of `ask` rejects, the fault is HubSpot's or the network's. What `ask` or `read` throws is a bug and passed on at
   * once, except for a `GarbledAnswer`.
   */
  call<A, T>(call: Call, ask: () => Promise<A>, read: (answer: A) => T): Promise<T>
}

type Outcome<T> = { value: T } | { fault: unknown }

export function createTransport(options: TransportOptions): Transport {
  const { budget, clock, log, limits } = options
  let usedUpUntil = 0

  function refuseIfUsedUp(what: string): void {
    if (clock.now() < usedUpUntil) throw dailyLimitError(what, usedUpUntil)
  }

  /** Waits if the fault may pass; otherwise throws. */
  async function waitOrThrow(error: unknown, call: Call, attempt: Attempt): Promise<void> {
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
    async call(call, ask, read) {
      let limited = 0
      for (let number = 1; ; number += 1) {
        refuseIfUsedUp(call.what)
        await budget.take(call.kind)
        // Another call may have met the limit while this one waited for its turn.
        refuseIfUsedUp(call.what)
        const sent = await send(call, ask, options)
        const outcome = 'fault' in sent ? sent : readAnswer(sent.value, read)
        if ('value' in outcome) return outcome.value
        const { fault } = outcome
        if (fault instanceof BadAnswer && fault.status === 429) limited += 1
        await waitOrThrow(fault, call, { kind: call.kind, number, limited, limits })
      }
    },
  }
}

async function send<A>(
  call: Call,
  ask: () => Promise<A>,
  { timeoutMs, onRequest }: TransportOptions,
): Promise<Outcome<A>> {
  const startedAt = performance.now()
  const outcome: Outcome<A> = await inTime(ask(), timeoutMs).then(
    (value) => ({ value }),
    (fault: unknown) => ({ fault }),
  )
  const status = 'value' in outcome ? 200 : outcome.fault instanceof BadAnswer ? outcome.fault.status : null
  onRequest({ kind: call.kind, type: typeName(call.what), status, ms: performance.now() - startedAt })
  return outcome
}

function readAnswer<A, T>(answer: A, read: (answer: A) => T): Outcome<T> {
  try {
    return { value: read(answer) }
  } catch (fault) {
    if (fault instanceof GarbledAnswer) return { fault }
    throw fault
  }
}

/** The client cannot cancel a request; one that is too late is left to end by itself. */
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
