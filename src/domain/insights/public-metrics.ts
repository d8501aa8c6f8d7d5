/** Which metrics each insight is about. */
import { hasTerritory, isFactType } from '../facts/facts.ts'
import { isNamedTally, typeOfTally } from '../facts/tally.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { type AdditiveMetric, type Metric, partsOf } from '../metrics/metric.ts'
import { declaredPart, type Part } from '../metrics/parts.ts'

export interface InsightMetrics {
  /** What reps do, and how often it leads to the next step: candidates for what moves bookings. */
  needle: readonly Metric[]
  conversion: readonly Metric[]
  additive: readonly AdditiveMetric[]
  /** What territories are ranked by: metrics that depend only on deals, their companies and contacts. */
  ofTerritories: readonly Metric[]
  /** Every metric that some insight is about, each once. */
  all: readonly Metric[]
}

/** Metrics that only some people may see are left out. */
export function insightMetrics(catalogue: Catalogue): InsightMetrics {
  const shown = catalogue.all.filter(({ privacy }) => privacy === 'public')
  const needle = shown.filter(({ family }) => family === 'A' || family === 'C')
  const additive = shown.filter((metric) => metric.kind === 'additive')
  const ofTerritories = shown.filter(
    (metric) =>
      metric.isRanked && !metric.isEstimate && partsOf(metric).every((part) => isOfTerritories(part, metric)),
  )
  return {
    needle,
    conversion: shown.filter(({ family }) => family === 'C'),
    additive,
    ofTerritories,
    all: [...new Set<Metric>([...needle, ...additive, ...ofTerritories])],
  }
}

/** Whether the part depends only on deals and contacts, and so can be computed for any territory. */
function isOfTerritories(part: Part, { ownParts }: Metric): boolean {
  const type = ownParts.get(part)?.type
  if (type) return isFactType(type) && hasTerritory(type)
  if (!isNamedTally(part)) return declaredPart(part).isOfTerritories ?? false
  return hasTerritory(typeOfTally(part))
}
