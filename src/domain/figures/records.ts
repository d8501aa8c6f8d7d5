/** Whether a rep did any of what a metric is about, where its value 0 alone does not say so. */
import { TALLIES } from '../facts/tally.ts'
import { type Sums, toExact } from '../metrics/measure.ts'
import { isSnapshot, type Metric, partsOf } from '../metrics/metric.ts'
import { isOfDeals, type Part } from '../metrics/parts.ts'
import { typeOfTally, typesBehind } from './sources.ts'
import type { ScorecardLines } from './tallies-behind.ts'

/** The parts of which a rep has some with a record of the metric's types in the period; of a state, with an open deal now. */
export function recordParts(metric: Metric, lines: ScorecardLines): readonly Part[] {
  if (isSnapshot(metric)) return ['open_deals']
  const types = typesBehind([metric], lines)
  return TALLIES.filter((tally) => types.includes(typeOfTally(tally)))
}

/** The same with what was so when the period began: where none of it is there, nothing is logged that a metric is about. */
export function loggedParts(metric: Metric, lines: ScorecardLines): readonly Part[] {
  return [...recordParts(metric, lines), ...partsOf(metric).filter(isOfDeals)]
}

/** Whether any of some parts is there. */
export function hasAny(parts: readonly Part[], sums: Sums): boolean {
  return parts.some((part) => toExact(sums[part] ?? 0).n !== 0n)
}
