/**
 * Details of deals that are read separately from the records: tracked changes with the stage entries derived from
 * them, and companies.
 */
import { type Kysely, sql } from 'kysely'
import type { Rules } from '../domain/company/rules.ts'
import { type DealChange, stageEntriesOf } from '../domain/facts/deal-changes.ts'
import type { DealDetail } from '../domain/facts/deal-details.ts'
import type { DealFact, Fact } from '../domain/facts/facts.ts'
import type { DealDetailStore, DealDue } from '../ports/deal-store.ts'
import type { Cell } from './columns.ts'
import { countActivities, forgetActivities, lackingActivities, saveActivities } from './deal-activities.ts'
import { type Engine, inOrder, insertRows, inTransaction } from './engine.ts'
import type { StoredFact } from './fact-tables.ts'
import { replaceFacts, storedFacts } from './replace-facts.ts'
import type { KeptRules } from './rules.ts'
import { slicesOf } from './slices.ts'
import type { Tables } from './tables.ts'
import { readTallyingState } from './tallying-state.ts'
import type { WriteContext } from './write-context.ts'

const INSERT_CHANGE = {
  table: 'deal_changes',
  columns: ['deal_id', 'property', 'at', 'value'],
  onConflict: '(deal_id, property, at) do update set value = excluded.value',
}

export function createDealDetails(engine: Engine, rules: KeptRules): DealDetailStore {
  return {
    lackingChanges: (limit) => lacking(engine.reader, MARKS.dealChanges, { limit }),
    lackingCompany: (limit) => lacking(engine.reader, MARKS.companies, { limit }),
    saveChanges: (due, changes, current) =>
      inOrder(engine, (tx) => saveChanges({ engine, tx, rules }, { due, changes, current })),
    saveCompanies: (due, companies, current) =>
      inOrder(engine, (tx) => saveCompanies({ engine, tx, rules }, { due, companies, current })),
    lackingActivities: (closedSince, limit) => lackingActivities(engine.reader, closedSince, limit),
    saveActivities: (due, links) => saveActivities(engine, { due, links }),
    forgetActivities: () => forgetActivities(engine),
    forgetCompanies: () =>
      inTransaction(engine, async (tx) => {
        await sql`update deals set company_for = null where company_for is not null`.execute(tx)
      }),
    countRead: (detail, closedSince) => countRead(engine.reader, detail, closedSince),
  }
}

/** Deletes the details of deals that no longer exist. */
export async function forgetDetails({ engine, tx }: WriteContext, ids: readonly string[]): Promise<void> {
  const list = engine.list(ids.map(Number))
  await sql`delete from deal_changes where deal_id in ${list}`.execute(tx)
  await sql`delete from deal_activities where deal_id in ${list}`.execute(tx)
}

/**
 * Marks deals that changed while their modified date stayed the same or moved back: that date alone would not show
 * that their details must be read again.
 */
export async function markUnstamped(
  { engine, tx }: WriteContext,
  stored: ReadonlyMap<string, StoredFact>,
  facts: readonly Fact[],
): Promise<void> {
  const unstamped = facts.filter((fact) => {
    const before = stored.get(fact.id)?.fact
    return fact.type === 'deals' && before?.type === 'deals' && isUnstamped(before, fact)
  })
  if (unstamped.length === 0) return
  const list = engine.list(unstamped.map(({ id }) => Number(id)))
  await sql`update deals set history_for = null, company_for = null, activities_for = null
    where id in ${list}`.execute(tx)
}

function isUnstamped(before: DealFact, after: DealFact): boolean {
  if (before.modifiedAt !== after.modifiedAt) return before.modifiedAt > after.modifiedAt
  return trackedIn(before).some((value, index) => value !== trackedIn(after)[index])
}

function trackedIn({ stageId, closesAt, amount, homeAmount, ownerId, forecastCategory }: DealFact) {
  return [stageId, closesAt, amount, homeAmount, ownerId, forecastCategory]
}

/** The columns with the version of each deal that a detail was read for. */
const MARKS = { dealChanges: 'history_for', companies: 'company_for' } as const

type MarkColumn = (typeof MARKS)[keyof typeof MARKS]

const DEALS_A_SLICE = 2_000

