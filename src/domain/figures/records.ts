/** Whether a rep has a record of what a metric is about, which a value of 0 alone does not show. */
import { isOwnTally, TALLIES, typeOfTally } from '../facts/tally.ts'
import { type Sums, toExact } from '../metrics/measure.ts'
import { isSnapshot, type Metric, partsOf, talliesOf } from '../metrics/metric.ts'
import { isOfDeals, type Part } from '../metrics/parts.ts'
import { sourcesOf } from './sources.ts'
import type { ScorecardLines } from './tallies-behind.ts'

/** Parts that are not 0 if a rep has a record of the metric's types in the period, or for a state now an open deal. */
export function recordParts(metric: Metric, lines: ScorecardLines): readonly Part[] {
  if (isSnapshot(metric)) return ['open_deals']
  const sources = sourcesOf([metric], lines)
  return [
    ...TALLIES.filter((tally) => sources.includes(typeOfTally(tally))),
    ...talliesOf(metric).filter(isOwnTally),
  ]
}

/** The same plus the metric's deals at the period's start. If all are 0, nothing the metric is about was logged. */
export function loggedParts(metric: Metric, lines: ScorecardLines): readonly Part[] {
  return [...recordParts(metric, lines), ...partsOf(metric).filter(isOfDeals)]
}

/** Whether any of the parts is not 0. */
export function hasAny(parts: readonly Part[], sums: Sums): boolean {
  return parts.some((part) => toExact(sums[part] ?? 0).n !== 0n)
}
