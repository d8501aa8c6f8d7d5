import { findMetric } from '../domain/metrics/catalogue.ts'
import type { Unit } from '../domain/metrics/metric.ts'

/** In which unit a metric is read. */
export function unitOf(metric: string): Unit {
  return findMetric(metric)?.unit ?? 'count'
}
