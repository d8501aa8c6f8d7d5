/** The ids that somebody may have meant by one that does not exist. */
import { distance } from './distance.ts'

const MOST = 3

/** Those that begin alike or differ in at most a quarter of their letters: at most three, nearest first. */
export function nearest(typed: string, ids: readonly string[]): string[] {
  return ids
    .map((id) => ({ id, letters: distance(typed.toLowerCase(), id.toLowerCase()) }))
    .filter(
      ({ id, letters }) => letters <= Math.ceil(id.length / 4) || (typed !== '' && id.startsWith(typed)),
    )
    .sort((a, b) => a.letters - b.letters)
    .slice(0, MOST)
    .map(({ id }) => id)
}
