import type { Clock } from '../ports/clock.ts'

const KEPT_MS = 10 * 60_000

/** Remembers the ids of requests for 10 minutes, so that one that is delivered twice or replayed takes effect once. */
export interface Seen {
  isNew(id: string): boolean
}

export function createSeen(clock: Clock): Seen {
  const seen = new Map<string, number>()
  return {
    isNew(id) {
      const now = clock.now()
      for (const [old, at] of seen) {
        if (now - at < KEPT_MS) break
        seen.delete(old)
      }
      if (seen.has(id)) return false
      seen.set(id, now)
      return true
    },
  }
}
