/** Every store test runs on both databases: SQLite in a folder of its own, PostgreSQL in a database of its own. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { openStore, type StoreAddress } from '../../src/store/store.ts'

export const DATABASES = ['sqlite', 'postgres'] as const
export type Database = (typeof DATABASES)[number]

export interface TestStore {
  store: Store
  address: StoreAddress
  end(): Promise<void>
}

export async function testStore(database: Database): Promise<TestStore> {
  return database === 'sqlite' ? sqliteStore() : postgresStore()
}

async function sqliteStore(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'scoreline-store-'))
  const address: StoreAddress = { kind: 'sqlite', path: join(folder, 'scoreline.db') }
  const store = await openStore(address)
  return {
    store,
    address,
    end: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function postgresStore(): Promise<TestStore> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`${server}/postgres`, `create database ${name}`)
  const address: StoreAddress = { kind: 'postgres', url: `${server}/${name}` }
  const store = await openStore(address)
  return {
    store,
    address,
    end: async () => {
      await store.close()
      await administer(`${server}/postgres`, `drop database ${name} with (force)`)
    },
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
