/** The drivers of PostgreSQL: a commit whose answer is lost is looked up, and a lost read runs again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, type DatabaseConnection, type Driver } from 'kysely'
import type { Engine } from './engine.ts'
import { isConnectionLost } from './postgres-faults.ts'

type Retrying = Engine['retrying']

/** How long to wait before asking again about a transaction that is still committing. */
const COMMITTING_PAUSE_MS = 20

/**
 * The driver of pg, with one difference: if the connection is lost during a commit, the server is asked whether it
 * committed.
 */
export function writeDriver(driver: Driver, retrying: Retrying): Driver {
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

/** How long a transaction waits for another one's lock before it gives way and tries again. */
const LOCK_TIMEOUT_MS = 3_000
/**
 * A process that freezes within a transaction keeps its locks for this long; no transaction here idles for a tenth of
 * it.
 */
const IDLE_TIMEOUT_MS = 5_000

/**
 * The first statement of a transaction: reads its id and sets limits for it alone, which also works behind a
 * connection pooler.
 */
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
    if (status !== 'in progress')
      throw new Error(`the database no longer knows the outcome of transaction ${id}`)
    await sleep(COMMITTING_PAUSE_MS)
  }
}

/** A lost connection has already ended its transaction; the caller has to see the fault that ended it. */
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
 * Each read outside a transaction takes a connection of its own, and runs again on another one if that is lost. A
 * transaction keeps one connection to its end.
 */
export function readDriver(driver: Driver, retrying: Retrying): Driver {
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
