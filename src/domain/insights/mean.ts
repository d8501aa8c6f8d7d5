import { compare, type Exact, exact, minus, over, sum, times } from '../numbers/exact.ts'

/** The arithmetic mean; `null` for an empty list. */
export function meanOf(values: readonly Exact[]): Exact | null {
  return over(sum(values), exact(values.length))
}

/** Whether a value differs from a mean by more than the given share of the mean. */
export function isBeyond(value: Exact, mean: Exact, share: Exact): boolean {
  return compare(size(minus(value, mean)), times(size(mean), share)) > 0
}

function size({ n, d }: Exact): Exact {
  return { n: n < 0n ? -n : n, d }
}
