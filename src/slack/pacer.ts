import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports.ts'

/** Lets one caller a conversation through at a time, each `gapMs` after the one before. */
export interface Pacer {
  turn(conversation: string): Promise<void>
}

export function createPacer(clock: Clock, gapMs: number): Pacer {
  const free = new Map<string, number>()
  return {
    async turn(conversation) {
      const now = clock.now()
      const at = Math.max(now, free.get(conversation) ?? 0)
      forgetPast(free, now)
      free.set(conversation, at + gapMs)
      if (at > now) await wait(at - now)
    },
  }
}

function forgetPast(free: Map<string, number>, now: number): void {
  if (free.size < 1000) return
  for (const [conversation, at] of free) if (at <= now) free.delete(conversation)
}
