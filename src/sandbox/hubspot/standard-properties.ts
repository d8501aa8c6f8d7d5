import { activityTypes, type ObjectType } from './object-types.ts'

/** HubSpot's own call outcomes. */
export const standardDispositions = [
  { value: '9d9162e7-6cf3-4944-bf63-4dff82258764', label: 'Busy' },
  { value: 'f240bbac-87c9-4f6e-bf70-924b57d47db7', label: 'Connected' },
  { value: 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff', label: 'Left live message' },
  { value: 'b2cf5968-551e-4856-9783-52b3da59a7d0', label: 'Left voicemail' },
  { value: '73a0d17f-1163-4015-bdd5-ec830791da20', label: 'No answer' },
  { value: '17b47fee-58de-441e-a44c-c6300d46f273', label: 'Wrong number' },
]

const everywhere =
  'hs_object_id:number hs_createdate:datetime hs_lastmodifieddate:datetime hubspot_owner_id:enumeration ' +
  'hubspot_team_id:enumeration hubspot_owner_assigneddate:datetime hs_merged_object_ids:enumeration ' +
  'hs_created_by_user_id:number hs_object_source:string hs_all_owner_ids:enumeration hs_user_ids_of_all_owners:enumeration'

const onActivities =
  'hs_timestamp:datetime hs_activity_type:enumeration hs_body_preview:string hs_gdpr_deleted:bool hs_created_by:number'

const goalProperties =
  'hs_goal_name:string hs_goal_type:enumeration hs_milestone:enumeration hs_target_amount:number ' +
  'hs_target_amount_in_home_currency:number hs_goal_target_currency_code:enumeration ' +
  'hs_start_datetime:datetime hs_end_datetime:datetime hs_assignee_user_id:number hs_assignee_team_id:number ' +
  'hs_group_correlation_uuid:string hs_goal_target_group_id:number hs_kpi_value:number ' +
  'hs_kpi_progress_percent:number hs_kpi_value_last_calculated_at:datetime hs_kpi_metric_type:enumeration ' +
  'hs_kpi_object_type_id:string hs_kpi_property_name:string hs_kpi_time_period_property:string ' +
  'hs_kpi_filter_groups:string hs_pipeline_ids:enumeration hs_kpi_is_team_rollup:bool ' +
  'hs_kpi_tracking_method:enumeration hs_kpi_unit_type:enumeration hs_status:enumeration hs_outcome:enumeration ' +
  'hs_fiscal_year_offset:number'

const ofType: Partial<Record<ObjectType, string>> = {
  contacts:
    'email:string firstname:string lastname:string createdate:datetime lastmodifieddate:datetime ' +
    'lifecyclestage:enumeration hs_lead_status:enumeration jobtitle:string ' +
    'hs_v2_date_entered_lead:datetime hs_v2_date_entered_marketingqualifiedlead:datetime ' +
    'hs_v2_date_entered_salesqualifiedlead:datetime hs_v2_date_entered_opportunity:datetime ' +
    'hs_v2_date_entered_customer:datetime hs_calculated_merged_vids:enumeration',
  companies: 'name:string domain:string createdate:datetime country:string industry:enumeration',
  deals:
    'dealname:string pipeline:enumeration dealstage:enumeration amount:number amount_in_home_currency:number ' +
    'deal_currency_code:enumeration hs_exchange_rate:number createdate:datetime closedate:datetime ' +
    'hs_is_closed:bool hs_is_closed_won:bool hs_is_closed_lost:bool hs_closed_won_date:datetime ' +
    'hs_deal_stage_probability:number hs_forecast_amount:number hs_projected_amount:number ' +
    'hs_manual_forecast_category:enumeration hs_arr:number hs_mrr:number hs_tcv:number hs_acv:number ' +
    'days_to_close:number dealtype:enumeration closed_lost_reason:string closed_won_reason:string ' +
    'hs_is_deal_split:bool hs_num_of_associated_line_items:number num_notes:number ' +
    'notes_last_contacted:datetime notes_last_updated:datetime hs_next_step:string hs_priority:enumeration ' +
    'hs_v2_date_entered_current_stage:datetime hs_v2_time_in_current_stage:datetime',
  calls:
    'hs_call_direction:enumeration hs_call_duration:number hs_call_status:enumeration ' +
    'hs_call_disposition:enumeration hs_call_title:string hs_call_source:enumeration hs_call_has_voicemail:bool',
  emails:
    'hs_email_direction:enumeration hs_email_status:enumeration hs_email_open_count:number ' +
    'hs_email_click_count:number hs_email_reply_count:number hs_email_subject:string hs_email_sent_via:enumeration ' +
    'hs_email_thread_id:string hs_sequence_id:number hs_email_text:string',
  meetings:
    'hs_meeting_outcome:enumeration hs_meeting_start_time:datetime hs_meeting_end_time:datetime ' +
    'hs_meeting_title:string hs_attendee_owner_ids:enumeration hs_meeting_source:enumeration',
  tasks:
    'hs_task_status:enumeration hs_task_completion_date:datetime hs_task_priority:enumeration ' +
    'hs_task_type:enumeration hs_task_subject:string hs_task_is_overdue:bool',
  notes: 'hs_note_body:string',
  communications:
    'hs_communication_channel_type:enumeration hs_communication_logged_from:enumeration hs_communication_body:string',
  goal_targets: goalProperties,
  users:
    'hs_internal_user_id:number hs_email:string hs_given_name:string hs_family_name:string hs_job_title:string ' +
    'hs_standard_time_zone:enumeration hs_working_hours:string hs_out_of_office_hours:string ' +
    'hs_availability_status:enumeration hs_deactivated:bool',
  leads:
    'hs_lead_name:string hs_lead_type:enumeration hs_lead_label:enumeration hs_pipeline:enumeration ' +
    'hs_pipeline_stage:enumeration hs_primary_contact_id:number hs_lead_first_outreach_date:datetime ' +
    'hs_lead_pipeline_value:number hs_lead_disqualification_reason:enumeration hs_lead_is_open_v2:bool',
  tickets:
    'subject:string content:string createdate:datetime hs_pipeline:enumeration hs_pipeline_stage:enumeration ' +
    'hs_ticket_category:enumeration hs_ticket_priority:enumeration closed_date:datetime hs_is_closed:bool ' +
    'hs_last_closed_date:datetime hs_ticket_reopened_at:datetime first_agent_reply_date:datetime',
  quotes:
    'hs_title:string hs_status:enumeration hs_quote_status:enumeration hs_quote_amount:number ' +
    'hs_currency:enumeration hs_quote_owner_id:enumeration hs_expiration_date:date ' +
    'hs_last_published_date:datetime hs_esign_date:datetime hs_accepted_date:datetime hs_payment_date:datetime ' +
    'hs_payment_status:enumeration',
  invoices:
    'hs_invoice_date:datetime hs_due_date:datetime hs_payment_date:datetime hs_amount_billed:number ' +
    'hs_balance_due:number hs_amount_paid:number hs_currency:enumeration hs_invoice_status:enumeration',
  commerce_payments:
    'hs_initiated_date:datetime hs_payout_date:datetime hs_initial_amount:number hs_net_amount:number ' +
    'hs_refunds_amount:number hs_initial_amount_in_portal_currency:number hs_currency_code:enumeration ' +
    'hs_latest_status:enumeration',
  line_items:
    'name:string createdate:datetime amount:number price:number quantity:number hs_cost_of_goods_sold:number ' +
    'hs_line_item_currency_code:enumeration recurringbillingfrequency:enumeration ' +
    'hs_recurring_billing_start_date:date hs_recurring_billing_end_date:date',
  subscriptions:
    'hs_recurring_billing_start_date:date hs_next_payment_due_date:date hs_last_payment_amount:number ' +
    'hs_next_payment_amount:number hs_mrr:number hs_arr:number hs_currency_code:enumeration hs_status:enumeration',
  orders:
    'hs_external_created_date:datetime hs_processed_date:datetime hs_closed_date:datetime hs_total_price:number ' +
    'hs_currency_code:enumeration hs_pipeline:enumeration hs_pipeline_stage:enumeration',
  feedback_submissions:
    'hs_submission_timestamp:datetime hs_value:number hs_survey_type:enumeration hs_response_group:enumeration ' +
    'hs_sentiment:enumeration hs_survey_channel:enumeration',
  appointments:
    'hs_appointment_start:datetime hs_appointment_end:datetime hs_pipeline:enumeration hs_pipeline_stage:enumeration',
  products: 'name:string price:number hs_sku:string createdate:datetime',
  deal_split: 'hs_deal_split_percentage:number hs_deal_split_amount:number',
}

const activities: ReadonlySet<string> = new Set(activityTypes)

/** Name and HubSpot type of each property that exists in every account. */
export function standardProperties(type: ObjectType): [string, string][] {
  const listed = [everywhere, activities.has(type) ? onActivities : '', ofType[type] ?? ''].join(' ')
  return listed
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [name = '', kind = 'string'] = entry.split(':')
      return [name, kind]
    })
}
