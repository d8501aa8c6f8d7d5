/** Reads deals for pipeline, forecast and accounts, in slices between which others get their turn. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DealChange, TrackedProperty } from '../domain/deal-changes.ts'
import type { DealFact } from '../domain/facts.ts'
import type { WonDeal } from '../domain/pipeline/companies.ts'
import type { DealHistory, DueSpan } from '../domain/pipeline/past-deals.ts'
import type { DealReads } from '../ports.ts'
import type { Engine } from './engine.ts'
import { type Row, toStored } from './fact-tables.ts'
import type { DealChangeRow, Tables } from './tables.ts'

/** Whole deals, or deals with their changes: some milliseconds. */
const DEALS_A_SLICE = 500
/** Rows of a few numbers. */
const ROWS_A_SLICE = 2000

/** Of the changes of a deal, those that tell whether it was open, when it was due and what it was worth. */
const TELLING: readonly TrackedProperty[] = ['stage', 'closesAt', 'amount', 'homeAmount']

export function createDealReads(engine: Engine): DealReads {
  return {
    open: () => open(engine.reader),
    wonBetween: (from, to) => wonBetween(engine.reader, from, to),
    everDue: (span) => everDue(engine, span),
  }
}

/** All rows of a reading that goes on after the last row of the slice before. */
async function inSlices<R>(size: number, read: (last: R | undefined) => Promise<R[]>): Promise<R[]> {
  const all: R[] = []
  for (;;) {
    const slice = await read(all.at(-1))
    for (const row of slice) all.push(row)
    if (slice.length < size) return all
    await nextTurn()
  }
}

function open(db: Kysely<Tables>): Promise<DealFact[]> {
  return inSlices<DealFact>(DEALS_A_SLICE, async (last) => {
    const { rows } = await sql<Row>`select * from deals where is_closed = 0 and is_won = 0
      and id > ${Number(last?.id ?? -1)} order by id limit ${DEALS_A_SLICE}`.execute(db)
    return rows.map((row) => toStored('deals', row).fact)
  })
}

/** Where a slice in order of an instant and of the id has ended. */
interface Place {
  at: number
  id: number
}

/** After `last`, else from the instant `from` on. No id is below 0. */
function after(columns: RawBuilder<unknown>, last: Place | undefined, from: number): RawBuilder<unknown> {
  return sql`(${columns}) > (${last?.at ?? from}, ${last?.id ?? -1})`
}

interface WonRow extends Place {
  owner_id: number | null
  pipeline_id: string | null
  company_id: number | null
}

async function wonBetween(db: Kysely<Tables>, from: number, to: number): Promise<WonDeal[]> {
  const rows = await inSlices<WonRow>(ROWS_A_SLICE, async (last) => {
    const query = sql<WonRow>`select id, closes_at as at, owner_id, pipeline_id, company_id from deals
      where is_won = 1 and closes_at < ${to} and ${after(sql`closes_at, id`, last, from)}
      order by closes_at, id limit ${ROWS_A_SLICE}`
    return (await query.execute(db)).rows
  })
  return rows.map((row) => ({
    id: String(row.id),
    ownerId: idText(row.owner_id),
    pipelineId: row.pipeline_id,
    companyId: idText(row.company_id),
    closesAt: row.at,
  }))
}

function idText(id: number | null): string | null {
  return id === null ? null : String(id)
}

/** Finds the deals by their present and former close dates, then reads them with their changes. */
async function everDue(engine: Engine, span: DueSpan): Promise<DealHistory[]> {
  const ids = await dueIds(engine.reader, span)
  const histories: DealHistory[] = []
  for (let begin = 0; begin < ids.length; begin += DEALS_A_SLICE) {
    const slice = ids.slice(begin, begin + DEALS_A_SLICE)
    for (const history of await historiesOf(engine, slice, span.createdBefore)) histories.push(history)
    await nextTurn()
  }
  return histories
}

/** As the index of former close dates has it: no other property's value is ever read as a number. */
const FORMER_CLOSE = sql.raw("case when property = 'closesAt' then cast(value as bigint) end")

async function dueIds(db: Kysely<Tables>, { from, to }: DueSpan): Promise<number[]> {
  const present = await inSlices<Place>(ROWS_A_SLICE, async (last) => {
    const query = sql<Place>`select closes_at as at, id from deals
      where closes_at < ${to} and ${after(sql`closes_at, id`, last, from)}
      order by closes_at, id limit ${ROWS_A_SLICE}`
    return (await query.execute(db)).rows
  })
  const former = await inSlices<Place>(ROWS_A_SLICE, async (last) => {
    const query = sql<Place>`select ${FORMER_CLOSE} as at, deal_id as id from deal_changes
      where property = 'closesAt' and ${FORMER_CLOSE} < ${to}
      and ${after(sql`${FORMER_CLOSE}, deal_id`, last, from)}
      order by ${FORMER_CLOSE}, deal_id limit ${ROWS_A_SLICE}`
    return (await query.execute(db)).rows
  })
  const ids = new Set<number>()
  for (const { id } of present) ids.add(id)
  for (const { id } of former) ids.add(id)
  return [...ids]
}

async function historiesOf(
  { reader, list }: Engine,
  ids: readonly number[],
  createdBefore: number,
): Promise<DealHistory[]> {
  const { rows: deals } = await sql<Row>`select * from deals where id in ${list(ids)}
    and created_at < ${createdBefore} and owner_id is not null`.execute(reader)
  const { rows: changes } = await sql<DealChangeRow>`select deal_id, property, at, value from deal_changes
    where deal_id in ${list(deals.map((row) => Number(row['id'])))} and property in ${list(TELLING)}
    order by deal_id, at`.execute(reader)
  const byDeal = Map.groupBy(changes, ({ deal_id }) => String(deal_id))
  return deals.map((row) => {
    const { fact } = toStored('deals', row)
    return { deal: fact, changes: (byDeal.get(fact.id) ?? []).flatMap(toChange) }
  })
}

function toChange({ deal_id, property, at, value }: DealChangeRow): DealChange[] {
  const known = TELLING.find((name) => name === property)
  return known ? [{ dealId: String(deal_id), property: known, at, value }] : []
}
