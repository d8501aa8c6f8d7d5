import { WebAPIRateLimitedError } from '@slack/web-api'
import { outcomeOfError, slackErrorCode } from '../post-outcome.ts'

/** After how many failures in a row, and the last of them. */
export interface Failures {
  count: number
  last: unknown
}

const LONGEST_MS = 10_000
/** A refused token is seldom right again within seconds. */
const REFUSED_FIRST_MS = 60_000
const REFUSED_LONGEST_MS = 15 * 60_000

/** How long to wait before Slack is asked for a connection again; the first loss costs no wait. */
export function backoffMs({ count, last }: Failures, firstMs: number): number {
  if (count === 0) return 0
  if (last instanceof WebAPIRateLimitedError) return last.retryAfter * 1000
  const [first, longest] = isRefused(last) ? [REFUSED_FIRST_MS, REFUSED_LONGEST_MS] : [firstMs, LONGEST_MS]
  return Math.min(longest, first * 2 ** (count - 1))
}

/** One failure more. A refusal after a bad line (or the other way) begins a new count: its waits are of another length. */
export function addFailure(failures: Failures, error: unknown): Failures {
  const isSameKind = isRefused(failures.last) === isRefused(error)
  return { count: isSameKind ? failures.count + 1 : 1, last: error }
}

/** Refused for good, such as by a token that was revoked. */
function isRefused(error: unknown): boolean {
  return slackErrorCode(error) !== undefined && outcomeOfError(error).kind === 'failed'
}
