import { createCatalogue } from '../domain/metrics/catalogue.ts'
import type { Unit } from '../domain/metrics/unit.ts'

/** Texts know the metrics that every account has. */
const BUILT_INS = createCatalogue()

/** In which unit a metric is read. */
export function unitOf(metric: string): Unit {
  return BUILT_INS.find(metric)?.unit ?? 'count'
}

/** Whether the number rests on assumed hours or minutes: then its name says so. */
export function isEstimated(metric: string): boolean {
  return BUILT_INS.find(metric)?.isEstimate ?? false
}
