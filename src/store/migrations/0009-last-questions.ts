import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What each person asked last in a thread, for half an hour. */
export const lastQuestions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table last_questions (asker text not null, place text not null, question text not null,
      at bigint not null, primary key (asker, place))`.execute(db)
    await sql`create index last_questions_by_time on last_questions (at)`.execute(db)
  },
}
