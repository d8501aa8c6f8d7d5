/** Every metric that has a text: the catalogue, and the table of the funnel. */
export const METRIC_IDS = [
  'calls',
  'dials',
  'inbound_calls',
  'connects',
  'emails',
  'meetings',
  'meetings_booked',
  'tasks',
  'notes',
  'messages',
  'activities',
  'talk_time',
  'call_length',
  'tasks_per_hour',
  'selling_time',
  'admin_time',
  'connect_rate',
  'positive_call_rate',
  'reply_rate',
  'meeting_rate',
  'no_show_rate',
  'call_to_sale',
  'mql_to_sql',
  'lead_to_opportunity',
  'lead_conversion',
  'win_rate',
  'close_rate',
  'leads_converted',
  'leads_per_rep',
  'deals_created',
  'pipeline_created',
  'deals_won',
  'deals_lost',
  'revenue',
  'revenue_per_rep',
  'average_deal',
  'sales_cycle',
  'revenue_per_call',
  'revenue_per_hour',
  'cost_efficiency',
  'arr',
  'arpa',
  'margin',
  'average_margin',
  'churn_rate',
  'pipeline_deals',
  'pipeline_value',
  'pipeline_weighted',
  'average_open_deal',
  'pipeline_coverage',
  'stalled_deals',
  'funnel',
  'quota_attainment',
  'pace',
  'projected_attainment',
  'time_to_quota',
  'team_at_quota',
  'forecast',
  'forecast_commit',
  'forecast_best_case',
  'forecast_accuracy',
  'close_date_slip',
  'commission',
  'commission_forecast',
  'activity_score',
  'objective_score',
  'score',
] as const
export type MetricId = (typeof METRIC_IDS)[number]

/** What one language says of a metric. */
export interface MetricText {
  /** Short enough for a line on a phone, and a word that people can type. */
  name: string
  /** Where there is room: with what the name leaves open. */
  title?: string
  /** An ICU message with the number and its noun; left out where the name follows the number. */
  counted?: string
  /**
   * How the number comes about, to be read after its name and a colon, in at most 200 characters: what counts, from
   * which field of HubSpot as people know it, and what does not.
   */
  formula: string
  /** What people type for it, with commas between; left out where the words of a view ask for it. */
  words?: string
}

export type MetricTexts = Readonly<Record<MetricId, MetricText>>

const KNOWN: ReadonlySet<string> = new Set(METRIC_IDS)

export function isMetricId(metric: string): metric is MetricId {
  return KNOWN.has(metric)
}
