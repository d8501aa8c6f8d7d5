/** Forgetting an object type that no own metric names any more, with all that its records added. */
import { sql } from 'kysely'
import type { FurtherType } from '../domain/facts/facts.ts'
import { unreadCursor } from '../ports/fact-store.ts'
import { writeCursor } from './cursors.ts'
import { factsOf } from './fact-tables.ts'
import { SLICE } from './replace-facts.ts'
import { takeOut } from './take-out.ts'
import type { WriteContext } from './write-context.ts'

/** What else is kept of a type. */
const TABLES = ['aliases', 'skipped_records', 'passes']

/**
 * Forgets a slice; returns whether nothing is left. From the first slice on the type counts as never read, so that it is
 * filled again if it is named before the last one.
 */
export async function forgetFacts(context: WriteContext, type: FurtherType): Promise<boolean> {
  const { engine, tx } = context
  const { rows } = await sql<{
    id: number
  }>`select id from ${factsOf(type)} order by id limit ${SLICE}`.execute(tx)
  for (const table of TABLES) await sql`delete from ${sql.table(table)} where type = ${type}`.execute(tx)
  if (rows.length === 0) {
    await tx.deleteFrom('cursors').where('type', '=', type).execute()
    return true
  }
  await writeCursor(engine, tx, unreadCursor(type))
  const ids = rows.map(({ id }) => String(id))
  await takeOut(context, type, ids)
  return false
}
