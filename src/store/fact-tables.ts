/** Converts facts to rows of their tables and back, using the declared columns; prepared once for each type. */

import { type RawBuilder, sql } from 'kysely'
import {
  countsFrom,
  type FactOf,
  type FactType,
  type FurtherFact,
  type FurtherType,
  isBuiltIn,
  isFactType,
  ofEachType,
  type SyncedFact,
  type SyncedType,
} from '../domain/facts/facts.ts'
import { type Cell, type Column, ID, KEY, UNREADABLE } from './columns.ts'
import { COMMON_COLUMNS, columnNamed, FACT_COLUMNS, type OwnColumns, SAVE_COLUMNS } from './fact-columns.ts'
import { trusted } from './trusted.ts'

export type Row = Readonly<Record<string, unknown>>

/** A field of a fact and its column. */
interface Field<F> {
  field: keyof F
  column: string
  isInstant: boolean
  toCell(fact: F): Cell
  /** Copies the value from a row into the fact. */
  fill(fact: F, row: Row): void
}

interface FactTable<T extends FactType> {
  /** In the order of the cells. */
  columns: readonly string[]
  fields: readonly Field<FactOf<T>>[]
  /** The fields that other types do not have. */
  own: readonly Field<FactOf<T>>[]
  /** An empty fact that rows are filled into. */
  blank: FactOf<T>
}

const COLUMNS: { readonly [T in FactType]: OwnColumns<T> } = FACT_COLUMNS
const TABLES: { readonly [T in FactType]: FactTable<T> } = trusted(ofEachType(tableOf))

function tableOf<T extends FactType>(type: T): FactTable<T> {
  const own = fieldsOf<FactOf<T>, keyof OwnColumns<T>>(COLUMNS[type])
  const { id, ownerId, modifiedAt } = COMMON_COLUMNS
  const fields = [
    ...fieldsOf<FactOf<T>, 'id' | 'ownerId' | 'modifiedAt'>({ id, ownerId, modifiedAt }),
    ...own,
  ]
  return {
    columns: [...Object.keys(COMMON_COLUMNS).map(columnNamed), ...own.map(({ column }) => column)],
    fields,
    own,
    blank: blankOf(fields, { type }),
  }
}

function fieldsOf<F, K extends keyof F & string>(columns: { readonly [P in K]: Column<F[P]> }): Field<F>[] {
  const fields: Field<F>[] = []
  for (const field in columns) {
    const [column, { toCell, toValue, isInstant }] = [columnNamed(field), columns[field]]
    fields.push({
      field,
      column,
      isInstant,
      toCell: (fact) => toCell(fact[field]),
      fill(fact, row) {
        fact[field] = toValue(row[column], column)
      },
    })
  }
  return fields
}

/** Has every field from the start: objects that grow field by field are slow to create and to read. */
function blankOf<P>(fields: readonly { field: PropertyKey }[], begun: object): P {
  return trusted({ ...begun, ...Object.fromEntries(fields.map(({ field }) => [field, null])) })
}

/** The table of all object types beyond the eight, whose rows also say which type they are of. */
const FURTHER = 'further_facts'
const FURTHER_COLUMNS = ['object', ...Object.keys(COMMON_COLUMNS).map(columnNamed)]

/** Where the facts of a type are read from. */
export function factsOf(type: SyncedType): RawBuilder<unknown> {
  if (isFactType(type)) return sql.table(type)
  return sql`(select * from ${sql.table(FURTHER)} where object = ${type}) as facts`
}

/** The table that the facts of a type are written to, what says which row is which, and the columns of `cellsOf`. */
export function tableFor(type: SyncedType): { table: string; key: string[]; columns: readonly string[] } {
  if (isFactType(type)) return { table: type, key: ['id'], columns: TABLES[type].columns }
  return { table: FURTHER, key: ['object', 'id'], columns: FURTHER_COLUMNS }
}

