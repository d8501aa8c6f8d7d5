/** Slack's tiers: calls per minute and method. */
const perMinuteByTier = { 1: 1, 2: 20, 3: 50, 4: 100 } as const

export type Tier = keyof typeof perMinuteByTier | 'post' | 'special'

export interface RateLimits {
  /** Whether limits apply; off until a test or the demo turns them on. */
  isOn: boolean
  /** Overrides the tier, keyed by method. */
  perMinute: Record<string, number>
  /** Seconds to wait, or undefined if the call may pass, in which case it is counted. */
  check(call: RatedCall): number | undefined
}

export interface RatedCall {
  method: string
  tier: Tier
  /** The channel of a message; only posting is limited per channel. */
  channelId: string
}

const minuteMs = 60_000
/** One post per second and channel; slightly early posts pass, because network delays vary. */
const postGapMs = 900
const specialPerMinute = 600
/** 'Several hundred messages per minute' across all channels of a workspace. */
const postsPerMinute = 300

export function createRateLimits(clock: () => number): RateLimits {
  const passed = new Map<string, number[]>()
  const lastPostAt = new Map<string, number>()

  function checkChannel(channelId: string, now: number): number | undefined {
    const last = lastPostAt.get(channelId)
    if (last !== undefined && now - last < postGapMs) return 1
    lastPostAt.set(channelId, now)
    return undefined
  }

  function checkMinute(method: string, allowed: number, now: number): number | undefined {
    const times = (passed.get(method) ?? []).filter((at) => now - at < minuteMs)
    passed.set(method, times)
    const oldest = times[0]
    if (oldest !== undefined && times.length >= allowed) {
      return Math.max(1, Math.ceil((oldest + minuteMs - now) / 1000))
    }
    times.push(now)
    return undefined
  }

  const limits: RateLimits = {
    isOn: false,
    perMinute: {},
    check({ method, tier, channelId }) {
      if (!limits.isOn) return undefined
      const now = clock()
      if (tier === 'post') {
        const wait = checkMinute(method, limits.perMinute[method] ?? postsPerMinute, now)
        return wait ?? checkChannel(channelId, now)
      }
      const byTier = tier === 'special' ? specialPerMinute : perMinuteByTier[tier]
      return checkMinute(method, limits.perMinute[method] ?? byTier, now)
    },
  }
  return limits
}
