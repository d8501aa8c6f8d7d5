import { findMetric } from '../domain/metrics/catalogue.ts'
import type { Unit } from '../domain/metrics/unit.ts'

/** In which unit a metric is read. */
export function unitOf(metric: string): Unit {
  return findMetric(metric)?.unit ?? 'count'
}

/** Whether the number rests on assumed hours or minutes: then its name says so. */
export function isEstimated(metric: string): boolean {
  return findMetric(metric)?.isEstimate ?? false
}
