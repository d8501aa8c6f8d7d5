/** What a rep costs: a month's salary, incentives and tools, spread over the rep's working days in that month. */
import { addDays, type Day, daysOf } from '../calendar/day.ts'
import { type Exact, exact, fromDecimal, over, sum, times, toWhole, ZERO } from '../numbers/exact.ts'
import { daysPassed } from './days-passed.ts'
import type { Rep, Roster } from './roster.ts'
import type { Settings } from './settings.ts'
import { repCalendar, type WorkCalendar } from './working-time.ts'

type CostSteps = Settings['repCost'][string]

interface Span {
  from: Day
  to: Day
}

/**
 * The exact cost, in minor units, of the rep's working days passed in a period; `null` if no cost is set for the rep.
 * Each monthly cost applies until the next one that is set. Months before the first one, and months without a working
 * day, cost nothing.
 */
export function costOf(
  rep: Rep,
  period: Span,
  { roster, now }: { roster: Roster; now: number },
): Exact | null {
  const { settings, exponent } = roster
  const steps = settings.repCost[rep.id] ?? []
  if (steps.length === 0) return null
  const calendar = repCalendar(rep, settings)
  const costs = monthsOf(period).map((month) => {
    const days = daysPassed(rep, overlapOf(month, period), { now, settings })
    const monthlyMinor = monthlyMinorIn(month, steps, exponent)
    return times(days, over(monthlyMinor, workingDaysOf(month, calendar)) ?? ZERO)
  })
  return sum(costs)
}

/** The whole months that a period touches. */
function monthsOf({ from, to }: Span): Span[] {
  const months: Span[] = []
  for (let first = monthStart(from); first < to; first = monthStart(addDays(first, 31)))
    months.push({ from: first, to: monthStart(addDays(first, 31)) })
  return months
}

function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

function overlapOf(month: Span, period: Span): Span {
  return {
    from: month.from > period.from ? month.from : period.from,
    to: month.to < period.to ? month.to : period.to,
  }
}

function workingDaysOf({ from, to }: Span, calendar: WorkCalendar): Exact {
  return exact(daysOf(from, to).filter((day) => calendar.isPresent(day)).length)
}

/** The latest step at or before the month, whatever order the steps are listed in. */
function monthlyMinorIn({ from }: Span, steps: CostSteps, exponent: number): Exact {
  const month = from.slice(0, 7)
  const [latest] = steps.filter((step) => step.from <= month).sort((a, b) => (a.from < b.from ? 1 : -1))
  const monthly = fromDecimal(latest?.monthly ?? '0') ?? ZERO
  return exact(toWhole(times(monthly, exact(10n ** BigInt(exponent)))))
}
