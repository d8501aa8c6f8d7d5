/** Insights: what the measured numbers imply. The shapes in this room appear in the document unchanged. */

/** Why a part of the insights is missing. */
export type Why =
  | 'still_loading'
  | 'not_readable'
  | 'not_in_hubspot'
  | 'positive_outcomes_not_set'
  | 'renewals_not_set'
  | 'no_recurring_money'
  | 'too_few_reps'
  | 'no_variance'
  | 'under_minimum_sample'
  | 'team_has_none'
  | 'no_bottleneck'
  | 'nobody_better'
  | 'no_won_deals'
  | 'links_not_read'
  | 'too_few_territories'
  | 'no_reps'
  | 'no_sales_pipeline'
  | 'no_open_deals'
  | 'no_ended_stays'
  | 'nothing_to_compare'
  | 'none_slower'
  | 'no_activities'
  | 'no_calls'
  | 'no_revenue'
  | 'no_working_days'

/** A part of the insights, or why it is missing. */
export type Found<T> = { value: T; why: null } | { value: null; why: Why }

export function found<T>(value: T): { value: T; why: null } {
  return { value, why: null }
}

export function lacking(why: Why): { value: null; why: Why } {
  return { value: null, why }
}
