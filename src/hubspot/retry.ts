/** Decides by status and class, never by the words of a message, what happens after a failed attempt. */
import { z } from 'zod'
import { BadAnswer } from './errors.ts'
import type { RequestKind } from './pacing.ts'

/** How often and how long to try. Times in milliseconds. */
export interface RetryLimits {
  tries: number
  /** How many rate limits to meet before giving up: other apps on the account may use the limit up for a while. */
  limitedTries: number
  firstBackoffMs: number
  longestBackoffMs: number
  /** The wait after a 429 of the 10-second limit that does not say how long. */
  tenSecondsMs: number
  /** The least wait after a 429 of the per-second limit that does not say how long. */
  secondMs: number
  /** The least wait after a 423: HubSpot asks for at least two seconds. */
  lockedMs: number
  /** If a wait would be longer than this, the call is given up. */
  longestWaitMs: number
}

export const RETRY_LIMITS: RetryLimits = {
  tries: 8,
  limitedTries: 30,
  firstBackoffMs: 250,
  longestBackoffMs: 15_000,
  tenSecondsMs: 10_000,
  secondMs: 1_000,
  lockedMs: 2_000,
  longestWaitMs: 60_000,
}

/** What to do about a failed attempt. `holdAll`: the limit is shared, so every request of the kind waits as well. */
export type Verdict =
  | { kind: 'retry'; waitMs: number; holdAll: boolean }
  | { kind: 'unauthorized' }
  | { kind: 'forbidden'; scopes: string[] }
  | { kind: 'dailyLimit' }
  | { kind: 'refused'; explanation: string }
  | { kind: 'unreachable'; retryAfterMs: number | null }

/** The fields of an error body that are used; each may be missing. */
const ErrorBody = z.object({
  message: z.string().catch(''),
  policyName: z.string().optional().catch(undefined),
  errors: z
    .array(z.object({ context: z.record(z.string(), z.array(z.string())).catch({}) }).catch({ context: {} }))
    .catch([]),
})

export interface Attempt {
  kind: RequestKind
  /** 1 for the first. */
  number: number
  /** How many of the attempts met a rate limit. */
  limited: number
  limits: RetryLimits
}

export function judge(error: unknown, attempt: Attempt): Verdict {
  if (!(error instanceof BadAnswer)) return retryOrGiveUp(attempt, { waitMs: backoffMs(attempt) })
  const { status, retryAfterMs } = error
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 403) return { kind: 'forbidden', scopes: scopesIn(error.body) }
  if (status === 429) return judgeRateLimit(error, attempt)
  if (status === 423)
    return retryOrGiveUp(attempt, { waitMs: Math.max(attempt.limits.lockedMs, backoffMs(attempt)) })
  if (canPass(status))
    return retryOrGiveUp(attempt, { waitMs: retryAfterMs ?? backoffMs(attempt), retryAfterMs })
  return { kind: 'refused', explanation: readBody(error.body).message }
}

/** Whether the fault may pass: a request timeout, 477 (the account is being migrated), or any fault of a server. */
function canPass(status: number): boolean {
  return status === 408 || status === 477 || status >= 500
}

function judgeRateLimit(error: BadAnswer, attempt: Attempt): Verdict {
  const { policyName } = readBody(error.body)
  if (policyName === 'DAILY') return { kind: 'dailyLimit' }
  const isPerSecond = policyName === 'SECONDLY' || (policyName === undefined && attempt.kind === 'search')
  const { secondMs, tenSecondsMs } = attempt.limits
  const usualMs = isPerSecond ? secondMs * (1 + Math.random()) : tenSecondsMs
  return retryOrGiveUp(attempt, {
    waitMs: error.retryAfterMs ?? usualMs,
    retryAfterMs: error.retryAfterMs,
    isLimit: true,
  })
}

function retryOrGiveUp(
  attempt: Attempt,
  {
    waitMs,
    retryAfterMs = null,
    isLimit = false,
  }: { waitMs: number; retryAfterMs?: number | null; isLimit?: boolean },
): Verdict {
  const { number, limited, limits } = attempt
  const isUsedUp = isLimit ? limited >= limits.limitedTries : number - limited >= limits.tries
  if (isUsedUp || waitMs > limits.longestWaitMs) return { kind: 'unreachable', retryAfterMs }
  return { kind: 'retry', waitMs, holdAll: isLimit }
}

/** Doubles with each attempt. Half of it is random, so that cursors that failed together do not retry together. */
function backoffMs({ number, limited, limits }: Attempt): number {
  const fullMs = Math.min(limits.firstBackoffMs * 2 ** (number - limited), limits.longestBackoffMs)
  return fullMs * (0.5 + Math.random() / 2)
}

function scopesIn(body: string): string[] {
  const contexts = readBody(body).errors.map((error) => error.context)
  const named = contexts.flatMap((context) => [
    ...(context['requiredGranularScopes'] ?? []),
    ...(context['requiredScopes'] ?? []),
  ])
  return [...new Set(named)]
}

function readBody(body: string): z.infer<typeof ErrorBody> {
  try {
    const error: unknown = JSON.parse(body)
    return ErrorBody.catch({ message: '', policyName: undefined, errors: [] }).parse(error)
  } catch {
    return { message: '', policyName: undefined, errors: [] }
  }
}
