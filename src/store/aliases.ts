/** Aliases: ids of records that were merged into others, so that a late version of one is not counted again. */
import { sql } from 'kysely'
import type { SyncedType } from '../domain/facts/facts.ts'
import type { Merge } from '../ports/source.ts'
import { type Engine, insertRows, replaceAll, type Tx } from './engine.ts'

const COLUMNS = ['type', 'id', 'into_id']
const INSERT = { table: 'aliases', columns: COLUMNS, onConflict: replaceAll(['type', 'id'], COLUMNS) }

export async function writeAliases(
  engine: Engine,
  tx: Tx,
  type: SyncedType,
  merges: readonly Merge[],
): Promise<void> {
  await insertRows(
    { engine, tx },
    INSERT,
    merges.map(({ from, into }) => [type, Number(from), Number(into)]),
  )
}

/** Returns those ids that were merged into other records. */
export async function mergedAway(
  engine: Engine,
  tx: Tx,
  type: SyncedType,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: number }>`select id from aliases where type = ${type}
    and id in ${engine.list(ids.map(Number))}`.execute(tx)
  return new Set(rows.map(({ id }) => String(id)))
}
