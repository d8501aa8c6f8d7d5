/** Facts: each saved together with the difference that it makes to the tallies, in one transaction. */
import { type Kysely, sql } from 'kysely'
import { type DealFact, FACT_TYPES, type Fact, type FactType, type MeetingFact } from '../domain/facts.ts'
import type { Rules } from '../domain/rules.ts'
import type { FactStore, SavedPage } from '../ports.ts'
import { writeCursor } from './cursors.ts'
import { type Engine, insertRows, inTransaction, replaceAll, type Tx } from './engine.ts'
import { cellsOf, columnsOf, type Row, type StoredFact, toStored } from './fact-tables.ts'
import type { KeptRules } from './rules.ts'
import { readMaturedUntil, readRetally, writeMaturedUntil, writeRetally } from './state.ts'
import type { Tables } from './tables.ts'
import { tallyChanges } from './tally-changes.ts'

/** Facts that one transaction touches at most, so that none takes longer than 50 ms. */
const SLICE = 500

export function createFacts(engine: Engine, rules: KeptRules): FactStore {
  return {
    savePage: (page, current) =>
      inTransaction(engine, (tx) => savePage({ engine, tx, rules }, page, current)),
    remove: (type, ids) => inTransaction(engine, (tx) => remove({ engine, tx, rules }, type, ids)),
    mature: (now) => mature(engine, rules, now),
    retally: (current, limit) =>
      inTransaction(engine, (tx) => retally({ engine, tx, rules }, current, limit)),
    countOutdated: (current) => countOutdated(engine.reader, current),
    count: (type) => countRows(engine.reader, type),
    openDealsDue: (from, to) => openDealsDue(engine.reader, from, to),
    meetingsCountingFrom: (from, to) => meetingsCountingFrom(engine.reader, from, to),
    skipped: () => skipped(engine.reader),
  }
}

interface Work {
  engine: Engine
  tx: Tx
  rules: KeptRules
}

async function savePage(work: Work, page: SavedPage, current: Rules): Promise<{ changed: number }> {
  const { engine, tx } = work
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

interface Replacement {
  type: FactType
  stored: ReadonlyMap<string, StoredFact>
  facts: readonly Fact[]
  current: Rules
}

/** Takes away what the stored versions added, adds what the new ones add, and writes these. */
async function replaceFacts(
  { engine, tx, rules }: Work,
  { type, stored, facts, current }: Replacement,
): Promise<void> {
  const maturedUntil = await readMaturedUntil(tx)
  const changes = tallyChanges()
  for (const fact of facts) {
    const old = stored.get(fact.id)
    if (old) changes.count({ ...(await withRules(old, rules, tx)), sign: -1, maturedUntil })
    changes.count({ fact, rules: current, sign: 1, maturedUntil })
  }
  const columns = columnsOf(type)
  const insert = { table: type, columns, onConflict: replaceAll(['id'], columns) }
  await insertRows(
    { engine, tx },
    insert,
    facts.map((fact) => cellsOf(fact, current.number)),
  )
  await changes.write(engine, tx)
}

async function withRules(
  stored: StoredFact,
  rules: KeptRules,
  db: Kysely<Tables>,
): Promise<{ fact: Fact; rules: Rules }> {
  return { fact: stored.fact, rules: await rules.byNumber(db, stored.rules) }
}

async function storedFacts(
  { engine, tx }: Work,
  type: FactType,
  ids: readonly string[],
): Promise<Map<string, StoredFact>> {
  const list = engine.list(ids.map(Number))
  const { rows } = await sql<Row>`select * from ${sql.table(type)} where id in ${list}`.execute(tx)
  const facts = rows.map((row) => toStored(type, row))
  return new Map(facts.map((stored) => [stored.fact.id, stored]))
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

/** Moves the store's clock on, in slices, and adds what begins to count on the way. */
async function mature(engine: Engine, rules: KeptRules, now: number): Promise<number> {
  let matured = 0
  for (;;) {
    const slice = await inTransaction(engine, (tx) => matureSlice({ engine, tx, rules }, now))
    matured += slice.facts
    if (slice.until >= now) return matured
  }
}

async function matureSlice(
  { engine, tx, rules }: Work,
  now: number,
): Promise<{ facts: number; until: number }> {
  const from = await readMaturedUntil(tx)
  if (from >= now) return { facts: 0, until: now }
  const { rows: bounds } = await sql<Row>`select counts_from from meetings where counts_from > ${from}
    and counts_from <= ${now} order by counts_from limit 1 offset ${SLICE - 1}`.execute(tx)
  const bound = bounds[0]?.['counts_from']
  const until = typeof bound === 'number' ? bound : now
  const due = await meetingRows(tx, from, until)
  const changes = tallyChanges()
  for (const row of due) {
    const { fact, rules: under } = await withRules(toStored('meetings', row), rules, tx)
    changes.countMaturing(fact, under, { from, until })
  }
  await changes.write(engine, tx)
  await writeMaturedUntil(tx, until)
  return { facts: due.length, until }
}

/** Meetings that begin to count after `from`, up to and including `until`. */
async function meetingRows(db: Kysely<Tables>, from: number, until: number): Promise<Row[]> {
  const query = sql<Row>`select * from meetings where counts_from > ${from} and counts_from <= ${until}`
  return (await query.execute(db)).rows
}

async function meetingsCountingFrom(db: Kysely<Tables>, from: number, until: number): Promise<MeetingFact[]> {
  return (await meetingRows(db, from, until)).map((row) => toStored('meetings', row).fact)
}

/** Goes through all facts in order of type and id, and keeps its place, so that each slice costs the same. */
async function retally(work: Work, current: Rules, limit: number): Promise<number> {
  const kept = await readRetally(work.tx)
  const position =
    kept?.rules === current.number
      ? kept
      : { rules: current.number, type: 0, afterId: 0, done: 0, total: await countAll(work.tx) }
  const type = FACT_TYPES[position.type]
  if (!type) return 0
  const { rows } = await sql<Row>`select * from ${sql.table(type)} where id > ${position.afterId} order by id
    limit ${Math.min(limit, SLICE)}`.execute(work.tx)
  const stored = rows.map((row) => toStored(type, row))
  const outdated = stored.filter((one) => one.rules !== current.number)
  const byId = new Map(outdated.map((one) => [one.fact.id, one]))
  await replaceFacts(work, { type, stored: byId, facts: outdated.map((one) => one.fact), current })
  const last = stored.at(-1)
  const next = last
    ? { ...position, afterId: Number(last.fact.id), done: position.done + stored.length }
    : { ...position, type: position.type + 1, afterId: 0 }
  await writeRetally(work.tx, next)
  const { outdated: left } = await countOutdated(work.tx, current)
  return left
}

/**
 * Told by how far the tallying again has come: every answer asks, and counting a million facts takes longer than the
 * rest of it. Under the first rules nothing can be outdated, and there is no total.
 */
async function countOutdated(
  db: Kysely<Tables>,
  current: Rules,
): Promise<{ total: number; outdated: number }> {
  if (current.number === 1) return { total: 0, outdated: 0 }
  const position = await readRetally(db)
  if (position?.rules !== current.number) {
    const total = await countAll(db)
    return { total, outdated: total }
  }
  const { type, done, total } = position
  return { total, outdated: type >= FACT_TYPES.length ? 0 : Math.max(1, total - done) }
}

async function countAll(db: Kysely<Tables>): Promise<number> {
  const counts = await Promise.all(FACT_TYPES.map((type) => countRows(db, type)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function countRows(db: Kysely<Tables>, type: FactType): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(type)}`.execute(db)
  return rows[0]?.count ?? 0
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
