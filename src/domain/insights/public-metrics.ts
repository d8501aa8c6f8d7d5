import { privacyOf } from '../access/metrics.ts'
import { DEFAULT_SETTINGS } from '../company/settings.ts'
import { TALLIES } from '../facts/tally.ts'
import { typesBehind } from '../figures/sources.ts'
import { CATALOGUE } from '../metrics/catalogue.ts'
import { type AdditiveMetric, type Metric, partsOf } from '../metrics/metric.ts'
import type { Part } from '../metrics/parts.ts'

/** A tally that is no metric of its own. */
const TALLIES_ONLY = ['deals_lost']

/** The metrics that insights may be about: none that few people may see. */
export const PUBLIC_METRICS: readonly Metric[] = CATALOGUE.filter(
  (metric) => privacyOf(metric) === 'public' && !TALLIES_ONLY.includes(metric.id),
)

/** What reps do, and how often it leads to the next step: what may move bookings. */
export const NEEDLE_METRICS = PUBLIC_METRICS.filter(({ family }) => family === 'A' || family === 'C')

export const CONVERSION_METRICS = PUBLIC_METRICS.filter(({ family }) => family === 'C')

export const ADDITIVE_METRICS: readonly AdditiveMetric[] = PUBLIC_METRICS.filter(
  (metric) => metric.kind === 'additive',
)

/** What open deals and the number of reps add to tallies. Working hours are not among it: estimates are on no board. */
const BOARD_PARTS: readonly Part[] = [
  ...TALLIES,
  'reps_in_scope',
  'open_deals',
  'open_value',
  'open_weighted',
  'companies',
  'positive_set',
]

/** What teams are ranked by. */
export const TEAM_METRICS = PUBLIC_METRICS.filter(
  (metric) => metric.isRanked && partsOf(metric).every((part) => BOARD_PARTS.includes(part)),
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
