/** The fact tables: every column is declared here once, with the fact field that it stores. */
import type { FactBase, FactOf, FactType, StageEntry } from '../domain/facts/facts.ts'
import {
  type Cell,
  type Column,
  FLAG,
  ID,
  INSTANT,
  json,
  KEY,
  NUMBER,
  STAMP,
  TEXT,
  UNREADABLE,
  WHOLE,
} from './columns.ts'

/** The leading columns of every type's table. `rules` are those under which the fact was tallied. */
export const COMMON_COLUMNS = {
  id: KEY,
  ownerId: ID,
  modifiedAt: STAMP,
  rules: NUMBER,
  countsFrom: INSTANT,
  unreadable: UNREADABLE,
  declared: json<Readonly<Record<string, string>>>(),
}

/** When a version read from HubSpot was saved; in all tables. Re-tallying does not change it. */
export const SAVE_COLUMNS = { savedAt: INSTANT }

/** The fields that facts of a type have in addition to the common ones. */
type OwnField<T extends FactType> = Exclude<keyof FactOf<T>, keyof FactBase | 'type'> & string

/** A column for each of them, named after the field in snake case: `closesAt` is stored in `closes_at`. */
export type OwnColumns<T extends FactType> = { readonly [K in OwnField<T>]: Column<FactOf<T>[K]> }

export const FACT_COLUMNS = {
  calls: { at: INSTANT, direction: TEXT, status: TEXT, disposition: TEXT, durationMs: WHOLE },
  emails: { at: INSTANT, direction: TEXT, status: TEXT, replyCount: WHOLE },
  meetings: { at: INSTANT, createdAt: INSTANT, startsAt: INSTANT, endsAt: INSTANT, outcome: TEXT },
  tasks: { at: INSTANT, completedAt: INSTANT, status: TEXT },
  notes: { at: INSTANT },
  communications: { at: INSTANT, channel: TEXT },
  contacts: {
    createdAt: INSTANT,
    mqlAt: INSTANT,
    sqlAt: INSTANT,
    opportunityAt: INSTANT,
    customerAt: INSTANT,
    territory: TEXT,
  },
  deals: {
    name: TEXT,
    pipelineId: TEXT,
    stageId: TEXT,
    createdAt: INSTANT,
    closesAt: INSTANT,
    isClosed: FLAG,
    isWon: FLAG,
    amount: TEXT,
    homeAmount: TEXT,
    currency: TEXT,
    probability: TEXT,
    forecastCategory: TEXT,
    arr: TEXT,
    mrr: TEXT,
    cost: TEXT,
    contractYears: TEXT,
    territory: TEXT,
    companyId: ID,
    stageEntries: json<StageEntry[]>(),
  },
} satisfies { readonly [T in FactType]: OwnColumns<T> }

/** The record version that separately read details belong to; stored only in tables, not in facts. */
export const MARKS = {
  deals: { historyFor: INSTANT, companyFor: INSTANT, activitiesFor: INSTANT },
}

type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${SnakeCase<Tail>}`
  : ''

type CellOf<C> = C extends { toCell(value: never): infer Held extends Cell } ? Held : never
type Cells<D> = { [K in keyof D & string as SnakeCase<K>]: CellOf<D[K]> }

/** A row of a type's table. */
export type FactRow<T extends FactType> = Cells<
  typeof COMMON_COLUMNS &
    typeof SAVE_COLUMNS &
    (typeof FACT_COLUMNS)[T] &
    (T extends keyof typeof MARKS ? (typeof MARKS)[T] : object)
>

/** A row of the table of all object types beyond the eight. */
export type FurtherRow = { object: string } & Cells<typeof COMMON_COLUMNS & typeof SAVE_COLUMNS>

/** The row types of all fact tables, by table. */
export type FactRows = { [T in FactType]: FactRow<T> } & { further_facts: FurtherRow }

export function columnNamed(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
