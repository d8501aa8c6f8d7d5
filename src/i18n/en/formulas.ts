import type { Formulas } from '../metric-text.ts'

export const en: Formulas = {
  calls:
    'every call that took place, in and out, by its activity date in HubSpot. Not calls cancelled, queued or never put through.',
  dials:
    'calls with direction outbound or none, by activity date. Not calls cancelled, queued or never put through.',
  inbound_calls: 'calls with direction inbound, by activity date.',
  connects:
    'calls with a connected outcome, in and out, by activity date. Calls without an outcome do not count.',
  emails:
    'emails sent or forwarded by reps and logged in HubSpot, by activity date. Not received or unsent ones.',
  meetings:
    'meetings by start time with outcome completed, or scheduled or none once they are over. Not cancelled, rescheduled or no-show.',
  meetings_booked: 'every meeting by the day it was created in HubSpot, whatever came of it.',
  tasks: 'tasks marked completed, by completion date. Open tasks do not count.',
  notes: 'notes logged in HubSpot, by activity date.',
  messages: 'LinkedIn, SMS and WhatsApp messages logged in HubSpot, by activity date.',
  activities: 'calls + emails + meetings held + tasks completed + notes + messages.',
  talk_time: 'call durations of connected calls, added up. Calls without a duration add nothing.',
  call_length: 'talk time ÷ connected calls.',
  tasks_per_hour:
    'tasks completed ÷ working hours so far. Hours are those of the working calendar, not measured.',
  selling_time:
    'time in connected calls and meetings held ÷ working hours so far. A meeting counts for 12 hours at most.',
  admin_time:
    'notes and tasks, each at the minutes that the settings give it, ÷ working hours so far. No time is measured.',
  connect_rate: 'connected outbound calls ÷ outbound calls. Inbound calls are in neither.',
  positive_call_rate:
    'calls with a positive outcome ÷ connected calls. The positive outcomes are chosen in the settings.',
  reply_rate: 'sent emails with at least one reply ÷ sent emails.',
  meeting_rate: 'meetings booked ÷ connected calls.',
  no_show_rate:
    'meetings with outcome no show ÷ meetings held and no-shows. Cancelled and rescheduled ones are in neither.',
  call_to_sale: 'deals won ÷ calls, both in the period.',
  mql_to_sql:
    'contacts that became SQL ÷ contacts that became MQL, by the day they entered the lifecycle stage.',
  lead_to_opportunity:
    'contacts that entered lifecycle stage opportunity ÷ contacts created. Contacts without an owner are in neither.',
  lead_conversion:
    'contacts that entered lifecycle stage customer ÷ contacts created. Contacts without an owner are in neither.',
  win_rate:
    'deals won ÷ deals won and lost, by close date, in the sales pipelines. Open deals are in neither.',
  close_rate:
    'deals won by close date ÷ deals created by create date, in the same period and the sales pipelines.',
  leads_converted: 'contacts with an owner by the day they entered lifecycle stage customer.',
  leads_per_rep: 'leads converted ÷ reps who were there in the period.',
  deals_created: 'deals by create date, in the sales pipelines, whatever came of them.',
  pipeline_created:
    'amounts of deals by create date, in the sales pipelines. Deals without an amount add nothing.',
  deals_won: 'deals in a won stage, by close date, in the sales pipelines.',
  deals_lost: 'deals closed but not won, by close date, in the sales pipelines.',
  revenue:
    'amounts of deals won, by close date, in the company currency. Not invoices or cash; deals without an amount add nothing.',
  revenue_per_rep: 'bookings ÷ reps who were there in the period.',
  average_deal: 'bookings ÷ deals won.',
  sales_cycle:
    'days from create date to close date of deals won, on average. Deals without one of the dates are left out.',
  revenue_per_call: 'bookings ÷ calls, both in the period.',
  revenue_per_hour: 'bookings ÷ working hours so far. Hours are those of the working calendar, not measured.',
  cost_efficiency:
    'bookings ÷ cost so far (salary, incentives, tools), both only of reps with a cost in the settings.',
  arr: 'deals won, by close date: their ARR, else MRR × 12, else amount ÷ contract years. Deals without any of these add nothing.',
  arpa: 'bookings ÷ companies with a deal won in the period, each once. Deals without a company count in bookings only.',
  margin:
    'amount less cost of deals won, by close date, where both are known. The cost property is chosen in the settings.',
  average_margin: 'margin ÷ deals won whose amount and cost are known.',
  churn_rate:
    'renewal deals closed but not won ÷ all renewal deals closed, by close date, in the renewal pipelines.',
  pipeline_deals: 'deals open now, in the sales pipelines, whatever the period.',
  pipeline_value: 'amounts of deals open now, in the sales pipelines, whatever the period.',
  pipeline_weighted: 'amounts of deals open now, each × the deal’s probability, else its stage’s.',
  average_open_deal: 'amounts of deals open now ÷ their number.',
  pipeline_coverage:
    'amounts of open deals due in the rest of the period ÷ what is missing to the target. No value once it is met.',
  stalled_deals:
    'deals open now that are past their close date or older than twice the team’s sales cycle of the last year.',
  funnel:
    'deals that entered each stage of a pipeline, and the share that entered the next one. Lost stages are listed apart.',
  quota_attainment: 'actual ÷ target of the period; of bookings where nothing else is named.',
  pace: 'share of the target reached ÷ share of working time passed. 100 % is just what is expected by now.',
  projected_attainment:
    'share of the target reached ÷ share of working time passed: where the period ends at this pace.',
  time_to_quota: 'working days from the first day of the period to the day on which the target was reached.',
  team_at_quota: 'reps who reached their target ÷ reps with a target.',
  forecast: 'bookings + amount × probability of open deals with a close date in the rest of the period.',
  forecast_commit:
    'bookings + amounts of open deals due in the rest of the period with forecast category commit.',
  forecast_best_case:
    'bookings + amounts of open deals due in the rest of the period with forecast category commit or best case.',
  forecast_accuracy:
    '100 % less the gap between the forecast at the period’s start and bookings ÷ the larger of the two. Only for periods that are over.',
  close_date_slip:
    'of the deals that were due in the period when it began, the share whose close date is no longer in it, also if closed since.',
  commission:
    'bookings × the rates of the commission tiers, by how far they reach the target. Not what payroll pays out.',
  commission_forecast: 'forecast × the rates of the commission tiers, by how far it reaches the target.',
  activity_score: 'activities such as calls and meetings × their points in the scorecard, added up.',
  objective_score: 'results such as deals created and won × their points in the scorecard, added up.',
  score: 'activity score + objective score.',
}
