/** The expected share of a running period from the course of past ones: sums, so that large periods weigh more. */
import type { Day } from '../calendar/day.ts'
import type { Scope } from '../company/roster.ts'
import type { ExpectedShare } from '../metrics/expected.ts'
import { compare, type Exact, exact, ONE, over, plus, sum, times, ZERO } from '../numbers/exact.ts'

/** What a past period added up to: in all, before the point in question, and with the working day that follows it. */
export interface PastCourse {
  from: Day
  to: Day
  actual: number
  done: number
  next: number
  /** The part of the following working day that is over at that point. */
  part: Exact
}

/** The share of a past period that was there at the point of today. */
export interface PastShare {
  from: Day
  to: Day
  share: Exact
}

/** `past`: whose past it goes by, and each of its periods; `null` if it is straight. */
export interface Expected extends ExpectedShare {
  past: { whose: Scope; periods: PastShare[] } | null
}

export function straightShare(share: Exact | null): Expected {
  return { share, by: 'straight', past: null }
}

/** The actual of every course must be above 0. */
export function pastShare(whose: Scope, courses: readonly PastCourse[]): Expected {
  const reached = courses.map(reachedIn)
  const whole = sum(courses.map(({ actual }) => exact(actual)))
  const periods = courses.map(({ from, to, actual }, index) => ({
    from,
    to,
    share: over(reached[index] ?? ZERO, exact(actual)) ?? ZERO,
  }))
  return { share: clamped(over(sum(reached), whole) ?? ZERO), by: 'past', past: { whose, periods } }
}

function reachedIn({ done, next, part }: PastCourse): Exact {
  return plus(exact(done), times(part, exact(next)))
}

function clamped(share: Exact): Exact {
  if (compare(share, ZERO) < 0) return ZERO
  return compare(share, ONE) > 0 ? ONE : share
}

/** A past period with its actual and the number of records behind it. */
export interface PastTotal {
  actual: number
  records: number
}

const FEWEST_PERIODS = 4
const FEWEST_RECORDS = 100

/** Periods without anything above 0 say nothing. */
export function withActual<T extends PastTotal>(totals: readonly T[]): T[] {
  return totals.filter(({ actual }) => actual > 0)
}

/** Whether so many periods, with an actual above 0, and so many records are enough to see a course in them. */
export function areEnough(totals: readonly PastTotal[]): boolean {
  const records = totals.reduce((count, total) => count + total.records, 0)
  return totals.length >= FEWEST_PERIODS && records >= FEWEST_RECORDS
}
