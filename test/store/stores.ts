/** Every store test runs on both databases: SQLite in its own folder, PostgreSQL in its own database. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { inject } from 'vitest'
import type { FactType } from '../../src/domain/facts/facts.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore, type StoreAddress, type StoreOptions } from '../../src/store/store.ts'

export const DATABASES = ['sqlite', 'postgres'] as const
export type Database = (typeof DATABASES)[number]

export interface TestStore {
  store: Store
  address: StoreAddress
  end(): Promise<void>
}

/** A new store. `clock` replaces the database's own. */
export async function testStore(database: Database, clock?: Clock): Promise<TestStore> {
  const options = clock ? { clock } : {}
  return database === 'sqlite' ? sqliteStore(options) : postgresStore(options)
}

async function sqliteStore(options: StoreOptions): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'scoreline-store-'))
  const address: StoreAddress = { kind: 'sqlite', path: join(folder, 'scoreline.db') }
  const store = await openStore(address, options)
  return {
    store,
    address,
    end: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function postgresStore(options: StoreOptions): Promise<TestStore> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`${server}/postgres`, `create database ${name}`)
  const address: StoreAddress = { kind: 'postgres', url: `${server}/${name}` }
  const store = await openStore(address, options)
  return {
    store,
    address,
    end: async () => {
      await store.close()
      await administer(`${server}/postgres`, `drop database ${name} with (force)`)
    },
  }
}

/** Writes as another program on the same database would. */
export async function writeInto(address: StoreAddress, statements: readonly string[]): Promise<void> {
  if (address.kind === 'sqlite') {
    const database = new DatabaseSync(address.path)
    for (const statement of statements) database.exec(statement)
    return database.close()
  }
  for (const statement of statements) await administer(address.url, statement)
}

type Rows = Record<string, unknown>[]

/** Every row of every table, by table, in the order of its text. */
export async function contentsOf(address: StoreAddress): Promise<Record<string, string[]>> {
  return address.kind === 'sqlite'
    ? contentsBy(SQLITE_TABLES, ...sqliteRows(address.path))
    : withClient(address.url, (client) =>
        contentsBy(POSTGRES_TABLES, async (query) => (await client.query(query)).rows),
      )
}

const SQLITE_TABLES = "select name from sqlite_master where type = 'table' order by name"
const POSTGRES_TABLES =
  "select tablename as name from pg_tables where schemaname = 'public' order by tablename"

async function contentsBy(
  tables: string,
  rowsOf: (query: string) => Promise<Rows>,
  close: () => void = () => undefined,
): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const { name } of await rowsOf(tables)) {
    const rows = await rowsOf(`select * from ${name}`)
    all[String(name)] = rows.map((row) => JSON.stringify(row)).sort()
  }
  close()
  return all
}

/** Reads as another program on the same database would. */
export async function rowsIn(address: StoreAddress, query: string): Promise<Rows> {
  if (address.kind === 'postgres')
    return withClient(address.url, async (client) => (await client.query(query)).rows)
  const [rowsOf, close] = sqliteRows(address.path)
  const rows = await rowsOf(query)
  close()
  return rows
}

/** The stored changes of these deals, each as `<deal> <property> <epoch ms> <value>`, in the order of that text. */
export async function dealChangesIn(address: StoreAddress, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsIn(address, 'select deal_id, property, at, value from deal_changes')
  return rows
    .filter((row) => ids.includes(String(row['deal_id'])))
    .map((row) => `${row['deal_id']} ${row['property']} ${row['at']} ${row['value'] ?? ''}`)
    .sort()
}

/** The id of the record that this one was finally merged into, as stored; the id itself if it was not merged. */
export async function survivorIn(address: StoreAddress, type: FactType, id: string): Promise<string> {
  const rows = await rowsIn(address, `select id, into_id from aliases where type = '${type}'`)
  const into = new Map(rows.map((row) => [String(row['id']), String(row['into_id'])]))
  const seen = new Set<string>()
  let last = id
  for (let next = into.get(last); next !== undefined && !seen.has(last); next = into.get(last)) {
    seen.add(last)
    last = next
  }
  return last
}

function sqliteRows(path: string): [(query: string) => Promise<Rows>, () => void] {
  const database = new DatabaseSync(path)
  return [async (query) => database.prepare(query).all(), () => database.close()]
}

async function administer(url: string, statement: string): Promise<void> {
  await withClient(url, (client) => client.query(statement))
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
