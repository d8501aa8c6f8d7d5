/** SQLite through node:sqlite: one connection that writes, one that only reads, and cached prepared statements. */

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dialect, type Driver, Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Engine } from './engine.ts'
import { DatabaseAddressError, StoreInUseError } from './errors.ts'
import { explained, resultCodeOf } from './sqlite-faults.ts'
import type { Tables } from './tables.ts'

/** Below the 50 ms that the event loop may be blocked at most; longer waits happen here, asynchronously. */
const BUSY_TIMEOUT_MS = 50
const BUSY_PATIENCE_MS = 5_000
const KEPT_STATEMENTS = 200
const SQLITE_BUSY = 5

/**
 * Committed data survives a power failure. 16 MB of pages are cached in memory and 16 MB of changes kept in the log,
 * because a first fill touches the same tally pages again and again.
 */
const WRITING = `pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
  pragma cache_size = -16000; pragma wal_autocheckpoint = 4000`

export function openSqlite(path: string): Engine {
  if (path !== ':memory:') makeFolder(path)
  const writing = open(path, WRITING)
  const reading = open(path, 'pragma query_only = on')
  const writer = new Kysely<Tables>({ dialect: dialectOf({ database: writing, path }, 'begin immediate') })
  const reader = new Kysely<Tables>({ dialect: dialectOf({ database: reading, path }, 'begin') })
  return {
    dialect: 'sqlite',
    isShared: false,
    writer,
    reader,
    list: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
    placeholder: () => '?',
    retrying: (work) => work(),
    now: () => sql`cast(unixepoch('subsec') * 1000 as integer)`,
    // One transaction writes at a time, and what another one reads does not change under it.
    sharedLock: sql``,
    ownLock: () => sql``,
    takeTurn: async () => undefined,
    frozen: (reading) => reading,
    tableNames: () => tableNames(writer),
    close: async () => {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

async function tableNames(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master
    where type = 'table' and name not like 'sqlite\\_%' escape '\\'`.execute(db)
  return rows.map(({ name }) => name)
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (cause) {
    throw new DatabaseAddressError(
      `The folder of ${path} cannot be made. Correct DATABASE_URL, or make it and let Scoreline write to it.`,
      cause,
    )
  }
}

function open(path: string, pragmas: string): DatabaseSync {
  return inWords(path, () => {
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
    database.exec(pragmas)
    return database
  })
}

/** Faults of the file and its disk as sentences. */
function inWords<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explained(error, path)
  }
}

interface Opened {
  database: DatabaseSync
  path: string
}

function dialectOf(opened: Opened, begin: string): Dialect {
  const base = new SqliteDialect({ database: keepingStatements(opened) })
  const adapter = base.createAdapter()
  Object.defineProperty(adapter, 'supportsTransactionalDdl', { value: true })
  return {
    createDriver: () => patientDriver(base.createDriver(), opened, begin),
    createAdapter: () => adapter,
    createQueryCompiler: () => base.createQueryCompiler(),
    createIntrospector: (db) => base.createIntrospector(db),
  }
}

/**
 * The driver of kysely, with one difference: a transaction takes the write lock at once and waits for it without
 * blocking.
 */
function patientDriver(driver: Driver, opened: Opened, begin: string): Driver {
  return {
    init: (options) => driver.init(options),
    acquireConnection: (options) => driver.acquireConnection(options),
    beginTransaction: () => beginPatiently(opened, begin),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    /** A disk that is full has rolled back already; what is wrong with it is what the caller has to hear. */
    async rollbackTransaction(connection) {
      if (opened.database.isTransaction) await driver.rollbackTransaction(connection)
    },
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  }
}

async function beginPatiently({ database, path }: Opened, begin: string): Promise<void> {
  const giveUpAt = performance.now() + BUSY_PATIENCE_MS
  for (;;) {
    try {
      return database.exec(begin)
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw explained(error, path)
    }
    await sleep(20)
  }
}

function isBusy(error: unknown): boolean {
  return resultCodeOf(error) === SQLITE_BUSY
}

interface KeptStatement {
  reader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
}

/** Prepares each statement once; the least recently used one is evicted first. */
function keepingStatements({ database, path }: Opened): SqliteDatabase {
  const kept = new LRUCache<string, KeptStatement>({ max: KEPT_STATEMENTS })
  return {
    prepare(text) {
      const statement = kept.get(text) ?? inWords(path, () => toStatement(database.prepare(text), path))
      kept.set(text, statement)
      return statement
    },
    close: () => database.close(),
  }
}

/**
 * Rows are read as arrays and turned into objects of one shape: node:sqlite's own objects take twice as long to create
 * and read.
 */
function toStatement(statement: StatementSync, path: string): KeptStatement {
  const names = statement.columns().map(({ name }) => name)
  statement.setReturnArrays(true)
  const toRow = (cells: unknown) => rowOf(names, cells)
  return {
    reader: names.length > 0,
    all: (parameters) => inWords(path, () => statement.all(...parameters.map(toCell)).map(toRow)),
    run: (parameters) => inWords(path, () => statement.run(...parameters.map(toCell))),
    *iterate(parameters) {
      for (const cells of statement.iterate(...parameters.map(toCell))) yield toRow(cells)
    },
  }
}

function rowOf(names: readonly string[], cells: unknown): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  if (!Array.isArray(cells)) throw new Error('a row is not an array')
  let at = 0
  for (const name of names) row[name] = cells[at++]
  return row
}

function toCell(value: unknown): string | number | bigint | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint') return value
  throw new Error(`a ${typeof value} is not a column value`)
}

/**
 * Locks a SQLite file for this process alone, for as long as it lives: an operating system lock on a file beside it,
 * which is freed even by `kill -9`. Throws `StoreInUseError` when another process has the lock.
 */
export function lockFile(path: string): { release(): void } {
  makeFolder(path)
  const lock = inWords(`${path}.lock`, () => new DatabaseSync(`${path}.lock`))
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (cause) {
    lock.close()
    if (!isBusy(cause)) throw explained(cause, `${path}.lock`)
    throw new StoreInUseError(`Another 'scoreline start' or 'sync' runs on ${path}. Stop it first.`, {
      cause,
    })
  }
  return { release: () => lock.close() }
}
