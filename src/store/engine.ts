/**
 * The database behind the store. All that SQLite and PostgreSQL differ in is in `Engine`, and said in one file for each;
 * the rest of the store does not ask which of them it is on.
 */
import {
  CompiledQuery,
  type Kysely,
  type RawBuilder,
  sql,
  type Transaction,
  type TransactionBuilder,
} from 'kysely'
import type { Cell } from './columns.ts'
import type { Tables } from './tables.ts'

/** For migrations, which write the tables of each. */
export type Dialect = 'sqlite' | 'postgres'

/** `writer` runs transactions that change rows, `reader` answers questions; on SQLite it is a separate connection. */
export interface Engine {
  dialect: Dialect
  /** Whether several processes may write at the same time. */
  isShared: boolean
  writer: Kysely<Tables>
  reader: Kysely<Tables>
  /** A list as one parameter, for use after `in`. */
  list(values: readonly (string | number)[]): RawBuilder<unknown>
  /** The placeholder of the n-th parameter (from 1) in a hand-written statement. */
  placeholder(n: number): string
  /** Repeats work that changed nothing and failed for a transient reason, such as a cut connection. */
  retrying<T>(work: () => Promise<T>): Promise<T>
  /** The database's own time, epoch ms. All processes on one database share it, whatever their own clocks say. */
  now(): RawBuilder<number>
  /** Behind a select: the rows read may not change until the transaction ends. */
  sharedLock: RawBuilder<unknown>
  /** Behind a select from the alias: its rows are for this transaction alone; those that another one has are left out. */
  ownLock(alias: string): RawBuilder<unknown>
  /** Waits until no other transaction that did the same is open. */
  takeTurn(tx: Tx): Promise<void>
  /** Lets all reads of the transaction see the same. */
  frozen(reading: TransactionBuilder<Tables>): TransactionBuilder<Tables>
  /** All tables of the database but its own ones, also those of other programs. */
  tableNames(): Promise<string[]>
  /** Checked in every writing transaction before anything is written; throws if writing is not allowed. */
  guard?: (tx: Tx) => Promise<void>
  close(): Promise<void>
}

export type Tx = Transaction<Tables>

/**
 * Runs `work` in one transaction that may write. Only the handle passed to it sees the transaction. `work` may run
 * more than once; only one run is committed.
 */
export function inTransaction<T>(engine: Engine, work: (tx: Tx) => Promise<T>): Promise<T> {
  return guarded(engine, async () => undefined, work)
}

/** `enter` runs before the guard, so that nobody waits for their turn while locking what the guard locks. */
function guarded<T>(
  engine: Engine,
  enter: (tx: Tx) => Promise<void>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const run = async (tx: Tx) => {
    await enter(tx)
    await engine.guard?.(tx)
    return work(tx)
  }
  return engine.retrying(() => engine.writer.transaction().execute(run))
}

/** All reads of `work` see the database as it was at the first one. `work` may run more than once. */
export function inSnapshot<T>(engine: Engine, work: (db: Tx) => Promise<T>): Promise<T> {
  return engine.retrying(() => engine.frozen(engine.reader.transaction()).execute(work))
}

/** The database's own time, epoch ms. */
export async function readTime({ reader, now }: Engine): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${now()} as now`.execute(reader)
  return rows[0]?.now ?? 0
}

/**
 * Like `inTransaction`, for changes of facts, tallies and rules. Each is computed from stored data, so two at once
 * would count a fact twice: they run one after another, across all processes. SQLite does so anyway.
 */
export function inOrder<T>(engine: Engine, work: (tx: Tx) => Promise<T>): Promise<T> {
  return guarded(engine, (tx) => engine.takeTurn(tx), work)
}

/** Rows to insert: a table, its columns, and what happens if the key already exists. */
export interface Insert {
  table: string
  columns: readonly string[]
  /** The SQL after `on conflict`, such as `(id) do nothing`. */
  onConflict: string
}

/** A HubSpot page fits one statement, and any other number of rows a few. Few sizes mean few prepared statements. */
const ROWS_A_STATEMENT = [100, 50, 25, 10, 5, 2, 1]

const texts = new Map<string, string>()

/** Inserts rows in statements of fixed sizes. */
export async function insertRows(
  { engine, tx }: { engine: Engine; tx: Tx },
  insert: Insert,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  let at = 0
  for (const size of ROWS_A_STATEMENT) {
    while (rows.length - at >= size) {
      const values: Cell[] = []
      for (let row = at; row < at + size; row += 1) for (const cell of rows[row] ?? []) values.push(cell)
      await tx.executeQuery(CompiledQuery.raw(insertText(engine, insert, size), values))
      at += size
    }
  }
}

function insertText(engine: Engine, { table, columns, onConflict }: Insert, rows: number): string {
  const key = `${engine.placeholder(1)} ${table} ${rows} ${onConflict}`
  const known = texts.get(key)
  if (known) return known
  let n = 0
  const row = () => `(${columns.map(() => engine.placeholder(++n)).join(', ')})`
  const values = Array.from({ length: rows }, row).join(', ')
  const text = `insert into ${table} (${columns.join(', ')}) values ${values} on conflict ${onConflict}`
  texts.set(key, text)
  return text
}

/** `(id) do update` that overwrites every other column. */
export function replaceAll(key: readonly string[], columns: readonly string[]): string {
  const others = columns.filter((column) => !key.includes(column))
  return `(${key.join(', ')}) do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`
}
