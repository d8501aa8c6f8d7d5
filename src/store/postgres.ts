/**
 * PostgreSQL through pg: one pool. Integers are returned as safe numbers or the read fails; work ended by a transient
 * fault is retried.
 */
import { type Driver, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { readDriver, writeDriver } from './postgres-drivers.ts'
import { tryAgain } from './postgres-faults.ts'
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
  const retrying: Engine['retrying'] = (work) => tryAgain(work, hasConnected)
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
    now: () => sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
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
