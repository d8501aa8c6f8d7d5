import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EndpointKind } from './endpoints/call.ts'

export interface Limits {
  /** Requests by this app in any ten seconds; null switches the limit off. */
  tenSecondly: number | null
  /** Searches by the whole account in any second. */
  searchPerSecond: number | null
  /** Requests per day, from midnight to midnight in the account's zone. */
  daily: number | null
}

export const usualLimits: Limits = { tenSecondly: 190, searchPerSecond: 5, daily: 650_000 }

export type Policy = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY'

export interface Admission {
  refusedBy?: Policy
  headers: Record<string, string>
}

export interface RateLimits {
  /** May be changed while the sandbox runs. */
  limits: Limits
  admit(kind: EndpointKind): Admission
  usedToday(): number
  resetsAtMs(): number
  /** Counts requests that the account's other apps make. */
  spendDaily(requests: number): void
}

interface Clocks {
  zone: string
  /** The account's clock, which decides when the day ends. */
  now: () => number
  /** The clock for the rolling windows: elapsed real time, whatever the account's clock says. */
  pacing: () => number
}

interface Window {
  countAt(nowMs: number): number
  add(nowMs: number): void
}

/** Counts the requests of the last `lengthMs` milliseconds. */
function rollingWindow(lengthMs: number): Window {
  const atMs: number[] = []
  return {
    countAt(nowMs) {
      while (atMs[0] !== undefined && atMs[0] <= nowMs - lengthMs) atMs.shift()
      return atMs.length
    },
    add(nowMs) {
      atMs.push(nowMs)
    },
  }
}

const exempt: ReadonlySet<EndpointKind> = new Set(['search', 'associations'])

function dailyHeaders({ daily }: Limits, used: number): Record<string, string> {
  if (daily === null) return {}
  return {
    'X-HubSpot-RateLimit-Daily': String(daily),
    'X-HubSpot-RateLimit-Daily-Remaining': String(Math.max(0, daily - used)),
  }
}

function tenSecondlyHeaders({ tenSecondly }: Limits, used: number): Record<string, string> {
  if (tenSecondly === null) return {}
  return {
    'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
    'X-HubSpot-RateLimit-Max': String(tenSecondly),
    'X-HubSpot-RateLimit-Remaining': String(Math.max(0, tenSecondly - used)),
    'X-HubSpot-RateLimit-Secondly': String(Math.floor(tenSecondly / 10)),
    'X-HubSpot-RateLimit-Secondly-Remaining': String(Math.floor(tenSecondly / 10)),
  }
}

/** The three limits: the app's in ten seconds, the account's searches in a second, and the account's in a day. */
export function createRateLimits(limits: Limits, clocks: Clocks): RateLimits {
  const tenSeconds = rollingWindow(10_000)
  const second = rollingWindow(1_000)
  let usedToday = 0
  let resetsAtMs = 0

  function startDayIfOver(): void {
    if (clocks.now() < resetsAtMs && resetsAtMs - clocks.now() < 26 * 3_600_000) return
    usedToday = 0
    resetsAtMs = DateTime.fromMillis(clocks.now(), { zone: clocks.zone })
      .plus({ days: 1 })
      .startOf('day')
      .toMillis()
  }

  function refusing(kind: EndpointKind, nowMs: number): Policy | undefined {
    const { tenSecondly, searchPerSecond, daily } = current.limits
    if (daily !== null && usedToday > daily) return 'DAILY'
    if (kind === 'search') {
      return searchPerSecond !== null && second.countAt(nowMs) >= searchPerSecond ? 'SECONDLY' : undefined
    }
    if (exempt.has(kind) || tenSecondly === null) return undefined
    return tenSeconds.countAt(nowMs) >= tenSecondly ? 'TEN_SECONDLY_ROLLING' : undefined
  }

  function headers(kind: EndpointKind, nowMs: number): Record<string, string> {
    const { limits } = current
    const usedNow = exempt.has(kind) ? null : tenSeconds.countAt(nowMs)
    return {
      ...dailyHeaders(limits, usedToday),
      ...(usedNow !== null && tenSecondlyHeaders(limits, usedNow)),
    }
  }

  const current: RateLimits = {
    limits,
    admit(kind) {
      const nowMs = clocks.pacing()
      startDayIfOver()
      usedToday += 1
      const refusedBy = refusing(kind, nowMs)
      if (refusedBy !== undefined) return { refusedBy, headers: headers(kind, nowMs) }
      if (kind === 'search') second.add(nowMs)
      else if (!exempt.has(kind)) tenSeconds.add(nowMs)
      return { headers: headers(kind, nowMs) }
    },
    usedToday: () => usedToday,
    resetsAtMs() {
      startDayIfOver()
      return resetsAtMs
    },
    spendDaily(requests) {
      startDayIfOver()
      usedToday += requests
    },
  }
  return current
}

/** The body of a 429. The one for searches is short and names no policy. */
export function rateLimitBody(policy: Policy, portalId: number): object {
  const correlationId = randomUUID()
  if (policy === 'SECONDLY') {
    const message = 'You have reached your secondly limit.'
    return { status: 'error', message, correlationId, category: 'RATE_LIMITS' }
  }
  const isDaily = policy === 'DAILY'
  return {
    status: 'error',
    message: `You have reached your ${isDaily ? 'daily' : 'ten_secondly_rolling'} limit.`,
    errorType: 'RATE_LIMIT',
    correlationId,
    policyName: policy,
    groupName: `publicapi:private_app-api-calls-${isDaily ? 'daily' : 'ten-secondly'}:1:${portalId}`,
  }
}
