import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Goals were kept as the quotas that they made under the settings then: they are read again. */
export const goalsAsRead: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`delete from documents where part = 'goals'`.execute(db)
    await sql`delete from readings where part = 'goals'`.execute(db)
  },
}
