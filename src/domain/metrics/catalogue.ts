/** The catalogue: every metric that can be asked for, in the order in which help and reports list them. */
import { ACTIVITY } from './activity.ts'
import { CONVERSION } from './conversion.ts'
import type { Metric } from './metric.ts'
import { OBJECTIVES } from './objective.ts'
import { PIPELINE } from './pipeline.ts'
import { QUOTA } from './quota.ts'

const BUILT_IN = [...ACTIVITY, ...CONVERSION, ...OBJECTIVES, ...PIPELINE, ...QUOTA] as const

/** The ids of the metrics that every account has. */
export type BuiltInMetricId = (typeof BUILT_IN)[number]['id']

export const CATALOGUE: readonly Metric[] = BUILT_IN

const BY_ID: ReadonlyMap<string, Metric> = new Map(CATALOGUE.map((metric) => [metric.id, metric]))

export function findMetric(id: string): Metric | undefined {
  return BY_ID.get(id)
}

/** For ids that the program itself names: an unknown one is our fault. */
export function metricOrThrow(id: string): Metric {
  const metric = findMetric(id)
  if (!metric) throw new Error(`the catalogue has no metric '${id}'`)
  return metric
}
