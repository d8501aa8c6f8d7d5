import { type Exact, exact } from '../numbers/exact.ts'

/** How often each value occurs. */
export type Counts = ReadonlyMap<number, number>

export function countsOf(values: Iterable<number>): Counts {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The middle one of whole numbers, or the mean of the two in the middle; `null` if there are none. */
export function medianOf(counts: Counts): Exact | null {
  const rows = [...counts].sort(([a], [b]) => a - b)
  const total = rows.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return null
  return exact(BigInt(valueAt(rows, (total - 1) >> 1)) + BigInt(valueAt(rows, total >> 1)), 2)
}

/** The value at a position, counted from 0, in the sorted list of all values. */
function valueAt(rows: readonly (readonly [number, number])[], place: number): number {
  let before = 0
  for (const [value, count] of rows) {
    before += count
    if (place < before) return value
  }
  throw new Error(`no value at ${place} of ${before}`)
}
