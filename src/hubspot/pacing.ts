/** Spaces requests so that HubSpot's limits are used up to a few hundredths and never passed. */

/** `general` counts in the 10-second limit, `search` has a limit of its own, `associations` neither. */
export type RequestKind = 'general' | 'search' | 'associations'

/** What HubSpot says it allows: `max` requests in `intervalMs`. */
export interface RateLimit {
  max: number
  intervalMs: number
}

/** Permission to send requests. Processes that share an account can share one. */
export interface Budget {
  /** Resolves when a request of this kind may begin. */
  take(kind: RequestKind): Promise<void>
  /** Keeps to a limit that HubSpot stated. */
  adopt(limit: RateLimit): void
  /** Lets no request of this kind begin for so long. */
  hold(kind: RequestKind, durationMs: number): void
}

/** Leaves room for requests that arrive closer together than they were sent. */
const USED_SHARE = 0.974

/** HubSpot's limit on paid plans, until an answer says otherwise. */
const USUAL_LIMIT: RateLimit = { max: 190, intervalMs: 10_000 }

/** HubSpot allows five a second to all programs on the account together. */
const SEARCH_LIMIT: RateLimit = { max: 4, intervalMs: 1_000 }

/** A budget for one process. */
export function createBudget(limits: { general?: RateLimit; search?: RateLimit } = {}): Budget {
  const general = createPacer(gapOf(limits.general ?? USUAL_LIMIT))
  const search = createPacer(gapOf(limits.search ?? SEARCH_LIMIT))
  return {
    async take(kind) {
      if (kind === 'general') await general.take()
      if (kind === 'search') await search.take()
    },
    adopt(limit) {
      if (limit.max > 0 && limit.intervalMs > 0) general.setGap(gapOf(limit))
    },
    hold(kind, durationMs) {
      if (kind === 'general') general.hold(durationMs)
      if (kind === 'search') search.hold(durationMs)
    },
  }
}

function gapOf({ max, intervalMs }: RateLimit): number {
  return intervalMs / (max * USED_SHARE)
}

interface Pacer {
  take(): Promise<void>
  setGap(gapMs: number): void
  hold(durationMs: number): void
}

/**
 * Lets one through each `gapMs`. Due times follow one another without regard to when a timer fired, so that late timers
 * lose nothing; what a blocked event loop missed is made up for only within two gaps.
 */
function createPacer(firstGapMs: number): Pacer {
  const waiting: (() => void)[] = []
  let gapMs = firstGapMs
  let dueAt = performance.now()
  let timer: NodeJS.Timeout | undefined

  function release(): void {
    timer = undefined
    const now = performance.now()
    const catchUpMs = Math.max(2 * gapMs, 5)
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
    setGap(nextGapMs) {
      gapMs = nextGapMs
    },
    hold(durationMs) {
      dueAt = Math.max(dueAt, performance.now() + durationMs)
      if (!timer) return
      clearTimeout(timer)
      release()
    },
  }
}
