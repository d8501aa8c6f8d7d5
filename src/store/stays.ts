/** How long deals stay in stages, derived from their tracked changes. */
import { sql } from 'kysely'
import { type DealChange, type StageStay, staysOf } from '../domain/facts/deal-changes.ts'
import type { Engine } from './engine.ts'
import { slicesOf } from './slices.ts'
import type { DealChangeRow, Tables } from './tables.ts'

const DEALS_A_SLICE = 250

type DealRow = { is_open: number } & Pick<Tables['deals'], 'id' | 'owner_id' | 'stage_id' | 'modified_at'>

/** The stays that ended in `[from, to)` (epoch ms), and the current ones of open deals. */
export async function readStays(engine: Engine, from: number, to: number): Promise<StageStay[]> {
  const stays: StageStay[] = []
  for await (const rows of slicesOf<DealRow>(DEALS_A_SLICE, (last) => dealsAfter(engine, last))) {
    // Leaving a stage always modifies the deal.
    const deals = rows.filter((row) => row.is_open === 1 || row.modified_at >= from)
    const changes = await stageChanges(engine, deals)
    for (const row of deals) {
      for (const stay of staysOf(toDeal(row), changes.get(row.id) ?? [])) {
        if (stay.leftAt === null || (stay.leftAt >= from && stay.leftAt < to)) stays.push(stay)
      }
    }
  }
  return stays
}

async function dealsAfter({ reader }: Engine, last: DealRow | undefined): Promise<DealRow[]> {
  const { rows } = await sql<DealRow>`select id, owner_id, stage_id, modified_at,
    case when is_closed = 0 and is_won = 0 then 1 else 0 end as is_open
    from deals where id > ${last?.id ?? -1} order by id limit ${DEALS_A_SLICE}`.execute(reader)
  return rows
}

function toDeal({ id, owner_id, stage_id, is_open }: DealRow) {
  const ownerId = owner_id === null ? null : String(owner_id)
  return { id: String(id), ownerId, stageId: stage_id, isOpen: is_open === 1 }
}

async function stageChanges(
  { reader, list }: Engine,
  deals: readonly DealRow[],
): Promise<Map<number, DealChange[]>> {
  const { rows } = await sql<DealChangeRow>`select * from deal_changes where property = 'stage'
    and deal_id in ${list(deals.map(({ id }) => id))} order by deal_id, at`.execute(reader)
  const byDeal = new Map<number, DealChange[]>()
  for (const { deal_id, at, value } of rows) {
    const changes = byDeal.get(deal_id) ?? []
    changes.push({ dealId: String(deal_id), property: 'stage', at, value })
    byDeal.set(deal_id, changes)
  }
  return byDeal
}
