import { WebAPIRateLimitedError } from '@slack/web-api'
import { outcomeOfError, slackErrorCode } from '../post-outcome.ts'

/** How many failures there were in a row, and the last of them. */
export interface Failures {
  count: number
  last: unknown
}

const LONGEST_MS = 10_000
/** A refused token is rarely valid again within seconds. */
const REFUSED_FIRST_MS = 60_000
const REFUSED_LONGEST_MS = 15 * 60_000

/** How long to wait before asking Slack for a connection again; with no failures there is no wait. */
export function backoffMs({ count, last }: Failures, firstMs: number): number {
  if (count === 0) return 0
  if (last instanceof WebAPIRateLimitedError) return last.retryAfter * 1000
  const [first, longest] = isRefused(last) ? [REFUSED_FIRST_MS, REFUSED_LONGEST_MS] : [firstMs, LONGEST_MS]
  return Math.min(longest, first * 2 ** (count - 1))
}

/** Adds a failure. A refusal after a network error (or the reverse) starts a new count, since its waits differ. */
export function addFailure(failures: Failures, error: unknown): Failures {
  const isSameKind = isRefused(failures.last) === isRefused(error)
  return { count: isSameKind ? failures.count + 1 : 1, last: error }
}

/** Whether Slack refused for good, such as because the token was revoked. */
function isRefused(error: unknown): boolean {
  return slackErrorCode(error) !== undefined && outcomeOfError(error).kind === 'failed'
}
