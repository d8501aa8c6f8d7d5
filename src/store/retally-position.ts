/** How far a re-tally has come: which types newer rules count differently, and how many of their facts are left. */
import { type Kysely, sql } from 'kysely'
import { countsAlike, type Rules } from '../domain/company/rules.ts'
import { FACT_TYPES, isFurtherType, type SyncedType } from '../domain/facts/facts.ts'
import type { Outdated } from '../ports/fact-store.ts'
import type { Tx } from './engine.ts'
import { factsOf } from './fact-tables.ts'
import {
  type RetallyPosition,
  readRetalliedUnder,
  readRetally,
  writeRetalliedUnder,
  writeRetally,
} from './state.ts'
import type { Tables } from './tables.ts'

/** Finds the rules of a number. */
export type RulesByNumber = (db: Kysely<Tables>, number: number) => Promise<Rules>

/** Finds out once, when rules are adopted, what has to be re-tallied, so that no answer has to. */
export async function beginRetally(tx: Tx, byNumber: RulesByNumber, current: Rules): Promise<void> {
  await saveRetally(tx, await positionFrom(tx, byNumber, current))
}

export async function saveRetally(tx: Tx, position: RetallyPosition): Promise<void> {
  await writeRetally(tx, position)
  if (position.types.length === 0) await writeRetalliedUnder(tx, position.rules)
}

export async function positionUnder(
  db: Kysely<Tables>,
  byNumber: RulesByNumber,
  current: Rules,
): Promise<RetallyPosition> {
  const kept = await readRetally(db)
  return kept?.rules === current.number ? kept : positionFrom(db, byNumber, current)
}

async function positionFrom(
  db: Kysely<Tables>,
  byNumber: RulesByNumber,
  current: Rules,
): Promise<RetallyPosition> {
  const differing = await countedDifferently(db, byNumber, current)
  const types: SyncedType[] = []
  let total = 0
  for (const type of differing.types) {
    const count = await countRows(db, type)
    if (count > 0) types.push(type)
    total += count
  }
  return { rules: current.number, types, afterId: 0, done: 0, total, metrics: differing.metrics }
}

/** Every fact was tallied under the rules of the last whole re-tally, under later ones, or under ones that count it alike. */
async function countedDifferently(
  db: Kysely<Tables>,
  byNumber: RulesByNumber,
  current: Rules,
): Promise<Pick<RetallyPosition, 'types' | 'metrics'>> {
  const held = await heldTypes(db)
  const [types, metrics] = [new Set<SyncedType>(), new Set<string>()]
  const isAll = () => types.size === held.length && metrics.size === current.own.length
  for (let number = await readRetalliedUnder(db); number < current.number && !isAll(); number += 1) {
    const earlier = await byNumber(db, number)
    const before = new Set(earlier.own.map((tally) => JSON.stringify(tally)))
    for (const type of held) if (!types.has(type) && !countsAlike(type, earlier, current)) types.add(type)
    for (const tally of current.own) if (!before.has(JSON.stringify(tally))) metrics.add(tally.id)
  }
  return { types: held.filter((type) => types.has(type)), metrics: [...metrics] }
}

/** The types of all facts that are stored. */
export async function heldTypes(db: Kysely<Tables>): Promise<SyncedType[]> {
  const rows = await db.selectFrom('cursors').select('type').execute()
  return [...FACT_TYPES, ...rows.map(({ type }) => type).filter(isFurtherType)]
}

export function leftAt({ types, done, total }: RetallyPosition): number {
  return types.length === 0 ? 0 : Math.max(1, total - done)
}

/**
 * Derived from the re-tally progress: every answer asks for it, and counting a million facts takes longer than the
 * rest of the answer. Under the first rules nothing can be outdated, and there is no total.
 */
export async function countOutdated(
  db: Kysely<Tables>,
  byNumber: RulesByNumber,
  current: Rules,
): Promise<Outdated> {
  if (current.number === 1) return { total: 0, outdated: 0, metrics: [] }
  const position = await positionUnder(db, byNumber, current)
  const outdated = leftAt(position)
  return { total: position.total, outdated, metrics: outdated === 0 ? [] : position.metrics }
}

export async function countRows(db: Kysely<Tables>, type: SyncedType): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${factsOf(type)}`.execute(db)
  return rows[0]?.count ?? 0
}
