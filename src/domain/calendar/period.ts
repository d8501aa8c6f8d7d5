/** Periods: how people ask for them, and which days they mean on a given day. */
import { DateTime } from 'luxon'
import { addDays, type Day, daysBetween, isoWeekday } from './day.ts'

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year'

/** A period as asked for. `which` is -1 for last, 0 for this, 1 for next; months and quarters count from 1. */
export type PeriodSpec =
  | { kind: 'day'; which: -1 | 0 | 1 }
  | { kind: 'unit'; unit: PeriodUnit; which: -1 | 0 | 1 }
  | { kind: 'last'; count: number; unit: 'days' | 'weeks' | 'months' }
  | { kind: 'toDate'; unit: 'month' | 'quarter' | 'year' }
  | { kind: 'since'; day: Day }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'latestMonth'; month: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'latestQuarter'; quarter: number }
  | { kind: 'isoWeek'; year: number; week: number }
  | { kind: 'range'; first: Day; last: Day }

/**
 * What periods depend on: today in the scope's time zone, the first weekday (1 = Monday) and the fiscal year's first
 * month.
 */
export interface PeriodBasis {
  today: Day
  weekStart: number
  fiscalYearStartMonth: number
}

/** Whole reporting days `[from, to)`. Tallies count up to `until` (exclusive), which is at most the day after today. */
export interface Period {
  from: Day
  to: Day
  until: Day
}

interface Span {
  from: Day
  to: Day
}

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
      return spec.day > today ? daySpan(spec.day, 1) : { from: spec.day, to: addDays(today, 1) }
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
  }
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

function quarterSpan(year: number, quarter: number, { fiscalYearStartMonth }: PeriodBasis): Span {
  return monthSpan(year, fiscalYearStartMonth + 3 * (quarter - 1), 3)
}

/** The latest quarter with that number that has begun. */
function latestQuarterSpan(quarter: number, basis: PeriodBasis): Span {
  const year = Number(basis.today.slice(0, 4))
  const spans = [year, year - 1, year - 2].map((fiscalYear) => quarterSpan(fiscalYear, quarter, basis))
  const begun = spans.find((span) => span.from <= basis.today)
  if (!begun) throw new Error(`no quarter ${quarter} has begun by ${basis.today}`)
  return begun
}

function isoWeekStart(year: number, week: number): Day {
  const monday = DateTime.fromObject({ weekYear: year, weekNumber: week, weekday: 1 }, { zone: 'utc' })
  const day = monday.toISODate()
  if (!monday.isValid || !day) throw new RangeError(`the year ${year} has no week ${week}`)
  return day
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
