/** How each fact type lies in its table: columns in order, fact to cells, row to fact. */
import {
  countsFrom,
  type Fact,
  type FactType,
  type StageEntry,
  UNREADABLE_VALUES,
  type UnreadableValue,
} from '../domain/facts/facts.ts'
import type { Cell } from './engine.ts'
import { fromJson } from './json.ts'

export type Row = Readonly<Record<string, unknown>>

/** A fact of one type, as its table holds it. */
type FactOf<T extends FactType> = Extract<Fact, { type: T }>

interface FactTable<T extends FactType> {
  columns: readonly string[]
  toCells(fact: FactOf<T>): Cell[]
  toFact(row: Row, base: Base): FactOf<T>
}

/** What facts of all types have. */
type Base = Pick<Fact, 'id' | 'ownerId' | 'modifiedAt' | 'unreadable'>

const COMMON_COLUMNS = ['id', 'owner_id', 'modified_at', 'rules', 'counts_from', 'unreadable'] as const

function text(row: Row, column: string): string | null {
  const value = row[column]
  if (value === null || typeof value === 'string') return value
  throw new Error(`column ${column} holds no text`)
}

function whole(row: Row, column: string): number | null {
  const value = row[column]
  if (value === null || typeof value === 'number') return value
  throw new Error(`column ${column} holds no number`)
}

function wholeOrThrow(row: Row, column: string): number {
  const value = whole(row, column)
  if (value === null) throw new Error(`column ${column} is empty`)
  return value
}

function idIn(row: Row, column: string): string | null {
  const id = whole(row, column)
  return id === null ? null : String(id)
}

function stageEntriesIn(row: Row): StageEntry[] | null {
  const body = text(row, 'stage_entries')
  return body === null ? null : fromJson<StageEntry[]>(body)
}

function unreadableIn(row: Row): UnreadableValue[] | null {
  const names = text(row, 'unreadable')?.split(' ')
  return names ? UNREADABLE_VALUES.filter((value) => names.includes(value)) : null
}

const TABLES: { [T in FactType]: FactTable<T> } = {
  calls: {
    columns: ['at', 'direction', 'status', 'disposition', 'duration_ms'],
    toCells: (call) => [call.at, call.direction, call.status, call.disposition, call.durationMs],
    toFact: (row, base) => ({
      type: 'calls',
      ...base,
      at: whole(row, 'at'),
      direction: text(row, 'direction'),
      status: text(row, 'status'),
      disposition: text(row, 'disposition'),
      durationMs: whole(row, 'duration_ms'),
    }),
  },
  emails: {
    columns: ['at', 'direction', 'status', 'reply_count'],
    toCells: (email) => [email.at, email.direction, email.status, email.replyCount],
    toFact: (row, base) => ({
      type: 'emails',
      ...base,
      at: whole(row, 'at'),
      direction: text(row, 'direction'),
      status: text(row, 'status'),
      replyCount: whole(row, 'reply_count'),
    }),
  },
  meetings: {
    columns: ['at', 'created_at', 'starts_at', 'ends_at', 'outcome'],
    toCells: (meeting) => [meeting.at, meeting.createdAt, meeting.startsAt, meeting.endsAt, meeting.outcome],
    toFact: (row, base) => ({
      type: 'meetings',
      ...base,
      at: whole(row, 'at'),
      createdAt: whole(row, 'created_at'),
      startsAt: whole(row, 'starts_at'),
      endsAt: whole(row, 'ends_at'),
      outcome: text(row, 'outcome'),
    }),
  },
  tasks: {
    columns: ['at', 'completed_at', 'status'],
    toCells: (task) => [task.at, task.completedAt, task.status],
    toFact: (row, base) => ({
      type: 'tasks',
      ...base,
      at: whole(row, 'at'),
      completedAt: whole(row, 'completed_at'),
      status: text(row, 'status'),
    }),
  },
  notes: {
    columns: ['at'],
    toCells: (note) => [note.at],
    toFact: (row, base) => ({ type: 'notes', ...base, at: whole(row, 'at') }),
  },
  communications: {
    columns: ['at', 'channel'],
    toCells: (message) => [message.at, message.channel],
    toFact: (row, base) => ({
      type: 'communications',
      ...base,
      at: whole(row, 'at'),
      channel: text(row, 'channel'),
    }),
  },
  contacts: {
    columns: ['created_at', 'mql_at', 'sql_at', 'opportunity_at', 'customer_at', 'territory'],
    toCells: (contact) => [
      contact.createdAt,
      contact.mqlAt,
      contact.sqlAt,
      contact.opportunityAt,
      contact.customerAt,
      contact.territory,
    ],
    toFact: (row, base) => ({
      type: 'contacts',
      ...base,
      createdAt: whole(row, 'created_at'),
      mqlAt: whole(row, 'mql_at'),
      sqlAt: whole(row, 'sql_at'),
      opportunityAt: whole(row, 'opportunity_at'),
      customerAt: whole(row, 'customer_at'),
      territory: text(row, 'territory'),
    }),
  },
  deals: {
    columns: [
      'name',
      'pipeline_id',
      'stage_id',
      'created_at',
      'closes_at',
      'is_closed',
      'is_won',
      'amount',
      'home_amount',
      'currency',
      'probability',
      'forecast_category',
      'arr',
      'mrr',
      'cost',
      'contract_years',
      'territory',
      'company_id',
      'stage_entries',
    ],
    toCells: (deal) => [
      deal.name,
      deal.pipelineId,
      deal.stageId,
      deal.createdAt,
      deal.closesAt,
      deal.isClosed ? 1 : 0,
      deal.isWon ? 1 : 0,
      deal.amount,
      deal.homeAmount,
      deal.currency,
      deal.probability,
      deal.forecastCategory,
      deal.arr,
      deal.mrr,
      deal.cost,
      deal.contractYears,
      deal.territory,
      deal.companyId === null ? null : Number(deal.companyId),
      deal.stageEntries && JSON.stringify(deal.stageEntries),
    ],
    toFact: (row, base) => ({
      type: 'deals',
      ...base,
      name: text(row, 'name'),
      pipelineId: text(row, 'pipeline_id'),
      stageId: text(row, 'stage_id'),
      createdAt: whole(row, 'created_at'),
      closesAt: whole(row, 'closes_at'),
      isClosed: wholeOrThrow(row, 'is_closed') === 1,
      isWon: wholeOrThrow(row, 'is_won') === 1,
      amount: text(row, 'amount'),
      homeAmount: text(row, 'home_amount'),
      currency: text(row, 'currency'),
      probability: text(row, 'probability'),
      forecastCategory: text(row, 'forecast_category'),
      arr: text(row, 'arr'),
      mrr: text(row, 'mrr'),
      cost: text(row, 'cost'),
      contractYears: text(row, 'contract_years'),
      territory: text(row, 'territory'),
      companyId: idIn(row, 'company_id'),
      stageEntries: stageEntriesIn(row),
    }),
  },
}

