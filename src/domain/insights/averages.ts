import { type Exact, over, toNumber } from '../numbers/exact.ts'
import { type Found, found, lacking } from './insights.ts'

/** Money in minor units, durations in ms. */
export interface Averages {
  /** Working days passed; for several reps, their sum. */
  working_days: number
  /** Keyed by metric, in the order in which they were requested. */
  per_working_day: Record<string, number>
}

/** Sums of additive metrics divided by the working days in which they were achieved. */
export function averagesOf(
  workingDays: Exact,
  totals: readonly { metric: string; total: Exact }[],
): Found<Averages> {
  const perDay: Record<string, number> = {}
  for (const { metric, total } of totals) {
    const average = over(total, workingDays)
    if (!average) return lacking('no_working_days')
    perDay[metric] = toNumber(average)
  }
  return found({ working_days: toNumber(workingDays), per_working_day: perDay })
}
