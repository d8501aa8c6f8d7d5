/** Which types of facts numbers rest on, so that an answer can say how fresh and complete it is. */

import type { FactType } from '../facts/facts.ts'
import { typeOfTally } from '../facts/tally.ts'
import { type Metric, partsOf } from '../metrics/metric.ts'
import { isOfDeals } from '../metrics/parts.ts'
import { type ScorecardLines, talliesBehind } from './tallies-behind.ts'

/** The types of facts that metrics rest on, without duplicates. */
export function typesBehind(metrics: readonly Metric[], lines: ScorecardLines): FactType[] {
  const parts = metrics.flatMap(partsOf)
  const types = talliesBehind(parts, lines).map(typeOfTally)
  return [...new Set([...types, ...(parts.some(isOfDeals) ? (['deals'] as const) : [])])]
}
