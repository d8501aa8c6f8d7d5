/** Time to quota: how many working days it took to reach the target. */
import { type Day, daysOf } from '../calendar/day.ts'
import type { WorkCalendar } from '../company/working-time.ts'
import type { Exact } from '../numbers/exact.ts'

/** What was added on a day, in the unit of the target (money: minor units). A day can occur more than once. */
export interface DayAmount {
  day: Day
  amount: number
}

/**
 * Working days from the period's first day up to and including the first day on which the running total reached the
 * target. Sales on a day off count, but the day does not. `calendar` is the scope's: a rep's own, a team's shared one,
 * or the default one for everyone. `null` without a target or until it is reached.
 */
export function timeToQuota(amounts: Iterable<DayAmount>, { target, calendar, period }: Race): number | null {
  const reached = target && dayReached(amounts, target, period)
  if (!reached) return null
  const days = daysOf(period.from, reached).filter((day) => calendar.isPresent(day)).length
  return calendar.isPresent(reached) ? days + 1 : days
}

export interface Race {
  target: Exact | null
  calendar: WorkCalendar
  /** Amounts of other days do not count. */
  period: { from: Day; until: Day }
}

function dayReached(
  amounts: Iterable<DayAmount>,
  target: Exact,
  { from, until }: Race['period'],
): Day | undefined {
  const byDay = new Map<Day, number>()
  for (const { day, amount } of amounts) byDay.set(day, (byDay.get(day) ?? 0) + amount)
  const needed = wholeAbove(target)
  let total = 0
  return daysOf(from, until).find((day) => {
    total += byDay.get(day) ?? 0
    return total >= needed
  })
}

/** Totals are whole numbers, so a target is reached at the first whole number that is not below it. */
function wholeAbove({ n, d }: Exact): number {
  return Number(n / d) + (n > 0n && n % d !== 0n ? 1 : 0)
}
