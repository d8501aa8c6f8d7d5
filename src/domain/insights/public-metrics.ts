/** Which metrics each insight is about. */
import { DEFAULT_SETTINGS } from '../company/settings.ts'
import { typesBehind } from '../figures/sources.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { type AdditiveMetric, type Metric, partsOf } from '../metrics/metric.ts'
import { PARTS } from '../metrics/parts.ts'

export interface InsightMetrics {
  /** What reps do, and how often it leads to the next step: candidates for what moves bookings. */
  needle: readonly Metric[]
  conversion: readonly Metric[]
  additive: readonly AdditiveMetric[]
  /** What teams are ranked by. */
  ofTeams: readonly Metric[]
  /** What values of the territory property are ranked by: only deals and contacts have that property. */
  ofTerritories: readonly Metric[]
  /** Every metric that some insight is about, each once. */
  all: readonly Metric[]
}

/** Metrics that only some people may see are left out. */
export function insightMetrics(catalogue: Catalogue): InsightMetrics {
  const shown = catalogue.all.filter((metric) => metric.privacy === 'public' && metric.isInsight)
  const needle = shown.filter(({ family }) => family === 'A' || family === 'C')
  const additive = shown.filter((metric) => metric.kind === 'additive')
  const ofTeams = shown.filter(
    (metric) => metric.isRanked && partsOf(metric).every((part) => PARTS[part].isOfTerritories),
  )
  const lines = { settings: DEFAULT_SETTINGS, catalogue }
  return {
    needle,
    conversion: shown.filter(({ family }) => family === 'C'),
    additive,
    ofTeams,
    ofTerritories: ofTeams.filter(
      (metric) =>
        typesBehind([metric], lines).every((type) => type === 'deals' || type === 'contacts') &&
        !partsOf(metric).includes('companies'),
    ),
    all: [...new Set<Metric>([...needle, ...additive, ...ofTeams])],
  }
}
