/** Which types numbers rest on, so that an answer can say how fresh and complete it is. */

import type { ReadType } from '../facts/facts.ts'
import { typesOfTally } from '../facts/tally.ts'
import { type Metric, partsOf } from '../metrics/metric.ts'
import { detailsOf, isOfDeals } from '../metrics/parts.ts'
import { type ScorecardLines, talliesBehind } from './tallies-behind.ts'

/** What must have been read for metrics, without duplicates. */
export function typesBehind(metrics: readonly Metric[], lines: ScorecardLines): ReadType[] {
  const parts = metrics.flatMap(partsOf)
  const types = talliesBehind(parts, lines).flatMap(typesOfTally)
  const ofDeals = parts.some(isOfDeals) ? (['deals'] as const) : []
  return [...new Set([...types, ...ofDeals, ...parts.flatMap(detailsOf)])]
}
