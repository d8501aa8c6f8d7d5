/** PostgreSQL through pg: one pool; whole numbers come back as numbers or not at all; what a fault that passes ended is tried again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, type DatabaseConnection, type Driver, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

const INT8 = 20
const NUMERIC = 1700

export function openPostgres(url: string): Engine {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, toSafeInteger)
  types.setTypeParser(NUMERIC, toSafeInteger)
  const pool = new pg.Pool({ connectionString: url, max: 10, types, keepAlive: true })
  const hasConnected = watch(pool)
  const retrying: Retrying = (work) => tryAgain(work, hasConnected)
  const base = new PostgresDialect({ pool })
  const driver = base.createDriver()
  const writer = kyselyOver(base, writeDriver(driver, retrying))
  const reader = kyselyOver(base, readDriver(driver, retrying))
  return {
    dialect: 'postgres',
    writer,
    reader,
    list: (values) => sql`(select unnest(${values}::${sql.raw(isNumbers(values) ? 'bigint' : 'text')}[]))`,
    placeholder: (n) => `$${n}`,
    retrying,
    now: sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    close: async () => {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

/**
 * Who runs a query on a connection that is cut hears of it from the query. The connection's own event says the same once
 * more and would end the process if nobody listened, be it idle in the pool or in use.
 */
function watch(pool: pg.Pool): () => boolean {
  let hasConnected = false
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    hasConnected = true
    client.on('error', () => undefined)
  })
  return () => hasConnected
}

function kyselyOver(base: PostgresDialect, driver: Driver): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => base.createAdapter(),
      createQueryCompiler: () => base.createQueryCompiler(),
      createIntrospector: (db) => base.createIntrospector(db),
    },
  })
}

/** The driver of pg, but a commit during which the connection is lost is asked after: the server knows what became of it. */
function writeDriver(driver: Driver, retrying: Retrying): Driver {
  const ids = new WeakMap<DatabaseConnection, string>()
  return {
    init: (options) => driver.init(options),
    acquireConnection: (options) => driver.acquireConnection(options),
    async beginTransaction(connection, settings) {
      await driver.beginTransaction(connection, settings)
      try {
        ids.set(connection, await textFrom(connection, TRANSACTION_ID))
      } catch (error) {
        await rollBack(driver, connection)
        throw error
      }
    },
    async commitTransaction(connection) {
      try {
        await driver.commitTransaction(connection)
      } catch (error) {
        const id = ids.get(connection)
        if (id === undefined || !isConnectionLost(error)) throw error
        if (!(await retrying(() => hasCommitted(driver, id)))) throw error
      }
    },
    rollbackTransaction: (connection) => rollBack(driver, connection),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  }
}

/** How long a transaction waits for a lock that another one holds, before it makes room and tries again. */
const LOCK_TIMEOUT_MS = 3_000
/** A process that is frozen within a transaction holds its locks for so long; no transaction of ours rests for a tenth of it. */
const IDLE_TIMEOUT_MS = 5_000

/** What a transaction begins with: its number, and limits that hold for it alone, also behind a pooler of connections. */
const TRANSACTION_ID = CompiledQuery.raw(`select pg_current_xact_id()::text as text,
  set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true),
  set_config('idle_in_transaction_session_timeout', '${IDLE_TIMEOUT_MS}', true)`)

async function textFrom(connection: DatabaseConnection, query: CompiledQuery): Promise<string> {
  const { rows } = await connection.executeQuery<{ text: string | null }>(query)
  return rows[0]?.text ?? ''
}

async function hasCommitted(driver: Driver, id: string): Promise<boolean> {
  const query = CompiledQuery.raw('select pg_xact_status($1::xid8) as text', [id])
  for (;;) {
    const status = await onConnection(driver, (connection) => textFrom(connection, query))
    if (status === 'committed') return true
    if (status === 'aborted') return false
    if (status !== 'in progress') throw new Error(`the database forgot what became of transaction ${id}`)
    await sleep(FIRST_PAUSE_MS)
  }
}

/** A connection that is lost has taken its transaction with it; what ended it is what the caller has to hear. */
async function rollBack(driver: Driver, connection: DatabaseConnection): Promise<void> {
  try {
    await driver.rollbackTransaction(connection)
  } catch (error) {
    if (!isConnectionLost(error)) throw error
  }
}

async function onConnection<T>(
  driver: Driver,
  work: (connection: DatabaseConnection) => Promise<T>,
): Promise<T> {
  const connection = await driver.acquireConnection()
  try {
    return await work(connection)
  } finally {
    await driver.releaseConnection(connection)
  }
}

/**
 * Each read outside a transaction takes a connection of its own, and is done again on another one where that is lost. A
 * transaction keeps one connection to its end.
 */
function readDriver(driver: Driver, retrying: Retrying): Driver {
  const kept = new WeakMap<DatabaseConnection, DatabaseConnection>()
  const keptBy = (reading: DatabaseConnection): DatabaseConnection => {
    const connection = kept.get(reading)
    if (!connection) throw new Error('there is no transaction')
    return connection
  }
  return {
    init: (options) => driver.init(options),
    async acquireConnection() {
      const reading: DatabaseConnection = {
        executeQuery: (query) =>
          kept.get(reading)?.executeQuery(query) ??
          retrying(() => onConnection(driver, (connection) => connection.executeQuery(query))),
        streamQuery() {
          throw new Error('rows are not streamed')
        },
      }
      return reading
    },
    async beginTransaction(reading, settings) {
      const connection = await driver.acquireConnection()
      kept.set(reading, connection)
      await driver.beginTransaction(connection, settings)
    },
    commitTransaction: (reading) => driver.commitTransaction(keptBy(reading)),
    rollbackTransaction: (reading) => rollBack(driver, keptBy(reading)),
    async releaseConnection(reading) {
      const connection = kept.get(reading)
      if (connection) await driver.releaseConnection(connection)
    },
    destroy: () => driver.destroy(),
  }
}

/** A restart takes some seconds, a failover up to half a minute. */
const PATIENCE_MS = 30_000
/** A process that was frozen for longer than that tries again all the same. */
const LEAST_TRIES = 4
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 1_000

type Retrying = Engine['retrying']

/** An address that never answered is wrong: that is said at once. */
async function tryAgain<T>(work: () => Promise<T>, hasConnected: () => boolean): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!hasConnected() || !mayPass(error)) throw error
      if (tries >= LEAST_TRIES && performance.now() > giveUpAt) throw error
    }
    await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries))
  }
}

/** Codes of PostgreSQL for a lock that was waited for too long, a deadlock, and a server that takes no more connections. */
const CROWDED = ['55P03', '40P01', '53300']
/** For a transaction that rested too long, and for a server that shuts down, has crashed or is not up yet. */
const ENDED = ['25P03', '57P01', '57P02', '57P03']
const NETWORK = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']
/** What pg says of a socket that closed has no code. */
const CLOSED = /^(Connection terminated|Client has encountered a connection error)/

function mayPass(error: unknown): boolean {
  return CROWDED.includes(codeOf(error)) || isConnectionLost(error)
}

function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  if (ENDED.includes(code) || NETWORK.includes(code) || code.startsWith('08')) return true
  return error instanceof Error && CLOSED.test(error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function isNumbers(values: readonly (string | number)[]): boolean {
  return values.every((value) => typeof value === 'number')
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is no safe integer`)
  return value
}
