/** Cursors: how far each type has been read, written in the transaction that saves its facts. */
import { FACT_TYPES, isFurtherType } from '../domain/facts/facts.ts'
import type { Cursor } from '../ports/fact-store.ts'
import { SOURCE_FAULTS } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { type Engine, insertRows, inTransaction, replaceAll, type Tx } from './engine.ts'
import type { CursorRow } from './tables.ts'

const COLUMNS = ['type', 'fill_cursor', 'fill_started_at', 'as_of', 'filled', 'total', 'error', 'fault']
const INSERT = { table: 'cursors', columns: COLUMNS, onConflict: replaceAll(['type'], COLUMNS) }

export function createCursors(engine: Engine): Store['cursors'] {
  return {
    async read() {
      const rows = await engine.reader.selectFrom('cursors').selectAll().execute()
      const further = rows.flatMap(({ type }) => (isFurtherType(type) ? [type] : [])).sort()
      return [...FACT_TYPES, ...further].map((type) =>
        toCursor(
          type,
          rows.find((row) => row.type === type),
        ),
      )
    },
    save: (cursor) => inTransaction(engine, (tx) => writeCursor(engine, tx, cursor)),
  }
}

export async function writeCursor(engine: Engine, tx: Tx, cursor: Cursor): Promise<void> {
  const { type, fillCursor, fillStartedAt, asOf, filled, total, error, fault } = cursor
  await insertRows({ engine, tx }, INSERT, [
    [type, fillCursor, fillStartedAt, asOf, filled, total, error, fault],
  ])
}

function toCursor(type: Cursor['type'], row: CursorRow | undefined): Cursor {
  return {
    type,
    fillCursor: row?.fill_cursor ?? null,
    fillStartedAt: row?.fill_started_at ?? null,
    asOf: row?.as_of ?? null,
    filled: row?.filled ?? 0,
    total: row?.total ?? null,
    error: row?.error ?? null,
    fault: SOURCE_FAULTS.find((fault) => fault === row?.fault) ?? null,
  }
}
