import { createCatalogue } from '../domain/metrics/catalogue.ts'
import type { Unit } from '../domain/metrics/unit.ts'

/** Texts exist for the metrics that every account has. */
const BUILT_INS = createCatalogue()

/** The unit of a metric. */
export function unitOf(metric: string): Unit {
  return BUILT_INS.find(metric)?.unit ?? 'count'
}

/** Whether the number is based on assumed hours or minutes, so that its name has to say so. */
export function isEstimated(metric: string): boolean {
  return BUILT_INS.find(metric)?.isEstimate ?? false
}
