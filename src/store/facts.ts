/** Facts: each saved together with the difference that it makes to the tallies, in one transaction. */
import { type Kysely, sql } from 'kysely'
import { type DealFact, FACT_TYPES, type Fact, type FactType } from '../domain/facts.ts'
import type { Rules } from '../domain/rules.ts'
import type { FactStore, SavedPage } from '../ports.ts'
import { writeCursor } from './cursors.ts'
import { type Engine, inOrder, insertRows, replaceAll } from './engine.ts'
import { cellsOf, type Row, type StoredFact, toStored } from './fact-tables.ts'
import { mature, meetingsCountingFrom } from './maturing.ts'
import { replaceFacts, storedFacts, type Work, withRules } from './replace-facts.ts'
import { countOutdated, countRows, retally } from './retally.ts'
import type { KeptRules } from './rules.ts'
import { readMaturedUntil } from './state.ts'
import type { Tables } from './tables.ts'
import { tallyChanges } from './tally-changes.ts'

export function createFacts(engine: Engine, rules: KeptRules): FactStore {
  return {
    savePage: (page, current) => inOrder(engine, (tx) => savePage({ engine, tx, rules }, page, current)),
    remove: (type, ids) => inOrder(engine, (tx) => remove({ engine, tx, rules }, type, ids)),
    mature: (now) => mature(engine, rules, now),
    retally: (current, limit) => inOrder(engine, (tx) => retally({ engine, tx, rules }, current, limit)),
    countOutdated: (current) => countOutdated(engine.reader, current),
    count: (type) => countRows(engine.reader, type),
    openDealsDue: (from, to) => openDealsDue(engine.reader, from, to),
    meetingsCountingFrom: (from, to) => meetingsCountingFrom(engine.reader, from, to),
    skipped: () => skipped(engine.reader),
  }
}

/** Under the rules in force, also where those have been replaced since they were asked for. */
async function savePage(work: Work, page: SavedPage, known: Rules): Promise<{ changed: number }> {
  const { engine, tx } = work
  const current = await work.rules.newest(tx, known)
  const newest = newestById(page.facts)
  const stored = await storedFacts(work, page.type, [...newest.keys()])
  const changed = [...newest.values()].filter((fact) => isNews(fact, stored.get(fact.id), current))
  await replaceFacts(work, { type: page.type, stored, facts: changed, current })
  await saveSkipped(work, page)
  await writeCursor(engine, tx, page.cursor)
  return { changed: changed.length }
}

/** A page may hold a record twice; the later version counts. */
function newestById(facts: readonly Fact[]): Map<string, Fact> {
  const newest = new Map<string, Fact>()
  for (const fact of facts) {
    const known = newest.get(fact.id)
    if (!known || fact.modifiedAt >= known.modifiedAt) newest.set(fact.id, fact)
  }
  return newest
}

/** A version that is older than the stored one is none; an equal one that stands under these rules changes nothing. */
function isNews(fact: Fact, stored: StoredFact | undefined, current: Rules): boolean {
  if (!stored) return true
  if (fact.modifiedAt < stored.fact.modifiedAt) return false
  if (stored.rules !== current.number) return true
  const before = cellsOf(stored.fact, stored.rules)
  return cellsOf(fact, current.number).some((cell, index) => cell !== before[index])
}

async function saveSkipped({ engine, tx }: Work, page: SavedPage): Promise<void> {
  const good = page.facts.map((fact) => fact.id)
  if (good.length > 0) {
    await sql`delete from skipped_records where type = ${page.type} and id in ${engine.list(good)}`.execute(
      tx,
    )
  }
  const columns = ['type', 'id', 'reason', 'at']
  const at = page.cursor.asOf ?? page.cursor.fillStartedAt ?? 0
  const rows = page.skipped.map((record) => [page.type, record.id ?? '?', record.reason, at])
  await insertRows(
    { engine, tx },
    { table: 'skipped_records', columns, onConflict: replaceAll(['type', 'id'], columns) },
    rows,
  )
}

async function remove(work: Work, type: FactType, ids: readonly string[]): Promise<number> {
  const stored = await storedFacts(work, type, ids)
  const maturedUntil = await readMaturedUntil(work.tx)
  const changes = tallyChanges()
  for (const old of stored.values()) {
    changes.count({ ...(await withRules(old, work.rules, work.tx)), sign: -1, maturedUntil })
  }
  await sql`delete from ${sql.table(type)} where id in ${work.engine.list(ids.map(Number))}`.execute(work.tx)
  await changes.write(work.engine, work.tx)
  return stored.size
}

async function openDealsDue(db: Kysely<Tables>, from: number, to: number): Promise<DealFact[]> {
  const { rows } = await sql<Row>`select * from deals where is_closed = 0 and is_won = 0
    and closes_at >= ${from} and closes_at < ${to}`.execute(db)
  return rows.map((row) => toStored('deals', row).fact)
}

async function skipped(db: Kysely<Tables>) {
  const rows = await db.selectFrom('skipped_records').selectAll().orderBy('at', 'desc').limit(1000).execute()
  return rows.flatMap(({ type, id, reason, at }) => {
    const known = FACT_TYPES.find((name) => name === type)
    return known ? [{ type: known, id: id === '?' ? null : id, reason, at }] : []
  })
}
