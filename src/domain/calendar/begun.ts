/** Periods without a year: the latest one that has begun, and ranges that begin or end with one. */
import { addDays, type Day, daysBetween, isDay, isoWeekday } from './day.ts'
import type { PeriodBasis, PeriodSpec, Span, WhichWeekday } from './period-spec.ts'

/** How many years back something may be that only some years have: 29 February, or week 53. */
const MOST_YEARS_BACK = 9

/** The latest of the years' spans that has begun; `null` stands for a year without one. */
export function latestBegun(
  { today }: Pick<PeriodBasis, 'today'>,
  spanIn: (year: number) => Span | null,
): Span {
  const year = Number(today.slice(0, 4))
  for (let back = -1; back <= MOST_YEARS_BACK; back++) {
    const span = spanIn(year - back)
    if (span && span.from <= today) return span
  }
  throw new RangeError(`nothing of the kind has begun by ${today}`)
}

export function dateSpan({ year, month, day }: { year: number; month: number; day: number }): Span | null {
  const text = dayOfYear(year, month, day)
  return isDay(text) ? { from: text, to: addDays(text, 1) } : null
}

/** As `YYYY-MM-DD`, whether or not it exists. */
export function dayOfYear(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day that a weekday means; 1 is Monday. */
export function weekdayIn(
  { weekday, which }: { weekday: number; which: WhichWeekday },
  { today, weekStart, weekStartsOn }: Pick<PeriodBasis, 'today' | 'weekStart'> & { weekStartsOn: Day },
): Day {
  const back = (isoWeekday(today) - weekday + 7) % 7
  switch (which) {
    case 'latest':
      return addDays(today, -back)
    case 'last':
      return addDays(today, -(back || 7))
    case 'this':
      return addDays(weekStartsOn, (weekday - weekStart + 7) % 7)
    case 'next':
      return addDays(today, 7 - back)
  }
}

type SpanOf = (spec: PeriodSpec, basis: PeriodBasis) => Span

/** What goes on into another year and is longer than this was written the wrong way round. */
const MOST_DAYS_INTO_NEXT_YEAR = 184

/**
 * An end without a year is the first one after the beginning: 'Friday to Monday', '20 dec to 5 jan'. Throws a
 * `RangeError` if the range ends before it begins.
 */
export function betweenSpan(
  { first, last }: { first: PeriodSpec; last: PeriodSpec },
  basis: PeriodBasis,
  spanOf: SpanOf,
): Span {
  const beginsBy = isDated(last) && isYearly(first) ? { ...basis, today: spanOf(last, basis).from } : basis
  const { from } = spanOf(first, beginsBy)
  const { to } = endSpan(last, from, { basis, spanOf })
  const goesOn = isYearly(last) || isYearly(first)
  const isReversed =
    goesOn && to.slice(0, 4) > from.slice(0, 4) && daysBetween(from, to) > MOST_DAYS_INTO_NEXT_YEAR
  if (to <= from || (isReversed && !to.endsWith('-01-01')))
    throw new RangeError(`the period from ${from} ends before it begins`)
  return { from, to }
}

function endSpan(
  last: PeriodSpec,
  from: Day,
  { basis, spanOf }: { basis: PeriodBasis; spanOf: SpanOf },
): Span {
  const days = last.kind === 'weekday' && last.which === 'latest' ? 7 : isYearly(last) ? 366 : null
  if (days === null) return spanOf(last, basis)
  const begun = spanOf(last, { ...basis, today: from })
  return begun.to > from ? begun : spanOf(last, { ...basis, today: addDays(from, days - 1) })
}

/** Whether it comes round each year: a month, quarter or date without its year. */
function isYearly({ kind }: PeriodSpec): boolean {
  return ['latestMonth', 'latestQuarter', 'latestHalf', 'latestWeek', 'latestDate'].includes(kind)
}

function isDated({ kind }: PeriodSpec): boolean {
  return ['month', 'quarter', 'half', 'year', 'isoWeek', 'date'].includes(kind)
}
