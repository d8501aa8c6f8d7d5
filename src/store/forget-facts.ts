/** Forgetting an object type that no own metric names any more, with all that its records added. */
import { sql } from 'kysely'
import type { FurtherType } from '../domain/facts/facts.ts'
import { type Engine, inOrder } from './engine.ts'
import { factsOf } from './fact-tables.ts'
import { SLICE } from './replace-facts.ts'
import type { KeptRules } from './rules.ts'
import { takeOut } from './take-out.ts'

/** What else is kept of a type. */
const TABLES = ['aliases', 'skipped_records', 'passes', 'cursors']

/** In slices; the cursor goes last, so that a stop midway is made up for at the next poll. */
export async function forgetFacts(engine: Engine, rules: KeptRules, type: FurtherType): Promise<void> {
  for (;;) {
    const isDone = await inOrder(engine, async (tx) => {
      const { rows } = await sql<{
        id: number
      }>`select id from ${factsOf(type)} order by id limit ${SLICE}`.execute(tx)
      if (rows.length > 0) {
        await takeOut(
          { engine, tx, rules },
          type,
          rows.map(({ id }) => String(id)),
        )
        return false
      }
      for (const table of TABLES) await sql`delete from ${sql.table(table)} where type = ${type}`.execute(tx)
      return true
    })
    if (isDone) return
  }
}
