import type { Why } from '../../domain/insights/insights.ts'

/** Why a part of the insights is missing, and what to set where that helps. */
export const WHY_NOT: Readonly<Record<Why, string>> = {
  still_loading: 'HubSpot has not been read completely yet',
  not_readable: "the token may not read it: see 'scoreline doctor'",
  positive_outcomes_not_set: "no positive outcomes: set 'positiveDispositions'",
  renewals_not_set: "no renewals: set 'renewalPipelines'",
  no_recurring_money: "no recurring money: set 'contractYearsProperty'",
  too_few_reps: 'fewer than 8 reps with a value',
  no_variance: 'all reps have the same value',
  under_minimum_sample: 'too small a sample for any rate',
  team_has_none: 'nothing to compare with in the team',
  no_bottleneck: 'lags behind in nothing',
  nobody_better: 'nobody to learn from ranks higher',
  no_won_deals: 'no deals were won',
  links_not_read: 'the activities of deals have not been read yet',
  too_few_territories: 'fewer than two territories',
  no_reps: 'no reps',
  no_sales_pipeline: 'no sales pipeline',
  no_open_deals: 'no open deals of known age',
  no_ended_stays: 'no deal has left the stage in a year',
  nothing_to_compare: 'nothing to compare with',
  none_slower: 'no stage is slower than usual',
  no_activities: 'no activities',
  no_calls: 'no calls',
  no_revenue: 'no bookings in the three months',
  no_working_days: 'no working days',
}
