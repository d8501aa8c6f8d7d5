/** Saving a page: facts, what was merged, gone or skipped, and how far the pass is, in one transaction. */
import { sql } from 'kysely'
import type { Rules } from '../domain/company/rules.ts'
import { type Fact, type FactType, remembering } from '../domain/facts/facts.ts'
import type { SavedPage } from '../ports/fact-store.ts'
import { mergedAway, writeAliases } from './aliases.ts'
import { writeCursor } from './cursors.ts'
import { forgetDetails, markUnstamped } from './deal-details.ts'
import { insertRows, replaceAll } from './engine.ts'
import { cellsOf, type StoredFact } from './fact-tables.ts'
import { writePass } from './passes.ts'
import { replaceFacts, storedFacts, withRules } from './replace-facts.ts'
import { removalOf, restatementsOf, writeRestatements } from './restatements.ts'
import { readStandingOf, type TypeStanding } from './standing.ts'
import { readMaturedUntil } from './state.ts'
import { tallyChanges } from './tally-changes.ts'
import type { Work } from './work.ts'

/** Under the rules in force, also where those have been replaced since they were asked for. */
export async function savePage(
  work: Work,
  page: SavedPage,
  known: Rules,
): Promise<{ changed: number; removed: number }> {
  const { engine, tx } = work
  const standing = await readStandingOf(work, known, page.type)
  const removed = await saveEnds(work, page)
  const changed = await saveFacts(work, page, standing)
  await saveSkipped(work, page, standing)
  if (page.cursor) await writeCursor(engine, tx, page.cursor)
  if (page.pass) await writePass(engine, tx, page.pass)
  return { changed, removed }
}

/** When HubSpot told what is saved. */
function timeOf({ at, cursor }: SavedPage): number {
  return at ?? cursor?.asOf ?? cursor?.fillStartedAt ?? 0
}

async function saveFacts(work: Work, page: SavedPage, standing: TypeStanding): Promise<number> {
  const { engine, tx } = work
  const { type, merges = [] } = page
  const newest = newestById(page.facts)
  const ids = [...newest.keys()]
  const mayBeMerged = standing.hasAliases || merges.length > 0
  const away = mayBeMerged ? await mergedAway(engine, tx, type, ids) : new Set()
  const stored = await storedFacts(work, type, ids)
  const facts = [...newest.values()]
    .filter((fact) => !away.has(fact.id))
    .map((fact) => afterReading(page, stored.get(fact.id), fact))
    .filter((fact) => isNews(fact, stored.get(fact.id), standing.rules))
  await replaceFacts(work, { type, stored, facts, standing, savedAt: standing.now })
  await markUnstamped(work, stored, facts)
  const restated = facts.flatMap((fact) => {
    const before = stored.get(fact.id)?.fact
    return before ? restatementsOf(before, fact, timeOf(page)) : []
  })
  await writeRestatements(engine, tx, restated)
  return facts.length
}

/** A page may hold a record twice; the later version counts. */
function newestById(facts: readonly Fact[]): Map<string, Fact> {
  const newest = new Map<string, Fact>()
  for (const fact of facts) newest.set(fact.id, latest(newest.get(fact.id), fact))
  return newest
}

/** Of two versions the later one, with what only the other tells, whichever is read first. */
function latest(known: Fact | undefined, fact: Fact): Fact {
  const isLate = known !== undefined && fact.modifiedAt < known.modifiedAt
  return isLate ? remembering(known, fact) : remembering(fact, known)
}

/**
 * What HubSpot says of a record by its id is how it is now, also where a stamp says otherwise. Only what was saved since it
 * was asked may be newer.
 */
function afterReading({ askedAt }: SavedPage, stored: StoredFact | undefined, fact: Fact): Fact {
  const isNow = askedAt !== undefined && !isSavedSince(askedAt, stored)
  return isNow ? remembering(fact, stored?.fact) : latest(stored?.fact, fact)
}

function isSavedSince(askedAt: number, stored: StoredFact | undefined): boolean {
  return (stored?.savedAt ?? 0) >= askedAt
}

/** What adds nothing to the stored version, which stands under these rules, is no news. */
function isNews(fact: Fact, stored: StoredFact | undefined, current: Rules): boolean {
  if (!stored) return true
  if (stored.rules !== current.number) return true
  const before = cellsOf(stored.fact, stored.rules)
  return cellsOf(fact, current.number).some((cell, index) => cell !== before[index])
}

/** Merged and lost records are taken out first: a survivor of the same page may be counted then. */
async function saveEnds(work: Work, page: SavedPage): Promise<number> {
  const { engine, tx } = work
  const { type, merges = [], gone = [], askedAt } = page
  if (merges.length === 0 && gone.length === 0) return 0
  const at = timeOf(page)
  const merged = await takeOut(
    work,
    type,
    merges.map(({ from }) => from),
  )
  const isGone = (stored: StoredFact) => askedAt === undefined || !isSavedSince(askedAt, stored)
  const removed = await takeOut(work, type, gone, isGone)
  await writeAliases(engine, tx, type, merges)
  await writeRestatements(engine, tx, [
    ...merged.flatMap((fact) => removalOf(fact, 'merged', at)),
    ...removed.flatMap((fact) => removalOf(fact, 'removed', at)),
  ])
  return merged.length + removed.length
}

/** Takes facts out with all that they added, and what was read of deals apart; those alone for which `isOut` is true. */
async function takeOut(
  work: Work,
  type: FactType,
  ids: readonly string[],
  isOut: (stored: StoredFact) => boolean = () => true,
): Promise<Fact[]> {
  if (ids.length === 0) return []
  const { engine, tx, rules } = work
  const found = [...(await storedFacts(work, type, ids)).values()].filter(isOut)
  const maturedUntil = await readMaturedUntil(tx)
  const changes = tallyChanges()
  for (const old of found) {
    changes.count({ ...(await withRules(old, rules, tx)), sign: -1, maturedUntil })
  }
  const out = found.map(({ fact }) => fact)
  const idsOut = out.map(({ id }) => id)
  await sql`delete from ${sql.table(type)} where id in ${engine.list(idsOut.map(Number))}`.execute(tx)
  if (type === 'deals') await forgetDetails(work, idsOut)
  await changes.write(engine, tx)
  return out
}

async function saveSkipped(
  { engine, tx }: Work,
  page: SavedPage,
  { hasSkipped }: TypeStanding,
): Promise<void> {
  const settled = [...page.facts.map((fact) => fact.id), ...(page.gone ?? [])]
  if (hasSkipped && settled.length > 0) {
    await sql`delete from skipped_records where type = ${page.type} and id in ${engine.list(settled)}`.execute(
      tx,
    )
  }
  const columns = ['type', 'id', 'reason', 'at']
  // One row an id: PostgreSQL refuses a statement that writes a row twice.
  const reasons = new Map(page.skipped.map(({ id, reason }) => [id ?? '?', reason]))
  const rows = [...reasons].map(([id, reason]) => [page.type, id, reason, timeOf(page)])
  await insertRows(
    { engine, tx },
    { table: 'skipped_records', columns, onConflict: replaceAll(['type', 'id'], columns) },
    rows,
  )
}
