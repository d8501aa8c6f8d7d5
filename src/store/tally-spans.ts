/** The stored sums that make up a span of days: those of whole months, and those of days around and within them. */
import { addDays, type Day, daysBetween } from '../domain/calendar/day.ts'

/** A calendar month, such as `2026-10`. Sorts as text. */
export type Month = string

/** Sums of `[from, until)`, to be added (`sign` 1) or subtracted (-1). Both ends are in the span's unit. */
export interface Span {
  unit: 'month' | 'day'
  from: Month | Day
  until: Month | Day
  sign: 1 | -1
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** No record is dated in this month or later, and the months after it no longer sort as text. */
const LAST_MONTH: Month = '9999-12'

/**
 * Covers the days `[from, until)`. A month with more than half of its days in the span is its monthly sum minus the
 * other days; any other month is the sum of the days in the span. The current month is its monthly sum minus the days
 * ahead, which have little data.
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

/** Merges adjacent spans; months come first. */
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

/** Splits spans into pieces of at most this many months or days. */
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

/** The number of months or days in the span. */
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
