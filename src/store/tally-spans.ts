/** Which stored sums a span of days is made of: those of whole months, and those of days around and within them. */
import { addDays, type Day, daysBetween } from '../domain/calendar/day.ts'

/** A calendar month, `2026-10`. Sorts as text. */
export type Month = string

/** Sums of `[from, until)`, to be added (`sign` 1) or taken away (-1). Ends are of the unit. */
export interface Span {
  unit: 'month' | 'day'
  from: Month | Day
  until: Month | Day
  sign: 1 | -1
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** No record is of it or later, and what follows no longer sorts as text. */
const LAST_MONTH: Month = '9999-12'

/**
 * The days `[from, until)`: of a month that is asked for by more than a half the whole, less the days that are not; of
 * any other the days that are. A month that runs is the whole less its days ahead, on which there is little.
 */
export function spansOf(from: Day, until: Day): Span[] {
  if (from >= until) return []
  const last = monthOf(addDays(until, -1))
  const spans: Span[] = []
  for (let month = monthOf(from); month <= last; month = monthsAfter(month, 1)) {
    const first = month === monthOf(from) ? from : firstDayOf(month)
    const end = month === last ? until : firstDayOf(monthsAfter(month, 1))
    spans.push(...spansWithin(month, first, end))
    if (month === LAST_MONTH) break
  }
  return joined(spans)
}

function spansWithin(month: Month, from: Day, until: Day): Span[] {
  const days = (first: Day, end: Day, sign: Span['sign']): Span[] =>
    first < end ? [{ unit: 'day', from: first, until: end, sign }] : []
  const [first, next] = [firstDayOf(month), monthsAfter(month, 1)]
  if (month === LAST_MONTH || daysBetween(from, until) * 2 <= daysBetween(first, firstDayOf(next))) {
    return days(from, until, 1)
  }
  return [
    { unit: 'month', from: month, until: next, sign: 1 },
    ...days(first, from, -1),
    ...days(until, firstDayOf(next), -1),
  ]
}

/** Neighbours as one, months first. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted(byUnit)) {
    const last = all.at(-1)
    const isNext = last?.unit === span.unit && last.sign === span.sign && last.until === span.from
    if (last && isNext) last.until = span.until
    else all.push({ ...span })
  }
  return all
}

function byUnit(one: Span, other: Span): number {
  if (one.unit !== other.unit) return one.unit === 'month' ? -1 : 1
  return other.sign - one.sign || (one.from < other.from ? -1 : 1)
}

/** The same in pieces of at most so many months or days. */
export function cut(span: Span, most: number): Span[] {
  const pieces: Span[] = []
  for (let { from } = span; from < span.until; ) {
    const isLast = lengthOf({ ...span, from }) <= most
    const next = span.unit === 'day' ? addDays : monthsAfter
    const until = isLast ? span.until : next(from, most)
    pieces.push({ ...span, from, until })
    from = until
  }
  return pieces
}

/** How many months or days it has. */
export function lengthOf({ unit, from, until }: Span): number {
  return unit === 'day' ? daysBetween(from, until) : numberOf(until) - numberOf(from)
}

function firstDayOf(month: Month): Day {
  return `${month}-01`
}

function monthsAfter(month: Month, count: number): Month {
  const number = numberOf(month) + count
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}

function numberOf(month: Month): number {
  return Number(month.slice(0, -3)) * 12 + Number(month.slice(-2)) - 1
}
