/** Sums of parts: what formulas are worked out from. */
import type { Tally } from '../facts/tally.ts'
import { type Exact, exact } from '../numbers/exact.ts'
import type { Part } from './parts.ts'

/** Sums of tallies of one scope and period; a tally that is not there is 0. */
export type TallySums = Readonly<Partial<Record<Tally, number>>>

/** Sums of parts of one scope and period; a part that is not there is 0, one of a scope as such has no value. */
export type Sums = Readonly<Partial<Record<Part, number | Exact>>>

export function toExact(amount: number | Exact): Exact {
  return typeof amount === 'number' ? exact(amount) : amount
}
