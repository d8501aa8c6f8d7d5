/** Reads deals for pipeline, forecast and accounts in slices, yielding to other work between them. */

import { type Kysely, sql } from 'kysely'
import type { OwnChange, TrackedProperty } from '../domain/facts/deal-changes.ts'
import type { WonDeal } from '../domain/pipeline/companies.ts'
import type { PipelineDeal } from '../domain/pipeline/open-deals.ts'
import type { DealHistory, DueSpan } from '../domain/pipeline/past-deals.ts'
import type { DealReads } from '../ports/deal-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import type { Engine } from './engine.ts'
import { partOf } from './fact-tables.ts'
import { slicesOf } from './slices.ts'
import type { Tables } from './tables.ts'

/** Whole deals, or deals with their changes; a slice takes a few milliseconds. */
const DEALS_A_SLICE = 1000
/** Rows of a few numbers each. */
const ROWS_A_SLICE = 2000

/** Not below any id. */
const LAST_ID = Number.MAX_SAFE_INTEGER

/** The tracked properties that determine whether a deal was open, when it was due and what it was worth. */
const TELLING: readonly TrackedProperty[] = ['stage', 'closesAt', 'amount', 'homeAmount']

export function createDealReads(engine: Engine): DealReads {
  return {
    open: (make) => open(engine.reader, make),
    wonBetween: (from, to) => wonBetween(engine.reader, from, to),
    closedAhead: (at) => closedAhead(engine.reader, at),
    everDue: (span, make) => everDue(engine, span, make),
  }
}

async function inSlices<R>(size: number, read: (last: R | undefined) => Promise<R[]>): Promise<R[]> {
  const all: R[] = []
  for await (const slice of slicesOf(size, read)) for (const row of slice) all.push(row)
  return all
}

type DealRow = Tables['deals']

const PAST_FIELDS = [
  'id',
  'ownerId',
  'pipelineId',
  'stageId',
  'createdAt',
  'closesAt',
  'isClosed',
  'isWon',
  'amount',
  'homeAmount',
  'currency',
] as const
const PAST = partOf('deals', PAST_FIELDS)
const OPEN = partOf('deals', [...PAST_FIELDS, 'probability', 'forecastCategory'])

interface AheadRow {
  id: number
  owner_id: number
  closes_at: number
}

async function closedAhead(db: Kysely<Tables>, at: number) {
  const rows = await inSlices<AheadRow>(ROWS_A_SLICE, async (last) => {
    const [closesAt, id] = [last?.closes_at ?? at, last?.id ?? LAST_ID]
    const query = sql<AheadRow>`select id, owner_id, closes_at from deals where (is_closed = 1 or is_won = 1)
      and owner_id is not null and (closes_at, id) > (${closesAt}, ${id})
      order by closes_at, id limit ${ROWS_A_SLICE}`
    return (await query.execute(db)).rows
  })
  return rows.map((row) => ({ ownerId: String(row.owner_id), closesAt: row.closes_at }))
}

type Make<D, T> = (slice: readonly D[]) => readonly T[]

async function open<T>(db: Kysely<Tables>, make: Make<PipelineDeal, T>): Promise<T[]> {
  const made: T[] = []
  const slices = slicesOf<DealRow>(DEALS_A_SLICE, async (last) => {
    const query = sql<DealRow>`select ${OPEN.columns} from deals
      where is_closed = 0 and is_won = 0 and id > ${last?.id ?? -1} order by id limit ${DEALS_A_SLICE}`
    return (await query.execute(db)).rows
  })
  for await (const rows of slices) {
    for (const one of make(rows.map(OPEN.toPart))) made.push(one)
  }
  return made
}

/** Where a slice ended, in order of instant and id. Ids are never negative. */
interface Place<At = number> {
  at: At
  id: number
}

type WonRow = Place & Pick<DealRow, 'owner_id' | 'pipeline_id' | 'company_id'>

async function wonBetween(db: Kysely<Tables>, from: number, to: number): Promise<WonDeal[]> {
  const rows = await inSlices<WonRow>(ROWS_A_SLICE, async (last) => {
    const query = sql<WonRow>`select id, closes_at as at, owner_id, pipeline_id, company_id from deals
      where is_won = 1 and closes_at < ${to} and (closes_at, id) > (${last?.at ?? from}, ${last?.id ?? -1})
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
async function everDue<T>(engine: Engine, span: DueSpan, make: Make<DealHistory, T>): Promise<T[]> {
  const due = await dueNow(engine.reader, span)
  const wasDue = await dueBefore(engine.reader, span)
  // In id order, which is their order in the database.
  const ids = [...new Set([...due, ...wasDue].map(({ id }) => id))].sort((a, b) => a - b)
  const made: T[] = []
  for (let begin = 0; begin < ids.length; begin += DEALS_A_SLICE) {
    const slice = ids.slice(begin, begin + DEALS_A_SLICE)
    for (const one of make(await historiesOf(engine, slice, span.createdBefore))) made.push(one)
    await yieldTurn()
  }
  return made
}

function dueNow(db: Kysely<Tables>, { from, to, createdBefore }: DueSpan): Promise<Place[]> {
  return inSlices<Place>(ROWS_A_SLICE, async (last) => {
    const query = sql<Place>`select closes_at as at, id from deals where closes_at < ${to}
      and (closes_at, id) > (${last?.at ?? from}, ${last?.id ?? -1}) and created_at < ${createdBefore}
      order by closes_at, id limit ${ROWS_A_SLICE}`
    return (await query.execute(db)).rows
  })
}

/**
 * Close dates that were set before `createdBefore`. They are stored as text and compared as text: instants from 2001
 * to 2286 have thirteen digits, so that text and numbers sort alike.
 */
function dueBefore(db: Kysely<Tables>, { from, to, createdBefore }: DueSpan): Promise<Place<string>[]> {
  return inSlices<Place<string>>(ROWS_A_SLICE, async (last) => {
    const query = sql<Place<string>>`select value as at, deal_id as id from deal_changes
      where property = 'closesAt' and value < ${String(to)}
      and (value, deal_id) > (${last?.at ?? String(from)}, ${last?.id ?? -1}) and at < ${createdBefore}
      order by value, deal_id limit ${ROWS_A_SLICE}`
    return (await query.execute(db)).rows
  })
}

async function historiesOf(
  { reader, list }: Engine,
  ids: readonly number[],
  createdBefore: number,
): Promise<DealHistory[]> {
  const { rows: deals } = await sql<DealRow>`select ${PAST.columns} from deals where id in ${list(ids)}
    and created_at < ${createdBefore} and owner_id is not null`.execute(reader)
  const { rows: kept } = await sql<KeptRow>`select deal_id, property, at, value from deal_changes
    where deal_id in ${list(deals.map(({ id }) => id))} and property in ${list(TELLING)}`.execute(reader)
  const changes = Map.groupBy(kept, (row) => row.deal_id)
  return deals.map((row) => ({
    deal: PAST.toPart(row),
    changes: changes.get(row.id) ?? [],
  }))
}

/** There can be so many that the rows themselves serve as the changes. */
interface KeptRow extends OwnChange {
  deal_id: number
}
