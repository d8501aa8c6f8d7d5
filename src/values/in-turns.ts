/** Long work, a slice at a time: between slices others get their turn. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** What `work` makes of all of them, `size` at a time. */
export async function inTurns<T, R>(
  all: readonly T[],
  size: number,
  work: (slice: readonly T[]) => readonly R[],
): Promise<R[]> {
  const made: R[] = []
  for (let begin = 0; begin < all.length; begin += size) {
    for (const one of work(all.slice(begin, begin + size))) made.push(one)
    await nextTurn()
  }
  return made
}