/** All columns of a type's table, in the order of `cellsOf`. */
export function columnsOf(type: FactType): readonly string[] {
  return [...COMMON_COLUMNS, ...TABLES[type].columns]
}

export function cellsOf(fact: Fact, rules: number): Cell[] {
  const owner = fact.ownerId === null ? null : Number(fact.ownerId)
  const unreadable = fact.unreadable?.join(' ') ?? null
  return [Number(fact.id), owner, fact.modifiedAt, rules, countsFrom(fact), unreadable, ...ownCells(fact)]
}

function ownCells(fact: Fact): Cell[] {
  switch (fact.type) {
    case 'calls':
      return TABLES.calls.toCells(fact)
    case 'emails':
      return TABLES.emails.toCells(fact)
    case 'meetings':
      return TABLES.meetings.toCells(fact)
    case 'tasks':
      return TABLES.tasks.toCells(fact)
    case 'notes':
      return TABLES.notes.toCells(fact)
    case 'communications':
      return TABLES.communications.toCells(fact)
    case 'contacts':
      return TABLES.contacts.toCells(fact)
    case 'deals':
      return TABLES.deals.toCells(fact)
  }
}

/** When a version that was read from HubSpot was saved; what is only tallied again keeps it. */
export const SAVED_AT = 'saved_at'

/** A stored fact and the number of the rules under which it was tallied. */
export interface StoredFact<F extends Fact = Fact> {
  fact: F
  rules: number
  /** By the database's clock (epoch ms); `null`: long ago. */
  savedAt: number | null
}

export function toStored<T extends FactType>(type: T, row: Row): StoredFact<FactOf<T>> {
  const owner = whole(row, 'owner_id')
  const unreadable = unreadableIn(row)
  const base = {
    id: String(wholeOrThrow(row, 'id')),
    ownerId: owner === null ? null : String(owner),
    modifiedAt: wholeOrThrow(row, 'modified_at'),
    ...(unreadable && { unreadable }),
  }
  return {
    fact: TABLES[type].toFact(row, base),
    rules: wholeOrThrow(row, 'rules'),
    savedAt: whole(row, SAVED_AT),
  }
}
