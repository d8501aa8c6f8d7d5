import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Users have rows of their own, with their out-of-office hours and what is kept of earlier ones. They are read again. */
export const hubSpotUsers: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table hubspot_users (user_id text primary key, zone text, weekdays text,
      out_of_office text not null, kept text not null, updated_at bigint, is_listed integer not null)`.execute(
      db,
    )
    await sql`delete from documents where part = 'users'`.execute(db)
    await sql`delete from readings where part = 'users'`.execute(db)
  },
}
