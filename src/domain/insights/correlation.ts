import { compare, type Exact } from '../numbers/exact.ts'

/** How far two rankings agree: from -1 (opposite) through 0 (unrelated) to 1 (the same). */
export interface Correlation {
  rho: number
  /** Between -0.4 and 0.4, both excluded. */
  isWeak: boolean
}

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, where equal values share the mean of their ranks.
 * Exact up to the last division. `null` if all values on one side are equal, because they have no ranking. Throws if
 * the lengths differ.
 */
export function spearman(xs: readonly Exact[], ys: readonly Exact[]): Correlation | null {
  if (xs.length !== ys.length) throw new Error(`${xs.length} values cannot be paired with ${ys.length}`)
  const [a, b] = [centredRanks(xs), centredRanks(ys)]
  const [shared, ofA, ofB] = [product(a, b), product(a, a), product(b, b)]
  if (ofA === 0n || ofB === 0n) return null
  return { rho: quotient(shared, ofA * ofB), isWeak: 25n * shared * shared < 4n * ofA * ofB }
}

/** For each value, twice its rank minus twice the mean rank: integers around 0, even if ranks are shared. */
function centredRanks(values: readonly Exact[]): number[] {
  const sorted = values.map((value, at) => ({ value, at })).sort((a, b) => compare(a.value, b.value))
  const ranks = new Array<number>(values.length).fill(0)
  for (let first = 0; first < sorted.length; ) {
    const last = lastEqual(sorted, first)
    for (const { at } of sorted.slice(first, last + 1)) ranks[at] = first + last + 1 - values.length
    first = last + 1
  }
  return ranks
}

function lastEqual(sorted: readonly { value: Exact }[], first: number): number {
  const value = sorted[first]?.value
  let last = first
  for (
    let next = sorted[last + 1];
    value && next && compare(next.value, value) === 0;
    next = sorted[last + 1]
  )
    last++
  return last
}

function product(a: readonly number[], b: readonly number[]): bigint {
  return BigInt(a.reduce((total, value, at) => total + value * (b[at] ?? 0), 0))
}

/** `shared / √squared`; exactly ±1 if the exact result is ±1. */
function quotient(shared: bigint, squared: bigint): number {
  if (shared * shared === squared) return shared < 0n ? -1 : 1
  return Number(shared) / Math.sqrt(Number(squared))
}
