import { LRUCache } from 'lru-cache'
import type { Clock } from '../ports/clock.ts'

const KEPT_MS = 10 * 60_000
/** Far more requests than Slack sends in 10 minutes. */
const KEPT_MAX = 100_000

/** Remembers the ids of requests for 10 minutes, so that one that is delivered twice or replayed takes effect once. */
export interface Seen {
  isNew(id: string): boolean
}

export function createSeen(clock: Clock): Seen {
  const seen = new LRUCache<string, true>({ max: KEPT_MAX, ttl: KEPT_MS, ttlResolution: 0, perf: clock })
  return {
    isNew(id) {
      if (seen.has(id)) return false
      seen.set(id, true)
      return true
    },
  }
}
