/**
 * The tables as the rest of the store writes and reads them. JSON is stored as text; instants are epoch milliseconds.
 */
import type { FactRows } from './fact-columns.ts'

export interface OwnerRow {
  id: number
  user_id: string | null
  email: string | null
  first_name: string
  last_name: string
  archived_at: number | null
  is_archived: number
  updated_at: number
  teams: string
}

export interface HubSpotUserRow {
  user_id: string
  zone: string | null
  weekdays: string | null
  out_of_office: string
  kept: string
  updated_at: number | null
  is_listed: number
}

/** Small data that is read and replaced as a whole: account, teams, pipelines, exchange rates, goals. */
export interface DocumentRow {
  part: string
  /** Another one for each write. */
  version: string
  body: string
}

export interface ReadingRow {
  part: string
  as_of: number | null
  error: string | null
}

export interface SettingRow {
  key: string
  body: string
}

export interface RulesRow {
  number: number
  body: string
}

export interface CursorRow {
  type: string
  fill_cursor: string | null
  fill_started_at: number | null
  as_of: number | null
  filled: number
  total: number | null
  error: string | null
  fault: string | null
}

export interface TallyRow {
  tally: string
  day: string
  rep: number
  amount: number
}

/** The monthly sums of the tallies, updated with every change of a day. */
export interface TallyMonthRow {
  tally: string
  month: string
  rep: number
  amount: number
}

/** `id` is the record's id, or `?` if it could not be read. */
export interface SkippedRow {
  type: string
  id: string
  reason: string
  at: number
}

/** The store's own progress: up to when meetings have matured, and how far facts have been re-tallied. */
export interface StateRow {
  key: string
  body: string
}

export interface DeliveryRow {
  id: string
  key: string
  channel: string
  message: string
  state: string
  parent_id: string | null
  ts: string | null
  not_before: number
  lease_until: number | null
  worker: string | null
  attempts: number
  sending_at: number | null
  error: string | null
  created_at: number
}

export interface SlotRow {
  schedule: string
  local_date: string
  due_at: number
  outcome: string
  at: number
  delivery_key: string | null
  reason: string | null
}

export interface ScheduleRow {
  schedule: string
  version: string
  since: number
}

/** A deal's property had `value` from `at` on. */
export interface DealChangeRow {
  deal_id: number
  property: string
  at: number
  value: string | null
}

/** An activity that a deal is associated with. */
export interface DealActivityRow {
  deal_id: number
  type: string
  activity_id: number
}

/** A record that was merged into another one. */
export interface AliasRow {
  type: string
  id: number
  into_id: number
}

/** A change that altered numbers of days already reported. */
export interface RestatementRow {
  type: string
  id: number
  reason: string
  at: number
}

/** The progress of a pass over a type. */
export interface PassRow {
  pass: string
  type: string
  position: string | null
  began_at: number | null
  ended_at: number | null
}

export interface LeaseRow {
  name: string
  holder: string
  epoch: number
  expires_at: number
  taken_at: number
}

/** When the next request of a kind may begin, across all replicas. */
export interface BudgetRow {
  kind: string
  next_at: number
}

/** `question` is JSON. */
export interface LastQuestionRow {
  asker: string
  place: string
  question: string
  at: number
}

/** Who did what to whom. `what` is JSON. */
export interface AuditRow {
  id: string
  at: number
  action: string
  actor: string
  actor_owner: number | null
  subject: string
  what: string
  surface: string
}

export interface Tables extends FactRows {
  owners: OwnerRow
  hubspot_users: HubSpotUserRow
  documents: DocumentRow
  readings: ReadingRow
  settings: SettingRow
  rules: RulesRow
  cursors: CursorRow
  tallies: TallyRow
  tally_months: TallyMonthRow
  skipped_records: SkippedRow
  state: StateRow
  deliveries: DeliveryRow
  slots: SlotRow
  deal_changes: DealChangeRow
  deal_activities: DealActivityRow
  aliases: AliasRow
  restatements: RestatementRow
  passes: PassRow
  leases: LeaseRow
  budgets: BudgetRow
  schedules: ScheduleRow
  audit: AuditRow
  last_questions: LastQuestionRow
}
