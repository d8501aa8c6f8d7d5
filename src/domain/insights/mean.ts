import { compare, type Exact, exact, minus, over, sum, times } from '../numbers/exact.ts'

/** The plain mean; `null` of none. */
export function meanOf(values: readonly Exact[]): Exact | null {
  return over(sum(values), exact(values.length))
}

/** Whether a value lies further from a mean than a share of it. */
export function isBeyond(value: Exact, mean: Exact, share: Exact): boolean {
  return compare(size(minus(value, mean)), times(size(mean), share)) > 0
}

function size({ n, d }: Exact): Exact {
  return { n: n < 0n ? -n : n, d }
}