/** What a statement that changes rows of a type's table must say after `where`. */
export function rowsOf(type: SyncedType): RawBuilder<unknown> {
  return isFactType(type) ? sql`1 = 1` : sql`object = ${type}`
}

/** A type's columns of points in time, in addition to the common ones. */
export function instantsOf(type: SyncedType): string[] {
  if (!isFactType(type)) return []
  return TABLES[type].own.filter(({ isInstant }) => isInstant).map(({ column }) => column)
}

export function cellsOf(fact: SyncedFact, rules: number): Cell[] {
  return isBuiltIn(fact) ? cellsIn(fact.type, fact, rules) : [fact.type, ...commonCells(fact, rules)]
}

function cellsIn<T extends FactType>(type: T, fact: FactOf<T>, rules: number): Cell[] {
  const cells = commonCells(fact, rules)
  for (const { toCell } of TABLES[type].own) cells.push(toCell(fact))
  return cells
}

function commonCells(fact: SyncedFact, rules: number): Cell[] {
  return [
    KEY.toCell(fact.id),
    ID.toCell(fact.ownerId),
    fact.modifiedAt,
    rules,
    countsFrom(fact),
    UNREADABLE.toCell(fact.unreadable ?? null),
    COMMON_COLUMNS.declared.toCell(fact.declared ?? null),
  ]
}

export const SAVED_AT = columnNamed('savedAt')

/** A stored fact and the number of the rules under which it was tallied. */
export interface StoredFact<F extends SyncedFact = SyncedFact> {
  fact: F
  rules: number
  /** By the database's clock (epoch ms); `null` means long ago. */
  savedAt: number | null
}

export function toStored<T extends FactType>(type: T, row: Row): StoredFact<FactOf<T>>
export function toStored(type: SyncedType, row: Row): StoredFact
export function toStored(type: SyncedType, row: Row): StoredFact {
  const fact = isFactType(type) ? filled(type, row) : furtherFact(type, row)
  const unreadable = UNREADABLE.toValue(row['unreadable'], 'unreadable')
  if (unreadable) fact.unreadable = unreadable
  const declared = COMMON_COLUMNS.declared.toValue(row['declared'], 'declared')
  if (declared) fact.declared = declared
  return {
    fact,
    rules: COMMON_COLUMNS.rules.toValue(row['rules'], 'rules'),
    savedAt: SAVE_COLUMNS.savedAt.toValue(row[SAVED_AT], SAVED_AT),
  }
}

function filled<T extends FactType>(type: T, row: Row): FactOf<T> {
  const { blank, fields } = TABLES[type]
  const fact = { ...blank }
  for (const { fill } of fields) fill(fact, row)
  return fact
}

function furtherFact(type: FurtherType, row: Row): FurtherFact {
  const { id, ownerId, modifiedAt } = COMMON_COLUMNS
  return {
    type,
    id: id.toValue(row['id'], 'id'),
    ownerId: ownerId.toValue(row['owner_id'], 'owner_id'),
    modifiedAt: modifiedAt.toValue(row['modified_at'], 'modified_at'),
  }
}

/** Selected fields of facts, for reads of so many facts that the other fields are not read. */
export interface FactPart<T extends FactType, K extends keyof FactOf<T>> {
  /** The columns as a query selects them. */
  columns: RawBuilder<unknown>
  toPart(row: Row): Pick<FactOf<T>, K>
}

export function partOf<T extends FactType, K extends keyof FactOf<T> & string>(
  type: T,
  names: readonly K[],
): FactPart<T, K> {
  const wanted = new Set<PropertyKey>(names)
  // These fields fill only what is in the part.
  const fields: readonly Field<Pick<FactOf<T>, K>>[] = trusted(
    TABLES[type].fields.filter(({ field }) => wanted.has(field)),
  )
  const blank = blankOf<Pick<FactOf<T>, K>>(fields, {})
  return {
    columns: sql.join(fields.map(({ column }) => sql.ref(column))),
    toPart(row) {
      const part = { ...blank }
      for (const { fill } of fields) fill(part, row)
      return part
    },
  }
}