async function countRead(
  db: Kysely<Tables>,
  detail: DealDetail,
  closedSince: number,
): Promise<{ read: number; total: number }> {
  if (detail === 'dealActivities') return countActivities(db, closedSince)
  const { rows } = await sql<{ total: number }>`select count(*) as total from deals`.execute(db)
  const total = rows[0]?.total ?? 0
  let left = 0
  const lackingAfter = (last: DealDue | undefined) =>
    lacking(db, MARKS[detail], { limit: DEALS_A_SLICE, afterId: last?.id })
  for await (const deals of slicesOf(DEALS_A_SLICE, lackingAfter)) left += deals.length
  // Between the two, deals may have been added.
  return { read: Math.max(0, total - left), total }
}

async function lacking(
  db: Kysely<Tables>,
  mark: MarkColumn,
  { limit, afterId = '-1' }: { limit: number; afterId?: string | undefined },
): Promise<DealDue[]> {
  const column = sql.ref(mark)
  const { rows } = await sql<{ id: number; modified_at: number }>`select id, modified_at from deals
    where (${column} is null or ${column} < modified_at) and id > ${Number(afterId)}
    order by id limit ${limit}`.execute(db)
  return rows.map((row) => ({ id: String(row.id), modifiedAt: row.modified_at }))
}

interface SavedChanges {
  due: readonly DealDue[]
  changes: readonly DealChange[]
  current: Rules
}

async function saveChanges(context: WriteContext, { due, changes, current }: SavedChanges): Promise<void> {
  const { engine, tx } = context
  const ids = due.map(({ id }) => id)
  await sql`delete from deal_changes where deal_id in ${engine.list(ids.map(Number))}`.execute(tx)
  await insertRows({ engine, tx }, INSERT_CHANGE, changeRows(changes))
  const byDeal = Map.groupBy(changes, ({ dealId }) => dealId)
  await changeDeals(context, { ids, current }, (deal) => ({
    ...deal,
    stageEntries: stageEntriesOf(byDeal.get(deal.id) ?? []),
  }))
  await mark(context, MARKS.dealChanges, due)
}

/** Keeps the later of two values with the same timestamp: PostgreSQL refuses a statement that writes a row twice. */
function changeRows(changes: readonly DealChange[]): Cell[][] {
  const rows = changes.map(({ dealId, property, at, value }): [string, Cell[]] => [
    `${dealId} ${property} ${at}`,
    [Number(dealId), property, at, value],
  ])
  return [...new Map(rows).values()]
}

interface SavedCompanies {
  due: readonly DealDue[]
  companies: ReadonlyMap<string, string | null>
  current: Rules
}

async function saveCompanies(
  context: WriteContext,
  { due, companies, current }: SavedCompanies,
): Promise<void> {
  const ids = due.map(({ id }) => id)
  await changeDeals(context, { ids, current }, (deal) => ({
    ...deal,
    companyId: companies.get(deal.id) ?? null,
  }))
  await mark(context, MARKS.companies, due)
}

/** Replaces only those deals that the change really changes. */
async function changeDeals(
  context: WriteContext,
  { ids, current }: { ids: readonly string[]; current: Rules },
  change: (deal: DealFact) => DealFact,
): Promise<void> {
  const tallying = await readTallyingState(context, current)
  const stored = await storedFacts(context, 'deals', ids)
  const facts = [...stored.values()].flatMap(({ fact }) => {
    if (fact.type !== 'deals') return []
    const changed = change(fact)
    return isSame(fact, changed) ? [] : [changed]
  })
  await replaceFacts(context, { type: 'deals', stored, facts, tallying })
}

function isSame(a: DealFact, b: DealFact): boolean {
  return a.companyId === b.companyId && JSON.stringify(a.stageEntries) === JSON.stringify(b.stageEntries)
}

/** Marks the version that the details were read for; a deal that has changed in the meantime stays due. */
async function mark(
  { engine, tx }: WriteContext,
  column: MarkColumn,
  due: readonly DealDue[],
): Promise<void> {
  for (const [modifiedAt, deals] of Map.groupBy(due, (deal) => deal.modifiedAt)) {
    const list = engine.list(deals.map(({ id }) => Number(id)))
    await sql`update deals set ${sql.ref(column)} = ${modifiedAt} where id in ${list}`.execute(tx)
  }
}
