/**
 * PostgreSQL through pg: one pool. Integers are returned as safe numbers or the read fails; work ended by a transient
 * fault is retried.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, type DatabaseConnection, type Driver, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { DiskError } from './errors.ts'
import type { Tables } from './tables.ts'

const INT8 = 20
const NUMERIC = 1700

/** A host that vanished is noticed within minutes; by the system's default probes begin after two hours. */
const KEEP_ALIVE_AFTER_MS = 10_000

/** Any number that no other program on the database uses as a lock. */
const TURN_LOCK = 7_205_301

export function openPostgres(url: string): Engine {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, toSafeInteger)
  types.setTypeParser(NUMERIC, toSafeInteger)
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  })
  const hasConnected = watch(pool)
  const retrying: Retrying = (work) => tryAgain(work, hasConnected)
  const base = new PostgresDialect({ pool })
  const driver = base.createDriver()
  const writer = kyselyOver(base, writeDriver(driver, retrying))
  const reader = kyselyOver(base, readDriver(driver, retrying))
  return {
    dialect: 'postgres',
    isShared: true,
    writer,
    reader,
    list: (values) => sql`(select unnest(${values}::${sql.raw(isNumbers(values) ? 'bigint' : 'text')}[]))`,
    placeholder: (n) => `$${n}`,
    retrying,
    now: sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    sharedLock: sql`for share`,
    ownLock: (alias) => sql`for update of ${sql.ref(alias)} skip locked`,
    async takeTurn(tx) {
      await sql`select pg_advisory_xact_lock(${TURN_LOCK})`.execute(tx)
    },
    frozen: (reading) => reading.setIsolationLevel('repeatable read'),
    tableNames: () => tableNames(reader),
    close: async () => {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

/**
 * The query itself reports a cut connection to its caller. The connection's own event reports the same again and would
 * end the process if nobody listened, whether the connection is idle in the pool or in use.
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

/**
 * The driver of pg, with one difference: if the connection is lost during a commit, the server is asked whether it
 * committed.
 */
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
    await sleep(FIRST_PAUSE_MS)
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
/** A process that was frozen for longer than that still gets this many tries. */
const LEAST_TRIES = 4
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 1_000

type Retrying = Engine['retrying']

/** An address that has never answered is wrong, and this is reported at once. */
async function tryAgain<T>(work: () => Promise<T>, hasConnected: () => boolean): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!hasConnected() || !mayPass(error)) throw explainedDisk(error)
      if (tries >= LEAST_TRIES && performance.now() > giveUpAt) throw error
    }
    await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries))
  }
}

/** PostgreSQL's codes for a lock time-out, a deadlock, and a server that accepts no more connections. */
const CROWDED = ['55P03', '40P01', '53300']
/**
 * Codes for a transaction that idled too long, and for a server that is shutting down, has crashed or is not up yet.
 */
const ENDED = ['25P03', '57P01', '57P02', '57P03']
const NETWORK = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']
/** pg's errors for a closed socket have no code. */
const CLOSED = /^(Connection terminated|Client has encountered a connection error)/

/** What is wrong with the disk of the server, in words; any other fault as it is. */
function explainedDisk(error: unknown): unknown {
  if (codeOf(error) !== '53100') return error
  return new DiskError(
    'The disk of the PostgreSQL server is full. Make room; what was saved before is still there.',
    {
      cause: error,
    },
  )
}

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

/** Of the schema in which tables are made; those of extensions are nobody's. */
async function tableNames(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace and not exists (
      select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e'
    )`.execute(db)
  return rows.map(({ name }) => name)
}

function isNumbers(values: readonly (string | number)[]): boolean {
  return values.every((value) => typeof value === 'number')
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is not a safe integer`)
  return value
}
