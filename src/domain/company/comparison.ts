/** Which earlier days a period is compared with by default. */
import { addDays, type Day, daysBetween, daysOf } from '../calendar/day.ts'
import {
  isRunning,
  type Period,
  type PeriodBasis,
  type PeriodSpec,
  resolvePeriod,
} from '../calendar/period.ts'
import { namedUnit, unitAfter } from '../calendar/units.ts'
import type { WorkCalendar } from './working-time.ts'

interface Span {
  from: Day
  to: Day
}

/**
 * A running week, month, quarter or year with N working days so far is compared with the previous one up to its Nth
 * working day; any other week, month, quarter or year with the whole previous one; a single day with the working day
 * before it; the last N weeks or months with the N before those; anything else with the same number of days before it.
 */
export function comparisonOf(
  asked: { spec: PeriodSpec; period: Period },
  basis: PeriodBasis,
  calendar: WorkCalendar,
): Span {
  const { spec, period } = asked
  const unit = spec.kind === 'toDate' ? spec.unit : namedUnit(spec)
  if (unit) {
    const previous = unitAfter(unit, period.from, -1)
    return isRunning(unitAfter(unit, period.from, 0), basis.today)
      ? upToWorkingDay(previous, workingDays(period.from, addDays(basis.today, 1), calendar), calendar)
      : previous
  }
  if (isSingleDay(spec)) return workingDayBefore(period.from, calendar)
  if (spec.kind === 'last' && spec.unit !== 'days') {
    const before = { ...basis, today: period.from }
    const { from, to } = resolvePeriod(spec, before)
    return { from, to }
  }
  return { from: addDays(period.from, -daysBetween(period.from, period.to)), to: period.from }
}

/** A range of one day is a range. */
function isSingleDay({ kind }: PeriodSpec): boolean {
  return ['day', 'date', 'latestDate', 'weekday'].includes(kind)
}

/** If the whole year before has no working day, the comparison is with the day before. */
function workingDayBefore(day: Day, calendar: WorkCalendar): Span {
  const before = daysOf(addDays(day, -366), day).findLast((one) => calendar.isScheduled(one))
  const from = before ?? addDays(day, -1)
  return { from, to: addDays(from, 1) }
}

function workingDays(from: Day, to: Day, calendar: WorkCalendar): number {
  return daysOf(from, to).filter((day) => calendar.isScheduled(day)).length
}

/** Up to and including the Nth working day; the whole span if it has fewer, and no days if N is 0. */
function upToWorkingDay(span: Span, count: number, calendar: WorkCalendar): Span {
  if (count === 0) return { from: span.from, to: span.from }
  const last = daysOf(span.from, span.to).filter((day) => calendar.isScheduled(day))[count - 1]
  return { from: span.from, to: last ? addDays(last, 1) : span.to }
}
