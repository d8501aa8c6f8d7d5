/** Column kinds of the fact tables: how a fact's value becomes a cell and how it is read back. */
import { UNREADABLE_VALUES, type UnreadableValue } from '../domain/facts/facts.ts'
import { fromJson } from './json.ts'

/** A value as it is written to a column. */
export type Cell = string | number | null

export interface Column<V, C extends Cell = Cell> {
  /** The column type on both databases. */
  type: 'bigint' | 'integer' | 'text'
  isNullable: boolean
  /** Whether values are points in time, in epoch milliseconds. */
  isInstant: boolean
  toCell(value: V): C
  /** Throws if the cell has a value of another type. */
  toValue(cell: unknown, column: string): V
}

function textIn(cell: unknown, column: string): string | null {
  if (cell === null || typeof cell === 'string') return cell
  throw new Error(`column ${column} does not contain text`)
}

function numberIn(cell: unknown, column: string): number | null {
  if (cell === null || typeof cell === 'number') return cell
  throw new Error(`column ${column} does not contain a number`)
}

function numberOrThrow(cell: unknown, column: string): number {
  if (typeof cell === 'number') return cell
  throw new Error(cell === null ? `column ${column} is empty` : `column ${column} does not contain a number`)
}

const asItIs = <V>(value: V) => value

export const TEXT: Column<string | null, string | null> = {
  type: 'text',
  isNullable: true,
  isInstant: false,
  toCell: asItIs,
  toValue: textIn,
}

export const WHOLE: Column<number | null, number | null> = {
  type: 'bigint',
  isNullable: true,
  isInstant: false,
  toCell: asItIs,
  toValue: numberIn,
}

export const INSTANT: Column<number | null, number | null> = { ...WHOLE, isInstant: true }

/** The instant of the last change, which every record has. */
export const STAMP: Column<number, number> = {
  type: 'bigint',
  isNullable: false,
  isInstant: true,
  toCell: asItIs,
  toValue: numberOrThrow,
}

/** Numbers of rules snapshots. */
export const NUMBER: Column<number, number> = { ...STAMP, type: 'integer', isInstant: false }

/** HubSpot's ids consist of digits: strings in facts, numbers in tables. */
export const ID: Column<string | null, number | null> = {
  type: 'bigint',
  isNullable: true,
  isInstant: false,
  toCell: (id) => (id === null ? null : Number(id)),
  toValue(cell, column) {
    const id = numberIn(cell, column)
    return id === null ? null : String(id)
  },
}

/** The record's own id. */
export const KEY: Column<string, number> = {
  type: 'bigint',
  isNullable: false,
  isInstant: false,
  toCell: Number,
  toValue: (cell, column) => String(numberOrThrow(cell, column)),
}

export const FLAG: Column<boolean, number> = {
  type: 'integer',
  isNullable: false,
  isInstant: false,
  toCell: (flag) => (flag ? 1 : 0),
  toValue: (cell, column) => numberOrThrow(cell, column) === 1,
}

/** Values that only this store reads and writes. */
export function json<V>(): Column<V | null, string | null> {
  return {
    type: 'text',
    isNullable: true,
    isInstant: false,
    toCell: (value) => (value === null ? null : JSON.stringify(value)),
    toValue(cell, column) {
      const body = textIn(cell, column)
      return body === null ? null : fromJson<V>(body)
    },
  }
}

/** Words separated by spaces. */
export const UNREADABLE: Column<readonly UnreadableValue[] | null, string | null> = {
  type: 'text',
  isNullable: true,
  isInstant: false,
  toCell: (values) => (values === null ? null : values.join(' ')),
  toValue(cell, column) {
    const names = textIn(cell, column)?.split(' ')
    return names ? UNREADABLE_VALUES.filter((value) => names.includes(value)) : null
  },
}
