/** Why a metric has no number, or none that means anything: what is not set, or not there yet. */

import type { Settings } from '../company/settings.ts'
import { compare, ZERO } from '../numbers/exact.ts'
import { type Sums, toExact } from './measure.ts'
import type { Metric, Need } from './metric.ts'

/**
 * A setting's key, where that setting is not made; else:
 *
 * - `quota`: nobody has a target in the period; `targetMet`: nothing is missing to it
 * - `contract`: no won deal tells of recurring money
 * - `fewCosts`: so few reps have a cost that the number would tell what single people cost
 * - `notBegun`, `notOver`: of the period; `noTimePassed`: no working time of it
 */
export type Missing = Need | 'contract' | 'fewCosts' | 'targetMet' | 'notBegun' | 'notOver' | 'noTimePassed'

/** Cost figures of fewer reps than this would tell what single people cost. */
const FEWEST_COSTS = 5

export interface MissingBasis {
  settings: Settings
  /** Of the scope and period that is asked for. */
  sums: Sums
  /** Reps of the scope with a cost set. */
  costedReps: number
}

/** `null`: the number stands for itself. */
export function missingOf(metric: Metric, { settings, sums, costedReps }: MissingBasis): Missing | null {
  if (metric.needs === 'quota') return missingOfTarget(metric, sums)
  if (metric.needs !== null && isUnset(settings, metric.needs)) return metric.needs
  if (metric.needs === 'repCost' && costedReps < FEWEST_COSTS) return 'fewCosts'
  switch (metric.id) {
    case 'arr':
      return settings.contractYearsProperty === null && !sums.arr ? 'contract' : null
    case 'close_date_slip':
      return sums.has_begun === undefined ? 'notBegun' : null
    case 'forecast_accuracy':
      return sums.is_over === undefined ? 'notOver' : null
    default:
      return null
  }
}

function isUnset(settings: Settings, key: Exclude<Need, 'quota'>): boolean {
  const value = settings[key]
  return value === null || Object.keys(value).length === 0
}

function missingOfTarget({ id }: Metric, sums: Sums): Missing | null {
  if (id === 'team_at_quota') return sums.with_target ? null : 'quota'
  if (sums.target === undefined) return 'quota'
  const isPace = id === 'pace' || id === 'projected_attainment'
  if (isPace && compare(toExact(sums.elapsed_share ?? 0), ZERO) === 0) return 'noTimePassed'
  const isMet = compare(toExact(sums.revenue ?? 0), toExact(sums.target)) >= 0
  return id === 'pipeline_coverage' && isMet ? 'targetMet' : null
}

/** Worked out from assumed hours and minutes: their names say so. */
const ESTIMATES: ReadonlySet<string> = new Set([
  'admin_time',
  'selling_time',
  'tasks_per_hour',
  'revenue_per_hour',
])

export function isEstimate({ id }: Metric): boolean {
  return ESTIMATES.has(id)
}
