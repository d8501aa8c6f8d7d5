import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'

/** After how many failures in a row, and the last of them. */
export interface Failures {
  count: number
  last: unknown
}

const LONGEST_MS = 20_000
/** A refused token is seldom right again within seconds. */
const REFUSED_FIRST_MS = 60_000
const REFUSED_LONGEST_MS = 15 * 60_000

/** How long to wait before Slack is asked for a connection again; the first loss costs no wait. */
export function backoffMs({ count, last }: Failures, firstMs: number): number {
  if (count === 0) return 0
  if (last instanceof WebAPIRateLimitedError) return last.retryAfter * 1000
  const isRefused = last instanceof WebAPIPlatformError
  const [first, longest] = isRefused ? [REFUSED_FIRST_MS, REFUSED_LONGEST_MS] : [firstMs, LONGEST_MS]
  return Math.min(longest, first * 2 ** (count - 1))
}
