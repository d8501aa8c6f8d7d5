import { findMetric } from '../domain/metrics/catalogue.ts'
import type { Unit } from '../domain/metrics/metric.ts'
import { isEstimate } from '../domain/metrics/missing.ts'

/** In which unit a metric is read. */
export function unitOf(metric: string): Unit {
  return findMetric(metric)?.unit ?? 'count'
}

/** Whether the number rests on assumed hours or minutes: then its name says so. */
export function isEstimated(metric: string): boolean {
  const declared = findMetric(metric)
  return declared !== undefined && isEstimate(declared)
}
