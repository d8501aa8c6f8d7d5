import type { Unit } from '../domain/metrics/metric.ts'
import type { Part } from '../domain/metrics/parts.ts'

/** How a part is written: beside the units of metrics, plain minutes and hours, and conditions that hold or do not. */
export type PartUnit = Unit | 'minutes' | 'hours' | 'condition'

/** What answers show beside the parts of formulas: of targets, plans and scorecards. */
type Figure =
  | 'actual'
  | 'attainment'
  | 'gap'
  | 'needed_per_day'
  | 'remaining_days'
  | 'uncovered_days'
  | 'working_days'
  | 'stage_entered'
  | 'units'
  | 'points'
  | 'benchmark_points'

export type PartId = Part | Figure

/** Labels, in lower case, so that they can stand before a colon or after a number. */
export type PartTexts = Readonly<Record<PartId, string>>

/** `null`: in the unit of the metric that it belongs to. */
export const PART_UNITS: Readonly<Record<PartId, PartUnit | null>> = {
  calls: 'count',
  dials: 'count',
  inbound_calls: 'count',
  connects: 'count',
  dial_connects: 'count',
  positive_calls: 'count',
  talk_ms: 'duration',
  emails: 'count',
  emails_replied: 'count',
  meetings_booked: 'count',
  meetings: 'count',
  meeting_no_shows: 'count',
  meeting_ms: 'duration',
  tasks: 'count',
  notes: 'count',
  messages: 'count',
  leads: 'count',
  mqls: 'count',
  sqls: 'count',
  opportunities: 'count',
  customers: 'count',
  deals_created: 'count',
  pipeline_created: 'money',
  deals_won: 'count',
  revenue: 'money',
  deals_lost: 'count',
  revenue_lost: 'money',
  cycle_days: 'days',
  cycle_deals: 'count',
  arr: 'money',
  margin: 'money',
  margin_deals: 'count',
  renewals_due: 'count',
  renewals_lost: 'count',
  working_hours: 'hours',
  working_minutes: 'minutes',
  working_ms: 'duration',
  note_minutes: 'minutes',
  task_minutes: 'minutes',
  reps_in_scope: 'count',
  cost: 'money',
  costed_revenue: 'money',
  open_deals: 'count',
  open_value: 'money',
  open_weighted: 'money',
  stalled_deals: 'count',
  due_value: 'money',
  due_weighted: 'money',
  due_commit: 'money',
  due_best_case: 'money',
  due_at_start: 'count',
  slipped: 'count',
  forecast_at_start: 'money',
  at_quota: 'count',
  with_target: 'count',
  commission: 'money',
  commission_forecast: 'money',
  activity_points: 'points',
  objective_points: 'points',
  companies: 'count',
  target: null,
  elapsed_share: 'ratio',
  days_to_quota: 'days',
  has_begun: 'condition',
  is_over: 'condition',
  positive_set: 'condition',
  actual: null,
  attainment: 'ratio',
  gap: null,
  needed_per_day: null,
  remaining_days: 'days',
  uncovered_days: 'days',
  working_days: 'days',
  stage_entered: 'count',
  units: 'count',
  points: 'points',
  benchmark_points: 'points',
}
