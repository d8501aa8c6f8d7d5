import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Documents have a version in front of their body, so that a reader finds an unchanged one without reading its body. */
export const documentVersions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table documents rename to unversioned_documents`.execute(db)
    await sql`create table documents (part text primary key, version text not null, body text not null)`.execute(
      db,
    )
    const { rows } = await sql<{ part: string }>`select part from unversioned_documents`.execute(db)
    for (const { part } of rows) {
      await sql`insert into documents select part, ${randomUUID()}, body from unversioned_documents
        where part = ${part}`.execute(db)
    }
    await sql`drop table unversioned_documents`.execute(db)
  },
}
