import type { Ids } from './ids.ts'

export interface Trigger {
  userId: string
  at: number
  isUsed: boolean
}

/** Trigger ids, each usable once and for three seconds. */
export interface Triggers {
  issue(userId: string): string
  /** The person behind the trigger, or Slack's error if it cannot be used. */
  use(triggerId: string): { userId: string } | { error: string }
}

const triggerLifeMs = 3000

export function createTriggers(ids: Ids, clock: () => number): Triggers {
  const issued = new Map<string, Trigger>()

  function forgetOld(now: number): void {
    for (const [id, trigger] of issued) {
      if (now - trigger.at < 60_000) return
      issued.delete(id)
    }
  }

  return {
    issue(userId) {
      const now = clock()
      forgetOld(now)
      const id = `${Math.floor(now)}.${issued.size}.${ids.secret()}`
      issued.set(id, { userId, at: now, isUsed: false })
      return id
    },
    use(triggerId) {
      const trigger = issued.get(triggerId)
      if (trigger === undefined) return { error: 'invalid_trigger_id' }
      if (clock() - trigger.at > triggerLifeMs) return { error: 'expired_trigger_id' }
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' }
      trigger.isUsed = true
      return { userId: trigger.userId }
    },
  }
}
