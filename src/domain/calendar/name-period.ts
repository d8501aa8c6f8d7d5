/** Names a span of days: `this quarter` rather than a range, if the days are exactly that quarter. */
import { addDays, type Day } from './day.ts'
import { fiscalQuarterOf, type PeriodBasis, type PeriodSpec, resolvePeriod } from './period.ts'

const UNITS = ['week', 'month', 'quarter', 'year'] as const

/** The same for posts, which people also read later: `Q3` and `September` rather than this quarter and this month. */
export function nameLastingPeriod(days: { from: Day; to: Day }, basis: PeriodBasis): PeriodSpec {
  const spec = nameRunningPeriod(days, basis)
  if (spec.kind !== 'unit') return spec
  if (spec.unit === 'quarter')
    return { kind: 'quarter', ...fiscalQuarterOf(days.from, basis.fiscalYearStartMonth) }
  if (spec.unit !== 'month') return spec
  return { kind: 'month', year: Number(days.from.slice(0, 4)), month: Number(days.from.slice(5, 7)) }
}

/** The current week, month, quarter or year if it is exactly `[from, to)`, otherwise the range. */
export function nameRunningPeriod({ from, to }: { from: Day; to: Day }, basis: PeriodBasis): PeriodSpec {
  for (const unit of UNITS) {
    const spec: PeriodSpec = { kind: 'unit', unit, which: 0 }
    const named = resolvePeriod(spec, basis)
    if (named.from === from && named.to === to) return spec
  }
  return { kind: 'range', first: from, last: addDays(to, -1) }
}
