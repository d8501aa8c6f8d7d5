/** Sums of parts: the input of formulas. */
import type { Tally } from '../facts/tally.ts'
import { type Exact, exact } from '../numbers/exact.ts'
import type { Part } from './parts.ts'

/** Sums of tallies of one scope and period; an absent tally is 0. */
export type TallySums = Readonly<Partial<Record<Tally, number>>>

/** Sums of parts of one scope and period; an absent part is 0, except that one of the scope as a whole has no value. */
export type Sums = Readonly<Partial<Record<Part, number | Exact>>>

export function toExact(amount: number | Exact): Exact {
  return typeof amount === 'number' ? exact(amount) : amount
}
