/** Which tables are Scoreline's: a database that has others belongs to another program, and is left alone. */
import type { Engine } from './engine.ts'
import { DatabaseAddressError } from './errors.ts'
import type { Tables } from './tables.ts'

/** Each table of `Tables`, which the compiler holds complete, and those in which kysely counts migrations. */
const OWN: Record<keyof Tables | 'kysely_migration' | 'kysely_migration_lock', true> = {
  calls: true,
  emails: true,
  meetings: true,
  tasks: true,
  notes: true,
  communications: true,
  contacts: true,
  deals: true,
  further_facts: true,
  owners: true,
  hubspot_users: true,
  documents: true,
  readings: true,
  settings: true,
  rules: true,
  cursors: true,
  tallies: true,
  tally_months: true,
  skipped_records: true,
  state: true,
  deliveries: true,
  slots: true,
  deal_changes: true,
  deal_activities: true,
  aliases: true,
  restatements: true,
  passes: true,
  leases: true,
  budgets: true,
  schedules: true,
  audit: true,
  last_questions: true,
  kysely_migration: true,
  kysely_migration_lock: true,
}

const NAMED = 3

/** Throws `DatabaseAddressError` if the database has tables that are not Scoreline's. */
export async function refuseForeignTables(engine: Engine): Promise<void> {
  const foreign = (await engine.tableNames()).filter((name) => !Object.hasOwn(OWN, name)).sort()
  if (foreign.length === 0) return
  const more = foreign.length > NAMED ? ' …' : ''
  throw new DatabaseAddressError(
    `The database has tables that another program made (${foreign.slice(0, NAMED).join(', ')}${more}). ` +
      'Set DATABASE_URL to a database that is Scoreline’s alone.',
    undefined,
  )
}
