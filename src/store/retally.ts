/** Re-tallying: recounts, slice by slice, the facts that were tallied under older rules. */
import { type Kysely, sql } from 'kysely'
import type { Rules } from '../domain/company/rules.ts'
import { FACT_TYPES, type FactType } from '../domain/facts/facts.ts'
import { type Row, toStored } from './fact-tables.ts'
import { replaceFacts, SLICE } from './replace-facts.ts'
import { type RetallyPosition, readRetally, writeRetally } from './state.ts'
import type { Tables } from './tables.ts'
import { readTallyingState } from './tallying-state.ts'
import type { WriteContext } from './write-context.ts'

/** Goes through all facts in order of type and id and remembers its position, so that each slice costs the same. */
export async function retally(context: WriteContext, known: Rules, limit: number): Promise<number> {
  const tallying = await readTallyingState(context, known)
  const current = tallying.rules
  const position = await positionUnder(context.tx, current)
  const type = FACT_TYPES[position.type]
  if (!type) return 0
  const { rows } = await sql<Row>`select * from ${sql.table(type)} where id > ${position.afterId} order by id
    limit ${Math.min(limit, SLICE)}`.execute(context.tx)
  const stored = rows.map((row) => toStored(type, row))
  const outdated = stored.filter((one) => one.rules !== current.number)
  const byId = new Map(outdated.map((one) => [one.fact.id, one]))
  await replaceFacts(context, { type, stored: byId, facts: outdated.map((one) => one.fact), tallying })
  const last = stored.at(-1)
  const next = last
    ? { ...position, afterId: Number(last.fact.id), done: position.done + stored.length }
    : { ...position, type: position.type + 1, afterId: 0 }
  await writeRetally(context.tx, next)
  return leftAt(next)
}

async function positionUnder(db: Kysely<Tables>, { number }: Rules): Promise<RetallyPosition> {
  const kept = await readRetally(db)
  if (kept?.rules === number) return kept
  return { rules: number, type: 0, afterId: 0, done: 0, total: await countAll(db) }
}

function leftAt({ type, done, total }: RetallyPosition): number {
  return type >= FACT_TYPES.length ? 0 : Math.max(1, total - done)
}

/**
 * Derived from the re-tally progress: every answer asks for it, and counting a million facts takes longer than the
 * rest of the answer. Under the first rules nothing can be outdated, and there is no total.
 */
export async function countOutdated(
  db: Kysely<Tables>,
  current: Rules,
): Promise<{ total: number; outdated: number }> {
  if (current.number === 1) return { total: 0, outdated: 0 }
  const position = await positionUnder(db, current)
  return { total: position.total, outdated: position.total === 0 ? 0 : leftAt(position) }
}

async function countAll(db: Kysely<Tables>): Promise<number> {
  let total = 0
  for (const type of FACT_TYPES) total += await countRows(db, type)
  return total
}

export async function countRows(db: Kysely<Tables>, type: FactType): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(type)}`.execute(db)
  return rows[0]?.count ?? 0
}
