import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const FACT_TABLES = ['calls', 'emails', 'meetings', 'tasks', 'notes', 'communications', 'contacts', 'deals']

/** The properties that own metrics name, as JSON, and the records of object types that only own metrics count. */
export const declaredProperties: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of FACT_TABLES) {
      await sql`alter table ${sql.table(table)} add column declared text`.execute(db)
    }
    await sql`create table further_facts (
      object text not null, id bigint not null, owner_id bigint, modified_at bigint not null, rules integer not null,
      counts_from bigint, unreadable text, declared text, saved_at bigint,
      primary key (object, id))`.execute(db)
  },
}
