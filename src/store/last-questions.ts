import { sql } from 'kysely'
import type { Question } from '../domain/question/question.ts'
import type { QuestionStore } from '../ports/question-store.ts'
import { type Engine, insertRows, inTransaction, readTime } from './engine.ts'
import { fromJson } from './json.ts'

const KEPT_MS = 30 * 60_000

const INSERT = {
  table: 'last_questions',
  columns: ['asker', 'place', 'question', 'at'],
  onConflict: '(asker, place) do update set question = excluded.question, at = excluded.at',
}

export function createLastQuestions(engine: Engine): QuestionStore {
  const oldest = () => sql<number>`${engine.now()} - ${sql.lit(KEPT_MS)}`
  return {
    async last({ asker, place }) {
      const row = await engine.reader
        .selectFrom('last_questions')
        .select('question')
        .where('asker', '=', asker)
        .where('place', '=', place)
        .where('at', '>', oldest())
        .executeTakeFirst()
      return row ? fromJson<Question>(row.question) : null
    },
    async keep({ asker, place }, question) {
      const at = await readTime(engine)
      await inTransaction(engine, async (tx) => {
        await tx.deleteFrom('last_questions').where('at', '<=', oldest()).execute()
        await insertRows({ engine, tx }, INSERT, [[asker, place, JSON.stringify(question), at]])
      })
    },
  }
}
