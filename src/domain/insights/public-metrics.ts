import { DEFAULT_SETTINGS } from '../company/settings.ts'
import { typesBehind } from '../figures/sources.ts'
import { CATALOGUE } from '../metrics/catalogue.ts'
import { type AdditiveMetric, type Metric, partsOf } from '../metrics/metric.ts'
import { PARTS } from '../metrics/parts.ts'

/** The metrics that insights may be about: none that few people may see. */
export const PUBLIC_METRICS: readonly Metric[] = CATALOGUE.filter(
  (metric) => metric.privacy === 'public' && metric.isInsight,
)

/** What reps do, and how often it leads to the next step: what may move bookings. */
export const NEEDLE_METRICS = PUBLIC_METRICS.filter(({ family }) => family === 'A' || family === 'C')

export const CONVERSION_METRICS = PUBLIC_METRICS.filter(({ family }) => family === 'C')

export const ADDITIVE_METRICS: readonly AdditiveMetric[] = PUBLIC_METRICS.filter(
  (metric) => metric.kind === 'additive',
)

/** What teams are ranked by. */
export const TEAM_METRICS = PUBLIC_METRICS.filter(
  (metric) => metric.isRanked && partsOf(metric).every((part) => PARTS[part].isOfTerritories),
)

/** What values of a property are ranked by: only deals and contacts have one. */
export const TERRITORY_METRICS = TEAM_METRICS.filter(
  (metric) =>
    typesBehind([metric], DEFAULT_SETTINGS).every((type) => type === 'deals' || type === 'contacts') &&
    !partsOf(metric).includes('companies'),
)

/** All that some insight is about, each once. */
export const MEASURED_METRICS: readonly Metric[] = [
  ...new Set<Metric>([...NEEDLE_METRICS, ...ADDITIVE_METRICS, ...TEAM_METRICS]),
]
