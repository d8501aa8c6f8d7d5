/** The first tables. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../engine.ts'

/** Columns that all fact tables share, before those of the type. */
const COMMON = `
  id bigint primary key,
  owner_id bigint,
  modified_at bigint not null,
  rules integer not null,
  counts_from bigint,
  unreadable text`

const FACT_TABLES: Readonly<Record<string, string>> = {
  calls: 'at bigint, direction text, status text, disposition text, duration_ms bigint',
  emails: 'at bigint, direction text, status text, reply_count bigint',
  meetings: 'at bigint, created_at bigint, starts_at bigint, ends_at bigint, outcome text',
  tasks: 'at bigint, completed_at bigint, status text',
  notes: 'at bigint',
  communications: 'at bigint, channel text',
  contacts:
    'created_at bigint, mql_at bigint, sql_at bigint, opportunity_at bigint, customer_at bigint, territory text',
  deals: `name text, pipeline_id text, stage_id text, created_at bigint, closes_at bigint,
    is_closed integer not null, is_won integer not null, amount text, home_amount text, currency text,
    probability text, forecast_category text, arr text, mrr text, cost text, contract_years text,
    territory text, company_id bigint, stage_entries text, history_for bigint, company_for bigint,
    activities_for bigint`,
}

const OTHER_TABLES: readonly string[] = [
  `create table owners (id bigint primary key, user_id text, email text, first_name text not null,
    last_name text not null, is_archived integer not null, archived_at bigint, updated_at bigint not null,
    teams text not null)`,
  'create table documents (part text primary key, body text not null)',
  'create table readings (part text primary key, as_of bigint, error text)',
  'create table settings (key text primary key, body text not null)',
  'create table rules (number integer primary key, body text not null)',
  `create table cursors (type text primary key, fill_cursor text, fill_started_at bigint, as_of bigint,
    filled bigint not null, total bigint, error text, fault text)`,
  `create table skipped_records (type text not null, id text not null, reason text not null, at bigint not null,
    primary key (type, id))`,
  'create table state (key text primary key, body text not null)',
  "create index deal_changes_by_close on deal_changes (value, deal_id, at) where property = 'closesAt'",
  'create table aliases (type text not null, id bigint not null, into_id bigint not null, primary key (type, id))',
  `create table restatements (type text not null, id bigint not null, reason text not null, at bigint not null,
    primary key (type, id, reason, at))`,
  `create table passes (pass text not null, type text not null, position text, began_at bigint, ended_at bigint,
    primary key (pass, type))`,
  `create table leases (name text primary key, holder text not null, epoch bigint not null,
    expires_at bigint not null, taken_at bigint not null)`,
  'create table budgets (kind text primary key, next_at bigint not null)',
  `create table deliveries (id text primary key, key text not null unique, channel text not null,
    message text not null, state text not null, parent_id text references deliveries (id), ts text,
    not_before bigint not null, lease_until bigint, worker text, attempts integer not null, sending_at bigint,
    error text, created_at bigint not null)`,
  'create index deliveries_by_state on deliveries (state, not_before)',
  `create table slots (schedule text not null, local_date text not null, due_at bigint not null,
    outcome text not null, at bigint not null, primary key (schedule, local_date))`,
  'create table schedules (schedule text primary key, version text not null, since bigint not null)',
]

export function initial(dialect: Dialect) {
  const clustered = dialect === 'sqlite' ? 'without rowid' : ''
  const keyed = (text: string) =>
    dialect === 'sqlite' ? text.replace('bigint primary key', 'integer primary key') : text
  const statements = [
    ...Object.entries(FACT_TABLES).map(([table, columns]) => `create table ${table} (${COMMON}, ${columns})`),
    'create index meetings_by_counts_from on meetings (counts_from)',
    'create index deals_open_by_close on deals (closes_at) where is_closed = 0 and is_won = 0',
    'create index deals_open on deals (id) where is_closed = 0 and is_won = 0',
    'create index deals_by_close on deals (closes_at, id, created_at)',
    // SQLite answers from an index alone only where all columns of the question are in it, `is_won` too.
    'create index deals_won_by_close on deals (closes_at, id, owner_id, pipeline_id, company_id, is_won) where is_won = 1',
    `create index deals_closed_by_close on deals (closes_at, id, owner_id)
      where (is_closed = 1 or is_won = 1) and owner_id is not null`,
    'create index deals_lacking_history on deals (id) where history_for is null or history_for < modified_at',
    'create index deals_lacking_company on deals (id) where company_for is null or company_for < modified_at',
    `create index deals_lacking_activities on deals (closes_at, id)
      where is_won = 1 and (activities_for is null or activities_for < modified_at)`,
    ...['contacts', 'deals'].map(
      (table) => `create index ${table}_by_territory on ${table} (territory, owner_id, id)
        where territory is not null and owner_id is not null`,
    ),
    `create table deal_activities (deal_id bigint not null, type text not null, activity_id bigint not null,
      primary key (deal_id, type, activity_id)) ${clustered}`,
    `create table deal_changes (deal_id bigint not null, property text not null, at bigint not null, value text,
      primary key (deal_id, property, at)) ${clustered}`,
    `create table tallies (tally text not null, day text not null, rep bigint not null, amount bigint not null,
      primary key (tally, day, rep)) ${clustered}`,
    `create table tally_months (tally text not null, month text not null, rep bigint not null, amount bigint not null,
      primary key (tally, month, rep)) ${clustered}`,
    ...OTHER_TABLES,
  ]
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of statements) await sql.raw(keyed(statement)).execute(db)
    },
  }
}
