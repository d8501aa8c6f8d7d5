/** The ids that settings may name: every metric of the catalogue, also those that nothing shows yet. */
export interface KnownMetrics {
  all: ReadonlySet<string>
  /** Those that add up over days and reps: quotas and scorecard lines are about these. */
  additive: ReadonlySet<string>
}

const ADDITIVE = [
  ...[
    'calls',
    'dials',
    'inbound_calls',
    'connects',
    'emails',
    'meetings',
    'meetings_booked',
    'tasks',
    'notes',
  ],
  ...['messages', 'activities', 'talk_time', 'leads_converted', 'deals_created', 'pipeline_created'],
  ...['deals_won', 'deals_lost', 'revenue', 'arr', 'margin'],
]

const OTHERS = [
  ...['call_length', 'connect_rate', 'positive_call_rate', 'reply_rate', 'meeting_rate', 'no_show_rate'],
  ...['call_to_sale', 'mql_to_sql', 'lead_to_opportunity', 'lead_conversion', 'leads_per_rep'],
  ...['revenue_per_rep', 'average_deal', 'win_rate', 'close_rate', 'sales_cycle', 'revenue_per_call'],
  ...['revenue_per_hour', 'tasks_per_hour', 'selling_time', 'admin_time', 'cost_efficiency', 'arpa'],
  ...['average_margin', 'churn_rate', 'pipeline_deals', 'pipeline_value', 'pipeline_weighted'],
  ...['average_open_deal', 'pipeline_coverage', 'stalled_deals', 'quota_attainment', 'pace'],
  ...['projected_attainment', 'time_to_quota', 'team_at_quota', 'forecast', 'forecast_commit'],
  ...['forecast_best_case', 'forecast_accuracy', 'close_date_slip', 'commission', 'commission_forecast'],
  ...['activity_score', 'objective_score', 'score'],
]

export const KNOWN_METRICS: KnownMetrics = {
  all: new Set([...ADDITIVE, ...OTHERS]),
  additive: new Set(ADDITIVE),
}
