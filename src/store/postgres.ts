/** PostgreSQL through pg: one pool; whole numbers come back as numbers or not at all. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

const INT8 = 20
const NUMERIC = 1700

export function openPostgres(url: string): Engine {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, toSafeInteger)
  types.setTypeParser(NUMERIC, toSafeInteger)
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    writer: db,
    reader: db,
    list: (values) => sql`(select unnest(${values}::${sql.raw(isNumbers(values) ? 'bigint' : 'text')}[]))`,
    placeholder: (n) => `$${n}`,
    close: () => db.destroy(),
  }
}

function isNumbers(values: readonly (string | number)[]): boolean {
  return values.every((value) => typeof value === 'number')
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is no safe integer`)
  return value
}
