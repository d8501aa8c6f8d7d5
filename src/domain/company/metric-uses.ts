/** Where the settings name metrics besides their declarations. */
import type { OwnMetric } from './own-metrics.ts'
import type { Settings } from './settings.ts'

export type UsingKey = 'quotas' | 'goals' | 'scorecard' | 'benchmarks' | 'digests'

/** `place`: as complaints write it, such as `quotas[0].metric`. */
export interface MetricUse {
  metric: string
  key: UsingKey
  place: string
  /** Whether only metrics that add up over days can be named there. */
  isForSums: boolean
  /** Whether an amount in the metric's unit stands beside it. */
  hasAmount: boolean
}

/** Every place that names a metric. */
export function metricUses(settings: Pick<Settings, UsingKey>): MetricUse[] {
  const { quotas, goals, scorecard, benchmarks, digests } = settings
  const amount = { isForSums: true, hasAmount: true }
  return [
    ...quotas.map(
      ({ metric }, at): MetricUse => ({ metric, key: 'quotas', place: `quotas[${at}].metric`, ...amount }),
    ),
    ...goals.map(
      ({ metric }, at): MetricUse => ({ metric, key: 'goals', place: `goals[${at}].metric`, ...amount }),
    ),
    ...scorecard.map(
      ({ metric }, at): MetricUse => ({
        metric,
        key: 'scorecard',
        place: `scorecard[${at}].metric`,
        ...amount,
      }),
    ),
    ...Object.entries(benchmarks).flatMap(([holder, own]) =>
      Object.keys(own).map(
        (metric): MetricUse => ({
          metric,
          key: 'benchmarks',
          place: `benchmarks["${holder}"].${metric}`,
          isForSums: false,
          hasAmount: true,
        }),
      ),
    ),
    ...digests.flatMap(({ board, columns }, at) => [
      shown(board, `digests[${at}].board`),
      ...columns.map((metric, column) => shown(metric, `digests[${at}].columns[${column}]`)),
    ]),
  ]
}

function shown(metric: string, place: string): MetricUse {
  return { metric, key: 'digests', place, isForSums: false, hasAmount: false }
}

/** The ratios among own metrics that are made of a metric. */
export function ratiosOf(metric: string, metrics: readonly OwnMetric[]): string[] {
  const isMadeOf = ({ ratio }: OwnMetric) =>
    ratio !== undefined && [...ratio.numerator, ...ratio.denominator].includes(metric)
  return metrics.filter(isMadeOf).map(({ id }) => id)
}
