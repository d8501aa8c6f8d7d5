/** Activities associated with won deals, and the version of each deal they were read for. */

import { type Kysely, sql } from 'kysely'
import type { DealDue, DealLink } from '../ports/deal-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import { type Engine, insertRows, inTransaction, type Tx } from './engine.ts'
import type { Tables } from './tables.ts'

const INSERT = {
  table: 'deal_activities',
  columns: ['deal_id', 'type', 'activity_id'],
  onConflict: '(deal_id, type, activity_id) do nothing',
}

/** About how many links the deals of one transaction have, so that none takes longer than 50 ms. */
const LINKS_A_SLICE = 2_000

export async function lackingActivities(
  db: Kysely<Tables>,
  closedSince: number,
  limit: number,
): Promise<DealDue[]> {
  const { rows } = await sql<{ id: number; modified_at: number }>`select id, modified_at from deals
    where is_won = 1 and (activities_for is null or activities_for < modified_at) and closes_at >= ${closedSince}
    order by closes_at, id limit ${limit}`.execute(db)
  return rows.map((row) => ({ id: String(row.id), modifiedAt: row.modified_at }))
}

/** Won deals that closed since an instant, and those of them with their links: both are counted from an index. */
export async function countActivities(
  db: Kysely<Tables>,
  closedSince: number,
): Promise<{ read: number; total: number }> {
  const won = sql`is_won = 1 and closes_at >= ${closedSince}`
  const { rows } = await sql<{ total: number; lacking: number }>`select
    (select count(*) from deals where ${won}) as total,
    (select count(*) from deals where ${won} and (activities_for is null or activities_for < modified_at))
      as lacking`.execute(db)
  const { total, lacking } = rows[0] ?? { total: 0, lacking: 0 }
  return { read: total - lacking, total }
}

interface SavedActivities {
  due: readonly DealDue[]
  links: readonly DealLink[]
}

/** Saves each deal with all its links in one transaction. */
export async function saveActivities(engine: Engine, { due, links }: SavedActivities): Promise<void> {
  const byDeal = Map.groupBy(links, ({ dealId }) => dealId)
  let slice: DealDue[] = []
  let size = 0
  for (const [index, deal] of due.entries()) {
    slice.push(deal)
    size += 1 + (byDeal.get(deal.id)?.length ?? 0)
    if (size < LINKS_A_SLICE && index < due.length - 1) continue
    const part = { due: slice, links: slice.flatMap(({ id }) => byDeal.get(id) ?? []) }
    await inTransaction(engine, (tx) => saveSlice(engine, tx, part))
    await yieldTurn()
    slice = []
    size = 0
  }
}

async function saveSlice(engine: Engine, tx: Tx, { due, links }: SavedActivities): Promise<void> {
  const ids = engine.list(due.map(({ id }) => Number(id)))
  await sql`delete from deal_activities where deal_id in ${ids}`.execute(tx)
  const rows = links.map(({ dealId, type, activityId }) => [Number(dealId), type, Number(activityId)])
  await insertRows({ engine, tx }, INSERT, rows)
  for (const [modifiedAt, deals] of Map.groupBy(due, (deal) => deal.modifiedAt)) {
    const list = engine.list(deals.map(({ id }) => Number(id)))
    await sql`update deals set activities_for = ${modifiedAt} where id in ${list}`.execute(tx)
  }
}

const DEALS_A_SLICE = 2_000

/** The links stay until they are replaced. */
export async function forgetActivities(engine: Engine): Promise<void> {
  for (let afterId: number | null = -1; afterId !== null; ) {
    afterId = await forgetSlice(engine, afterId)
    await yieldTurn()
  }
}

async function forgetSlice(engine: Engine, afterId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select id from deals where id > ${afterId}
    order by id limit ${DEALS_A_SLICE}`.execute(engine.reader)
  const last = rows.at(-1)
  if (!last) return null
  await inTransaction(engine, async (tx) => {
    await sql`update deals set activities_for = null where id > ${afterId} and id <= ${last.id}
      and activities_for is not null`.execute(tx)
  })
  return last.id
}
