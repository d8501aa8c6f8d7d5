/** Taking facts out of the store, with all that they added to the tallies. */
import { sql } from 'kysely'
import type { SyncedFact, SyncedType } from '../domain/facts/facts.ts'
import { forgetDetails } from './deal-details.ts'
import { rowsOf, type StoredFact, tableFor } from './fact-tables.ts'
import { storedFacts, withRules } from './replace-facts.ts'
import { readMaturedUntil } from './state.ts'
import { tallyChanges } from './tally-changes.ts'
import type { WriteContext } from './write-context.ts'

/**
 * Removes the facts for which `isOut` is true, with all that they contributed and the deal details that were read
 * separately.
 */
export async function takeOut(
  context: WriteContext,
  type: SyncedType,
  ids: readonly string[],
  isOut: (stored: StoredFact) => boolean = () => true,
): Promise<SyncedFact[]> {
  if (ids.length === 0) return []
  const { engine, tx, rules } = context
  const found = [...(await storedFacts(context, type, ids)).values()].filter(isOut)
  const maturedUntil = await readMaturedUntil(tx)
  const changes = tallyChanges()
  for (const old of found) {
    changes.count({ ...(await withRules(old, rules, tx)), sign: -1, maturedUntil })
  }
  const out = found.map(({ fact }) => fact)
  const idsOut = out.map(({ id }) => id)
  await sql`delete from ${sql.table(tableFor(type).table)} where ${rowsOf(type)}
    and id in ${engine.list(idsOut.map(Number))}`.execute(tx)
  if (type === 'deals') await forgetDetails(context, idsOut)
  await changes.write(engine, tx)
  return out
}
