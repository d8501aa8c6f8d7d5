/** Pace: how fast messages may be posted to one channel. */
import type { Clock } from '../ports/clock.ts'

/** Slack accepts about one message per second in each channel. */
const GAP_MS = 1_000
/** A turn further ahead than this means that the clock was set back. */
const LONGEST_QUEUE_MS = 60_000

/** Gives each caller the channel's next turn, a second after the one before. Other channels do not wait. */
export function createPace(
  clock: Clock,
  wait: (ms: number) => Promise<unknown>,
): (channel: string) => Promise<void> {
  const nextTurns = new Map<string, number>()

  return async (channel) => {
    const now = clock.now()
    for (const [other, turn] of nextTurns) if (turn <= now) nextTurns.delete(other)
    const next = nextTurns.get(channel) ?? now
    const turn = next > now + LONGEST_QUEUE_MS ? now : next
    nextTurns.set(channel, turn + GAP_MS)
    if (turn > now) await wait(turn - now)
  }
}
