import { yieldTurn } from '../ports/turns.ts'

/**
 * Reads rows in slices, each of which continues after the last row of the one before; other work gets its turn in
 * between.
 */
export async function* slicesOf<R>(
  size: number,
  read: (last: R | undefined) => Promise<R[]>,
): AsyncGenerator<R[]> {
  for (let last: R | undefined; ; ) {
    const slice = await read(last)
    if (slice.length > 0) yield slice
    if (slice.length < size) return
    last = slice.at(-1)
    await yieldTurn()
  }
}
