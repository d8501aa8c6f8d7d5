import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who did what to whom. Rows are only added, and deleted once they are older than the settings keep them. */
export const audit: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table audit (id text primary key, at bigint not null, action text not null,
      actor text not null, actor_owner bigint, subject text not null, what text not null, surface text not null)`.execute(
      db,
    )
    await sql`create index audit_by_subject on audit (subject, at)`.execute(db)
    await sql`create index audit_by_time on audit (at)`.execute(db)
  },
}
