/** Re-tallying: recounts, slice by slice, the facts that newer rules count differently. */
import { type Kysely, sql } from 'kysely'
import { countsAlike, type Rules } from '../domain/company/rules.ts'
import { FACT_TYPES, isFurtherType, type SyncedType } from '../domain/facts/facts.ts'
import { factsOf, type Row, toStored } from './fact-tables.ts'
import { replaceFacts, SLICE } from './replace-facts.ts'
import type { KeptRules } from './rules.ts'
import {
  type RetallyPosition,
  readRetalliedUnder,
  readRetally,
  writeRetalliedUnder,
  writeRetally,
} from './state.ts'
import type { Tables } from './tables.ts'
import { readTallyingState } from './tallying-state.ts'
import type { WriteContext } from './write-context.ts'

/** Goes through the types that count differently, in order of id, and remembers its position, so that each slice costs the same. */
export async function retally(context: WriteContext, known: Rules, limit: number): Promise<number> {
  const tallying = await readTallyingState(context, known)
  const current = tallying.rules
  const { tx, rules } = context
  const position = await positionUnder(tx, rules, current)
  const [type] = position.types
  if (!type) return 0
  const { rows } = await sql<Row>`select * from ${factsOf(type)} where id > ${position.afterId} order by id
    limit ${Math.min(limit, SLICE)}`.execute(tx)
  const stored = rows.map((row) => toStored(type, row))
  const outdated = stored.filter((one) => one.rules !== current.number)
  const byId = new Map(outdated.map((one) => [one.fact.id, one]))
  await replaceFacts(context, { type, stored: byId, facts: outdated.map((one) => one.fact), tallying })
  const last = stored.at(-1)
  const next = last
    ? { ...position, afterId: Number(last.fact.id), done: position.done + stored.length }
    : { ...position, types: position.types.slice(1), afterId: 0 }
  await writeRetally(tx, next)
  if (next.types.length === 0) await writeRetalliedUnder(tx, current.number)
  return leftAt(next)
}

async function positionUnder(db: Kysely<Tables>, rules: KeptRules, current: Rules): Promise<RetallyPosition> {
  const kept = await readRetally(db)
  if (kept?.rules === current.number) return kept
  const types = await typesCountedDifferently(db, rules, current)
  return { rules: current.number, types, afterId: 0, done: 0, total: await countAll(db, types) }
}

/** Every fact was tallied under the rules of the last whole re-tally, under later ones, or under ones that count it alike. */
async function typesCountedDifferently(
  db: Kysely<Tables>,
  rules: KeptRules,
  current: Rules,
): Promise<SyncedType[]> {
  const earlier: Rules[] = []
  for (let number = await readRetalliedUnder(db); number < current.number; number += 1) {
    earlier.push(await rules.byNumber(db, number))
  }
  return (await heldTypes(db)).filter((type) => !earlier.every((one) => countsAlike(type, one, current)))
}

/** The types of all facts that are stored. */
export async function heldTypes(db: Kysely<Tables>): Promise<SyncedType[]> {
  const rows = await db.selectFrom('cursors').select('type').execute()
  return [...FACT_TYPES, ...rows.map(({ type }) => type).filter(isFurtherType)]
}

function leftAt({ types, done, total }: RetallyPosition): number {
  return types.length === 0 ? 0 : Math.max(1, total - done)
}

/**
 * Derived from the re-tally progress: every answer asks for it, and counting a million facts takes longer than the
 * rest of the answer. Under the first rules nothing can be outdated, and there is no total.
 */
export async function countOutdated(
  db: Kysely<Tables>,
  rules: KeptRules,
  current: Rules,
): Promise<{ total: number; outdated: number }> {
  if (current.number === 1) return { total: 0, outdated: 0 }
  const position = await positionUnder(db, rules, current)
  return { total: position.total, outdated: position.total === 0 ? 0 : leftAt(position) }
}

async function countAll(db: Kysely<Tables>, types: readonly SyncedType[]): Promise<number> {
  let total = 0
  for (const type of types) total += await countRows(db, type)
  return total
}

export async function countRows(db: Kysely<Tables>, type: SyncedType): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${factsOf(type)}`.execute(db)
  return rows[0]?.count ?? 0
}
