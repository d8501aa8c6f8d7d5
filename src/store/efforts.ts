/** Efforts: won deals with what was spent on each, derived from the activities associated with it. */

import { sql } from 'kysely'
import {
  type DealEffort,
  EFFORT_TYPES,
  type EffortBasis,
  type EffortType,
  isSpentOn,
} from '../domain/facts/deal-effort.ts'
import { yieldTurn } from '../ports/turns.ts'
import type { Engine } from './engine.ts'
import type { FactRow } from './fact-columns.ts'
import { type Row, toStored } from './fact-tables.ts'
import { slicesOf } from './slices.ts'

const DEALS_A_SLICE = 100
const FACTS_A_SLICE = 500

type WonRow = { closes_at: number } & Pick<
  FactRow<'deals'>,
  'id' | 'owner_id' | 'pipeline_id' | 'created_at' | 'activities_for'
>

/** A deal without a readable creation date has no period in which effort could count, so it is left out. */
export async function readEfforts(
  engine: Engine,
  span: { from: number; to: number },
  basis: EffortBasis,
): Promise<{ deals: DealEffort[]; unread: number }> {
  const deals: DealEffort[] = []
  let unread = 0
  for await (const rows of slicesOf<WonRow>(DEALS_A_SLICE, (last) => wonAfter(engine, last, span))) {
    unread += rows.filter((row) => row.activities_for === null).length
    const slice = rows.flatMap((row) => (row.activities_for === null ? [] : withoutEffort(row)))
    for (const type of EFFORT_TYPES) await countInto(engine, slice, { type, ...basis })
    deals.push(...slice)
  }
  return { deals, unread }
}

async function wonAfter(
  { reader }: Engine,
  last: WonRow | undefined,
  { from, to }: { from: number; to: number },
): Promise<WonRow[]> {
  const { rows } = await sql<WonRow>`select id, owner_id, pipeline_id, created_at, closes_at, activities_for
    from deals where is_won = 1 and closes_at < ${to}
    and (closes_at, id) > (${last?.closes_at ?? from}, ${last?.id ?? -1})
    order by closes_at, id limit ${DEALS_A_SLICE}`.execute(reader)
  return rows
}

function withoutEffort({ id, owner_id, pipeline_id, created_at, closes_at }: WonRow): DealEffort[] {
  if (created_at === null) return []
  const deal = {
    dealId: String(id),
    ownerId: owner_id === null ? null : String(owner_id),
    pipelineId: pipeline_id,
    createdAt: created_at,
    closesAt: closes_at,
  }
  return [{ ...deal, calls: 0, emails: 0, meetings: 0 }]
}

interface Counting extends EffortBasis {
  type: EffortType
}

/** Adds to each deal the linked activities of one type that were spent on it. */
async function countInto(
  engine: Engine,
  deals: readonly DealEffort[],
  { type, ...basis }: Counting,
): Promise<void> {
  const ids = engine.list(deals.map(({ dealId }) => Number(dealId)))
  const { rows } = await sql<{ deal_id: number; activity_id: number }>`select deal_id, activity_id
    from deal_activities where type = ${type} and deal_id in ${ids}`.execute(engine.reader)
  const linked = Map.groupBy(rows, ({ activity_id }) => activity_id)
  const byId = new Map(deals.map((deal) => [Number(deal.dealId), deal]))
  const activities = [...linked.keys()]
  for (let begin = 0; begin < activities.length; begin += FACTS_A_SLICE) {
    for (const { id, fact } of await factsOf(engine, type, activities.slice(begin, begin + FACTS_A_SLICE))) {
      for (const { deal_id } of linked.get(id) ?? []) {
        const deal = byId.get(deal_id)
        if (deal && isSpentOn(deal, fact, basis)) deal[type]++
      }
    }
    await yieldTurn()
  }
}

async function factsOf({ reader, list }: Engine, type: EffortType, ids: readonly number[]) {
  const { rows } = await sql<Row>`select * from ${sql.table(type)} where id in ${list(ids)}`.execute(reader)
  return rows.map((row) => {
    const { fact } = toStored(type, row)
    return { id: Number(fact.id), fact }
  })
}
