/** Totals that an answer may not show: what they were counted from, and what the domain says of that. */
import { type Counted, needsWholePeriods, type TotalRefusal, totalRefusal } from '../domain/access/totals.ts'
import { addDays, type Day } from '../domain/calendar/day.ts'
import { repsIn, type Scope } from '../domain/company/roster.ts'
import type { AskedDays } from '../domain/figures/moment.ts'
import type { Figures } from '../values/figures.ts'
import type { SumsByRep } from '../values/rep-figures.ts'
import type { AnswerContext } from './answer-context.ts'

export interface Total {
  metric: string
  figures: Figures
  /** The sums of the days. */
  ofReps: SumsByRep
  days: AskedDays
}

/** Why the asker does not get a total; `null`: they get it, or it is not a total. */
export async function totalRefusalOf(
  context: AnswerContext,
  scope: Scope,
  { metric, figures, ofReps, days }: Total,
): Promise<TotalRefusal | null> {
  const counted = countedIn(context, scope, { metric, ofReps })
  const months: Counted[] = []
  for (const month of needsWholePeriods(context, scope) ? monthsOf(days) : [])
    months.push(countedIn(context, scope, { metric, ofReps: await figures.ofReps(month) }))
  return totalRefusal(context, scope, { counted, months, unit: days.unit })
}

export function countedIn(
  { roster, company }: AnswerContext,
  scope: Scope,
  { metric, ofReps }: Pick<Total, 'metric' | 'ofReps'>,
): Counted {
  const { settings } = roster
  const { catalogue } = company
  return { metric: catalogue.orThrow(metric), reps: repsIn(roster, scope), sums: ofReps, settings, catalogue }
}

/** The months of a quarter or year that have begun, the last one to date. */
function monthsOf({ from, until, today, unit }: AskedDays): AskedDays[] {
  if (unit !== 'quarter' && unit !== 'year') return []
  const months: AskedDays[] = []
  for (let first = from; first < until; ) {
    const next = monthAfter(first)
    months.push({ from: first, to: next, until: next < until ? next : until, today, unit: 'month' })
    first = next
  }
  return months
}

function monthAfter(day: Day): Day {
  const [year = '', month = ''] = day.split('-')
  return addDays(`${year}-${month}-01`, 32).replace(/\d\d$/, '01')
}
