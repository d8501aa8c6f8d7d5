/** Spaces requests so that all but a few percent of HubSpot's limits is used, and they are never exceeded. */
import type { RateLimit } from '../ports/leases.ts'

/** `general` counts towards the app's 10-second limit; `search` and `associations` have limits of their own. */
export type RequestKind = 'general' | 'search' | 'associations'

/** Permission to send requests. Processes that share an account can share one. */
export interface Budget {
  /** Resolves when a request of this kind may begin. */
  take(kind: RequestKind): Promise<void>
  /** Applies a limit that HubSpot stated. */
  adopt(limit: RateLimit): void
  /** Lets no request of this kind begin for this long. */
  hold(kind: RequestKind, durationMs: number): void
}

/** Leaves room for requests that arrive closer together than they were sent. */
const USED_SHARE = 0.974

/** The part of a limit that is actually used. */
export function usedPartOf({ max, intervalMs }: RateLimit): RateLimit {
  return { max: max * USED_SHARE, intervalMs }
}

/** The time between two requests under a limit, in milliseconds. */
export function gapOf({ max, intervalMs }: RateLimit): number {
  return intervalMs / max
}

/** HubSpot's limit on paid plans, until an answer says otherwise. */
export const USUAL_LIMIT: RateLimit = { max: 190, intervalMs: 10_000 }

/** HubSpot allows five searches a second to all apps on the account together. */
export const SEARCH_LIMIT: RateLimit = { max: 4, intervalMs: 1_000 }

/** The lowest limit that HubSpot states for associations. */
const ASSOCIATION_LIMIT: RateLimit = { max: 100, intervalMs: 10_000 }

/** A budget for one process. */
export function createBudget(limits: { general?: RateLimit; search?: RateLimit } = {}): Budget {
  const general = createPacer(limits.general ?? USUAL_LIMIT, { mostCaughtUp: 2 })
  const pacers = {
    general,
    search: createPacer(limits.search ?? SEARCH_LIMIT, { mostCaughtUp: 0 }),
    associations: createAssociationPacer(),
  }
  return {
    take: (kind) => pacers[kind].take(),
    adopt(limit) {
      if (limit.max > 0 && limit.intervalMs > 0) general.adopt(limit)
    },
    hold: (kind, durationMs) => pacers[kind].hold(durationMs),
  }
}

/** Associations have a limit of their own, which no header states. */
export function createAssociationPacer(): Pacer {
  return createPacer(ASSOCIATION_LIMIT, { mostCaughtUp: 2 })
}

/** Spaces the requests of one kind. */
export interface Pacer {
  take(): Promise<void>
  adopt(limit: RateLimit): void
  hold(durationMs: number): void
}

/**
 * Lets one request through per gap. Each due time follows from the one before it, not from when a timer fired, so late
 * timers lose nothing. After a blocked event loop at most `mostCaughtUp` gaps are made up for; 0 where the limit is per
 * second.
 */
function createPacer(firstLimit: RateLimit, { mostCaughtUp }: { mostCaughtUp: number }): Pacer {
  const waiting: (() => void)[] = []
  let gapMs = gapOf(usedPartOf(firstLimit))
  let dueAt = performance.now()
  let timer: NodeJS.Timeout | undefined

  function release(): void {
    timer = undefined
    const now = performance.now()
    const catchUpMs = Math.max(mostCaughtUp * gapMs, 5)
    while (waiting.length > 0 && dueAt <= now) {
      dueAt = Math.max(dueAt, now - catchUpMs) + gapMs
      waiting.shift()?.()
    }
    if (waiting.length > 0) timer = setTimeout(release, dueAt - now)
  }

  return {
    take: () =>
      new Promise((resolve) => {
        if (waiting.length === 0) dueAt = Math.max(dueAt, performance.now())
        waiting.push(resolve)
        if (!timer) release()
      }),
    adopt(limit) {
      gapMs = gapOf(usedPartOf(limit))
    },
    hold(durationMs) {
      dueAt = Math.max(dueAt, performance.now() + durationMs)
      if (!timer) return
      clearTimeout(timer)
      release()
    },
  }
}
