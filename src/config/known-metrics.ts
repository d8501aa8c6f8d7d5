import { CATALOGUE } from '../domain/metrics/catalogue.ts'

/** The ids that settings may name. */
export interface KnownMetrics {
  all: ReadonlySet<string>
  /** Those that add up over days and reps: quotas and scorecard lines are about these. */
  additive: ReadonlySet<string>
  /** Those that only some people may see: no score that all may see is made of them. */
  private: ReadonlySet<string>
}

const idsOf = (metrics: typeof CATALOGUE) => new Set(metrics.map(({ id }) => id))

export const KNOWN_METRICS: KnownMetrics = {
  all: idsOf(CATALOGUE),
  additive: idsOf(CATALOGUE.filter(({ kind }) => kind === 'additive')),
  private: idsOf(CATALOGUE.filter((metric) => metric.privacy !== 'public')),
}
