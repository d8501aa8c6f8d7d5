/** Parts: the exact sums of one scope and period that formulas are made of. */
import { type NamedTally, TALLIES } from '../facts/tally.ts'

/**
 * What adds up over reps beside the tallies. Money is in minor units; it may be a fraction.
 *
 * - `working_hours`, `working_minutes`, `working_ms`: of the working days passed
 * - `note_minutes`, `task_minutes`: what notes and tasks are taken to have cost
 * - `reps_in_scope`: 1 for each rep who was there in the period
 * - `cost`, `costed_revenue`: cost so far, and bookings, of the reps with a cost set
 * - `open_…`: open deals now; `stalled_deals` among them
 * - `due_…`: open deals with a close date in the remainder of the period
 * - `due_at_start`, `slipped`, `forecast_at_start`: deals that were due when the period began
 * - `at_quota`, `with_target`: 1 for each rep who has reached, or has, a target
 * - `commission`, `commission_forecast`, `activity_points`, `objective_points`: worked out rep by rep
 */
export const REP_PARTS = [
  'working_hours',
  'working_minutes',
  'working_ms',
  'note_minutes',
  'task_minutes',
  'reps_in_scope',
  'cost',
  'costed_revenue',
  'open_deals',
  'open_value',
  'open_weighted',
  'stalled_deals',
  'due_value',
  'due_weighted',
  'due_commit',
  'due_best_case',
  'due_at_start',
  'slipped',
  'forecast_at_start',
  'at_quota',
  'with_target',
  'commission',
  'commission_forecast',
  'activity_points',
  'objective_points',
] as const
export type RepPart = (typeof REP_PARTS)[number]

/**
 * What belongs to a scope as such and adds up over nothing. Left out where there is none.
 *
 * - `companies`: distinct companies with a won deal
 * - `target`, `elapsed_share`: of the quota on bookings
 * - `days_to_quota`: working days until the running total reached the target
 * - `has_begun`, `is_over`: 1 once the period has begun, or ended
 * - `positive_set`: 1 where outcomes are named that count as positive
 */
export const SCOPE_PARTS = [
  'companies',
  'target',
  'elapsed_share',
  'days_to_quota',
  'has_begun',
  'is_over',
  'positive_set',
] as const
export type ScopePart = (typeof SCOPE_PARTS)[number]

export type Part = NamedTally | RepPart | ScopePart

/** Open deals as they are now, whatever period is asked for. */
export const STATE_PARTS: readonly Part[] = ['open_deals', 'open_value', 'open_weighted', 'stalled_deals']

/** Worked out from open deals. */
export const OPEN_PARTS: readonly Part[] = [
  ...STATE_PARTS,
  'due_value',
  'due_weighted',
  'due_commit',
  'due_best_case',
  'commission_forecast',
]

/** Worked out from what deals were when a period began. */
export const START_PARTS: readonly Part[] = ['due_at_start', 'slipped', 'forecast_at_start']

const OF_DEALS: ReadonlySet<Part> = new Set<Part>([...OPEN_PARTS, ...START_PARTS, 'companies'])

/** Worked out from deals themselves, beside tallies of them. */
export function isOfDeals(part: Part): boolean {
  return OF_DEALS.has(part)
}

const TALLY_NAMES: ReadonlySet<string> = new Set(TALLIES)

export function isNamedTally(part: Part): part is NamedTally {
  return TALLY_NAMES.has(part)
}
