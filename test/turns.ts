/** Counts the turns of the event loop that others get during a read. */
import { vi } from 'vitest'
import { yieldTurn } from '../src/ports/turns.ts'

const LONGER_THAN_A_TURN_MS = 1_000

/**
 * Simulates a machine so slow that each piece of work takes longer than a turn may: the work then yields wherever it
 * can pause, however fast this machine is.
 */
export async function turnsDuring<T>(read: () => Promise<T>): Promise<{ turns: number; answer: T }> {
  let now = performance.now()
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += LONGER_THAN_A_TURN_MS
    return now
  })
  let [turns, isRead] = [0, false]
  const beat = () => {
    if (isRead) return
    turns++
    setImmediate(beat)
  }
  setImmediate(beat)
  try {
    const answer = await read()
    return { answer, turns }
  } finally {
    isRead = true
    clock.mockRestore()
    await beginTurn()
  }
}

/** Begins a turn by the real clock again: the last one began in its future. */
async function beginTurn(): Promise<void> {
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(Number.POSITIVE_INFINITY)
  await yieldTurn()
  clock.mockRestore()
}
