/** The past periods whose course shows how a running one usually fills up. */
import { addDays, type Day, daysOf } from '../calendar/day.ts'
import type { PeriodUnit } from '../calendar/period.ts'
import { unitAfter } from '../calendar/units.ts'
import type { WorkCalendar } from '../company/working-time.ts'
import { type Exact, exact, minus, times } from '../numbers/exact.ts'

/** Days `[from, to)`, with at least one working day. */
export interface PastPeriod {
  from: Day
  to: Day
  workingDays: readonly Day[]
}

/** How many whole periods before the running one are looked at. */
const LOOKED_AT: Readonly<Record<PeriodUnit, number>> = { week: 12, month: 12, quarter: 8, year: 5 }

/** The periods with a working day just before the one that begins on `first`, in order. `calendar` is that of whose past it is. */
export function pastPeriods(unit: PeriodUnit, first: Day, calendar: WorkCalendar): PastPeriod[] {
  const counts = Array.from({ length: LOOKED_AT[unit] }, (_, index) => index - LOOKED_AT[unit])
  return counts.flatMap((count) => {
    const { from, to } = unitAfter(unit, first, count)
    const workingDays = daysOf(from, to).filter((day) => calendar.isPresent(day))
    return workingDays.length === 0 ? [] : [{ from, to, workingDays }]
  })
}

/** A point of a past period: everything before `done` is there, and `part` of what comes from then until `next`. */
export interface PastPoint {
  done: Day
  next: Day
  part: Exact
}

/** The point at which as large a share of the period's working days was over. */
export function pointAt(period: PastPeriod, elapsedShare: Exact): PastPoint {
  const days = times(elapsedShare, exact(period.workingDays.length))
  const whole = days.n / days.d
  const count = Number(whole)
  return { done: endOf(period, count), next: endOf(period, count + 1), part: minus(days, exact(whole)) }
}

/** The end of a working day. Days off before it belong to it, and those after the last one to the last. */
function endOf({ from, to, workingDays }: PastPeriod, count: number): Day {
  if (count === 0) return from
  const day = count < workingDays.length ? workingDays[count - 1] : undefined
  return day === undefined ? to : addDays(day, 1)
}
