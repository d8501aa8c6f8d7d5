import { yieldTurn } from '../ports/turns.ts'

/** Rows of a reading that goes on after the last row of the slice before; between slices others get their turn. */
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
