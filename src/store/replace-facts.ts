/** Replacing facts: subtracts what the stored versions added to the tallies and adds what the new ones contribute. */
import { type Kysely, sql } from 'kysely'
import type { Rules } from '../domain/company/rules.ts'
import type { SyncedFact, SyncedType } from '../domain/facts/facts.ts'
import { insertRows, replaceAll } from './engine.ts'
import { cellsOf, factsOf, type Row, SAVED_AT, type StoredFact, tableFor, toStored } from './fact-tables.ts'
import type { KeptRules } from './rules.ts'
import type { Tables } from './tables.ts'
import { tallyChanges } from './tally-changes.ts'
import type { TallyingState } from './tallying-state.ts'
import type { WriteContext } from './write-context.ts'

/** The most facts that one transaction touches, so that none takes longer than 50 ms. */
export const SLICE = 500

export interface Replacement {
  type: SyncedType
  stored: ReadonlyMap<string, StoredFact>
  facts: readonly SyncedFact[]
  tallying: TallyingState
  /** Set when these versions come from HubSpot; left out when they are the versions already stored. */
  savedAt?: number
}

/** Subtracts what the stored versions added, adds what the new ones contribute, and writes the new ones. */
export async function replaceFacts(
  { engine, tx, rules }: WriteContext,
  { type, stored, facts, tallying, savedAt }: Replacement,
): Promise<void> {
  const { rules: current, maturedUntil } = tallying
  const changes = tallyChanges()
  for (const fact of facts) {
    const old = stored.get(fact.id)
    if (old) changes.count({ ...(await withRules(old, rules, tx)), sign: -1, maturedUntil })
    changes.count({ fact, rules: current, sign: 1, maturedUntil })
  }
  const { table, key, columns: own } = tableFor(type)
  const columns = savedAt === undefined ? own : [...own, SAVED_AT]
  const insert = { table, columns, onConflict: replaceAll(key, columns) }
  const rows = facts.map((fact) => cellsOf(fact, current.number))
  if (savedAt !== undefined) for (const row of rows) row.push(savedAt)
  await insertRows({ engine, tx }, insert, rows)
  await changes.write(engine, tx)
}

/** The fact with the rules under which it was tallied. */
export async function withRules(
  stored: StoredFact,
  rules: KeptRules,
  db: Kysely<Tables>,
): Promise<{ fact: SyncedFact; rules: Rules }> {
  return { fact: stored.fact, rules: await rules.byNumber(db, stored.rules) }
}

export async function storedFacts(
  { engine, tx }: WriteContext,
  type: SyncedType,
  ids: readonly string[],
): Promise<Map<string, StoredFact>> {
  const list = engine.list(ids.map(Number))
  const { rows } = await sql<Row>`select * from ${factsOf(type)} where id in ${list}`.execute(tx)
  const facts = rows.map((row) => toStored(type, row))
  return new Map(facts.map((stored) => [stored.fact.id, stored]))
}
