import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const FACT_TABLES = ['calls', 'emails', 'meetings', 'tasks', 'notes', 'communications', 'contacts', 'deals']

/** Facts know when they were saved, by the database's clock; `null`: before there was this column. */
export const savedAt: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of FACT_TABLES) {
      await sql`alter table ${sql.table(table)} add column saved_at bigint`.execute(db)
    }
  },
}
