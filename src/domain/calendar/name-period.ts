/** Finds the words for days: `this quarter` rather than a range, where the days are exactly that. */
import { addDays, type Day } from './day.ts'
import { type PeriodBasis, type PeriodSpec, resolvePeriod } from './period.ts'

const UNITS = ['week', 'month', 'quarter', 'year'] as const

/** The running week, month, quarter or year that is exactly `[from, to)`, else the range. */
export function nameRunningPeriod({ from, to }: { from: Day; to: Day }, basis: PeriodBasis): PeriodSpec {
  for (const unit of UNITS) {
    const spec: PeriodSpec = { kind: 'unit', unit, which: 0 }
    const named = resolvePeriod(spec, basis)
    if (named.from === from && named.to === to) return spec
  }
  return { kind: 'range', first: from, last: addDays(to, -1) }
}
