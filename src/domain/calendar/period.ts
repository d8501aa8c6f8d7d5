/** Periods: how people ask for them, and which days they mean on a given day. */
import { betweenSpan, dateSpan, latestBegun, weekdayIn } from './begun.ts'
import { addDays, type Day, daysBetween, isoWeekday } from './day.ts'
import { isoWeekStart, weeksIn } from './iso-weeks.ts'
import type { Period, PeriodBasis, PeriodSpec, PeriodUnit, Span } from './period-spec.ts'

export type { Period, PeriodBasis, PeriodSpec, PeriodUnit } from './period-spec.ts'
export { THIS_MONTH } from './period-spec.ts'

/**
 * The days that a period means today. Throws a `RangeError` if a range ends before it begins or a week does not exist.
 */
export function resolvePeriod(spec: PeriodSpec, basis: PeriodBasis): Period {
  const { from, to } = spanOf(spec, basis)
  const tomorrow = addDays(basis.today, 1)
  return { from, to, until: to < tomorrow ? to : tomorrow }
}

function spanOf(spec: PeriodSpec, basis: PeriodBasis): Span {
  const { today } = basis
  switch (spec.kind) {
    case 'day':
      return daySpan(addDays(today, spec.which), 1)
    case 'unit':
      return unitSpan(spec.unit, spec.which, basis)
    case 'last':
      return lastSpan(spec, basis)
    case 'toDate':
      return { from: unitSpan(spec.unit, 0, basis).from, to: addDays(today, 1) }
    case 'since':
      return sinceSpan(spec.day, basis)
    case 'month':
      return monthSpan(spec.year, spec.month, 1)
    case 'latestMonth':
      return latestMonthSpan(spec.month, today)
    case 'quarter':
      return quarterSpan(spec.year, spec.quarter, basis)
    case 'latestQuarter':
      return latestQuarterSpan(spec.quarter, basis)
    case 'isoWeek':
      return daySpan(isoWeekStart(spec.year, spec.week), 7)
    case 'range':
      return rangeSpan(spec.first, spec.last)
    case 'year':
      return quarterSpan(spec.year, 1, basis, 12)
    case 'half':
      return quarterSpan(spec.year, 2 * spec.half - 1, basis, 6)
    default:
      return begunSpan(spec, basis)
  }
}

type BegunSpec = Extract<
  PeriodSpec,
  { kind: 'latestHalf' | 'latestWeek' | 'date' | 'latestDate' | 'weekday' | 'sinceStart' | 'between' }
>

function begunSpan(spec: BegunSpec, basis: PeriodBasis): Span {
  switch (spec.kind) {
    case 'latestHalf':
      return latestBegun(basis, (year) => quarterSpan(year, 2 * spec.half - 1, basis, 6))
    case 'latestWeek':
      return latestBegun(basis, (year) =>
        spec.week <= weeksIn(year) ? daySpan(isoWeekStart(year, spec.week), 7) : null,
      )
    case 'date':
      return daySpan(spec.day, 1)
    case 'latestDate':
      return latestBegun(basis, (year) => dateSpan({ ...spec, year }))
    case 'weekday':
      return daySpan(
        weekdayIn(spec, { ...basis, weekStartsOn: weekStartOf(basis.today, basis.weekStart) }),
        1,
      )
    case 'sinceStart':
      return sinceSpan(spanOf(spec.of, basis).from, basis)
    case 'between':
      return betweenSpan(spec, basis, spanOf)
  }
}

function sinceSpan(day: Day, { today }: PeriodBasis): Span {
  return day > today ? daySpan(day, 1) : { from: day, to: addDays(today, 1) }
}

function daySpan(from: Day, days: number): Span {
  return { from, to: addDays(from, days) }
}

function rangeSpan(first: Day, last: Day): Span {
  if (last < first) throw new RangeError(`the period ${first}..${last} ends before it begins`)
  return { from: first, to: addDays(last, 1) }
}

function monthStart(year: number, month: number): Day {
  const index = year * 12 + month - 1
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`
}

function monthSpan(year: number, month: number, months: number): Span {
  return { from: monthStart(year, month), to: monthStart(year, month + months) }
}

function yearAndMonth(day: Day): { year: number; month: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) }
}

/** The first day of the week that contains a day. */
export function weekStartOf(day: Day, weekStart: number): Day {
  return addDays(day, -((isoWeekday(day) - weekStart + 7) % 7))
}

function unitSpan(unit: PeriodUnit, which: number, basis: PeriodBasis): Span {
  const { year, month } = yearAndMonth(basis.today)
  const first = basis.fiscalYearStartMonth
  const sinceFiscalStart = (month - first + 12) % 12
  switch (unit) {
    case 'week':
      return daySpan(addDays(weekStartOf(basis.today, basis.weekStart), 7 * which), 7)
    case 'month':
      return monthSpan(year, month + which, 1)
    case 'quarter':
      return monthSpan(year, month - (sinceFiscalStart % 3) + 3 * which, 3)
    case 'year':
      return monthSpan(year, month - sinceFiscalStart + 12 * which, 12)
  }
}

/** The N whole days before today, or the N whole weeks or months before the current one. */
function lastSpan(
  { count, unit }: { count: number; unit: 'days' | 'weeks' | 'months' },
  basis: PeriodBasis,
): Span {
  if (unit === 'days') return { from: addDays(basis.today, -count), to: basis.today }
  if (unit === 'weeks') {
    const to = weekStartOf(basis.today, basis.weekStart)
    return { from: addDays(to, -7 * count), to }
  }
  const { year, month } = yearAndMonth(basis.today)
  return monthSpan(year, month - count, count)
}

function latestMonthSpan(month: number, today: Day): Span {
  const now = yearAndMonth(today)
  return monthSpan(month > now.month ? now.year - 1 : now.year, month, 1)
}

/** `months` from the beginning of a quarter on. */
function quarterSpan(year: number, quarter: number, { fiscalYearStartMonth }: PeriodBasis, months = 3): Span {
  return monthSpan(year, fiscalYearStartMonth + 3 * (quarter - 1), months)
}

/** The latest quarter with that number that has begun. */
function latestQuarterSpan(quarter: number, basis: PeriodBasis): Span {
  return latestBegun(basis, (year) => quarterSpan(year, quarter, basis))
}

/** The fiscal quarter that contains a day. A fiscal year is named after the calendar year in which it starts. */
export function fiscalQuarterOf(day: Day, fiscalYearStartMonth: number): { year: number; quarter: number } {
  const { year, month } = yearAndMonth(day)
  const since = (month - fiscalYearStartMonth + 12) % 12
  return { year: month < fiscalYearStartMonth ? year - 1 : year, quarter: Math.floor(since / 3) + 1 }
}

/** Whether today is in the period. */
export function isRunning(period: Pick<Period, 'from' | 'to'>, today: Day): boolean {
  return period.from <= today && today < period.to
}

/** Whether today is past the period's last day. */
export function isOver(period: Pick<Period, 'to'>, today: Day): boolean {
  return today >= period.to
}

export function lengthInDays(period: Pick<Period, 'from' | 'to'>): number {
  return daysBetween(period.from, period.to)
}
