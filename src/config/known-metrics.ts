import type { Catalogue } from '../domain/metrics/catalogue.ts'
import type { Metric } from '../domain/metrics/metric.ts'

/** The metrics that settings and quota files may name, by id. */
export interface KnownMetrics {
  all: ReadonlySet<string>
  /** Those that add up over days and reps. Only these can have quotas and scorecard lines. */
  additive: ReadonlySet<string>
  /** Those measured in the company's currency. */
  money: ReadonlySet<string>
  /** Those that only some people may see. Scores are public, so they are never made of these. */
  private: ReadonlySet<string>
}

export function knownMetrics({ all }: Pick<Catalogue, 'all'>): KnownMetrics {
  return {
    all: idsOf(all),
    additive: idsOf(all.filter(({ kind }) => kind === 'additive')),
    money: idsOf(all.filter(({ unit }) => unit === 'money')),
    private: idsOf(all.filter((metric) => metric.privacy !== 'public')),
  }
}

function idsOf(metrics: readonly Metric[]): ReadonlySet<string> {
  return new Set(metrics.map(({ id }) => id))
}
