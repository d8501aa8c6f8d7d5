/** Saving a page: facts, merged, gone and skipped records, and the progress of the pass, in one transaction. */
import { sql } from 'kysely'
import { countsAlike, type Rules } from '../domain/company/rules.ts'
import { isBuiltIn, remembering, type SyncedFact } from '../domain/facts/facts.ts'
import type { SavedPage } from '../ports/fact-store.ts'
import { mergedAway, writeAliases } from './aliases.ts'
import { writeCursor } from './cursors.ts'
import { markUnstamped } from './deal-details.ts'
import { insertRows, replaceAll } from './engine.ts'
import { cellsOf, type StoredFact } from './fact-tables.ts'
import { writePass } from './passes.ts'
import { replaceFacts, storedFacts } from './replace-facts.ts'
import { removalOf, restatementsOf, writeRestatements } from './restatements.ts'
import { takeOut } from './take-out.ts'
import { readTallyingStateOf, type TypeTallyingState } from './tallying-state.ts'
import type { WriteContext } from './write-context.ts'

/** The rules in force, even if they were replaced after the caller read them. */
export async function savePage(
  context: WriteContext,
  page: SavedPage,
  known: Rules,
): Promise<{ changed: number; removed: number }> {
  const { engine, tx } = context
  const tallying = await readTallyingStateOf(context, known, page.type)
  // The type was forgotten while this page was read.
  if (!tallying.isRead && !page.cursor) return { changed: 0, removed: 0 }
  const removed = await saveEnds(context, page)
  const changed = await saveFacts(context, page, tallying)
  await saveSkipped(context, page, tallying)
  if (page.cursor) await writeCursor(engine, tx, page.cursor)
  if (page.pass) await writePass(engine, tx, page.pass)
  return { changed, removed }
}

/** When HubSpot reported what is saved. */
function timeOf({ at, cursor }: SavedPage): number {
  return at ?? cursor?.asOf ?? cursor?.fillStartedAt ?? 0
}

async function saveFacts(
  context: WriteContext,
  page: SavedPage,
  tallying: TypeTallyingState,
): Promise<number> {
  const { engine, tx } = context
  const { type, merges = [] } = page
  const newest = newestById(page.facts)
  const ids = [...newest.keys()]
  const mayBeMerged = tallying.hasAliases || merges.length > 0
  const away = mayBeMerged ? await mergedAway(engine, tx, type, ids) : new Set()
  const stored = await storedFacts(context, type, ids)
  const facts = [...newest.values()]
    .filter((fact) => !away.has(fact.id))
    .map((fact) => afterReading(page, stored.get(fact.id), fact))
    .filter(await newsAmong(context, stored, tallying.rules))
  await replaceFacts(context, { type, stored, facts, tallying, savedAt: tallying.now })
  await markUnstamped(context, stored, facts.filter(isBuiltIn))
  const restated = facts.flatMap((fact) => {
    const before = stored.get(fact.id)?.fact
    return before ? restatementsOf(before, fact, timeOf(page)) : []
  })
  await writeRestatements(engine, tx, restated)
  return facts.length
}

/** A page may contain a record twice; the later version counts. */
function newestById(facts: readonly SyncedFact[]): Map<string, SyncedFact> {
  const newest = new Map<string, SyncedFact>()
  for (const fact of facts) newest.set(fact.id, latest(newest.get(fact.id), fact))
  return newest
}

/** The later of two versions, completed with what only the other one contains, whichever is read first. */
function latest(known: SyncedFact | undefined, fact: SyncedFact): SyncedFact {
  const isLate = known !== undefined && fact.modifiedAt < known.modifiedAt
  return isLate ? remembering(known, fact) : remembering(fact, known)
}

/**
 * A record read by its id is current, even if its modified date says otherwise. Only a version saved after the request
 * may be newer.
 */
function afterReading({ askedAt }: SavedPage, stored: StoredFact | undefined, fact: SyncedFact): SyncedFact {
  const isNow = askedAt !== undefined && !isSavedSince(askedAt, stored)
  return isNow ? remembering(fact, stored?.fact) : latest(stored?.fact, fact)
}

function isSavedSince(askedAt: number, stored: StoredFact | undefined): boolean {
  return (stored?.savedAt ?? 0) >= askedAt
}

/** A fact is not news if it adds nothing to the stored version and that is tallied under rules that count it alike. */
async function newsAmong(
  { tx, rules }: WriteContext,
  stored: ReadonlyMap<string, StoredFact>,
  current: Rules,
): Promise<(fact: SyncedFact) => boolean> {
  const alike = new Map([[current.number, true]])
  for (const { fact, rules: number } of stored.values()) {
    if (!alike.has(number))
      alike.set(number, countsAlike(fact.type, await rules.byNumber(tx, number), current))
  }
  return (fact) => {
    const before = stored.get(fact.id)
    if (!before || !alike.get(before.rules)) return true
    const cells = cellsOf(before.fact, before.rules)
    return cellsOf(fact, before.rules).some((cell, index) => cell !== cells[index])
  }
}

/** Takes out merged and lost records first: a survivor on the same page may then be counted. */
async function saveEnds(context: WriteContext, page: SavedPage): Promise<number> {
  const { engine, tx } = context
  const { type, merges = [], gone = [], askedAt } = page
  if (merges.length === 0 && gone.length === 0) return 0
  const at = timeOf(page)
  const merged = await takeOut(
    context,
    type,
    merges.map(({ from }) => from),
  )
  const isGone = (stored: StoredFact) => askedAt === undefined || !isSavedSince(askedAt, stored)
  const removed = await takeOut(context, type, gone, isGone)
  await writeAliases(engine, tx, type, merges)
  await writeRestatements(engine, tx, [
    ...merged.flatMap((fact) => removalOf(fact, 'merged', at)),
    ...removed.flatMap((fact) => removalOf(fact, 'removed', at)),
  ])
  return merged.length + removed.length
}

async function saveSkipped(
  { engine, tx }: WriteContext,
  page: SavedPage,
  { hasSkipped }: TypeTallyingState,
): Promise<void> {
  const settled = [...page.facts.map((fact) => fact.id), ...(page.gone ?? [])]
  if (hasSkipped && settled.length > 0) {
    await sql`delete from skipped_records where type = ${page.type} and id in ${engine.list(settled)}`.execute(
      tx,
    )
  }
  const columns = ['type', 'id', 'reason', 'at']
  // One row per id: PostgreSQL refuses a statement that writes a row twice.
  const reasons = new Map(page.skipped.map(({ id, reason }) => [id ?? '?', reason]))
  const rows = [...reasons].map(([id, reason]) => [page.type, id, reason, timeOf(page)])
  await insertRows(
    { engine, tx },
    { table: 'skipped_records', columns, onConflict: replaceAll(['type', 'id'], columns) },
    rows,
  )
}
