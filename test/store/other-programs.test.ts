/** A database that another program made is left as it is; what the two databases differ in is said in one file for each. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, type StoreAddress } from '../../src/store/store.ts'
import { contentsOf, DATABASES, type Database, testStore, writeInto } from './stores.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Without a table. */
async function anEmptyDatabase(database: Database): Promise<{ address: StoreAddress; end(): Promise<void> }> {
  const { store, address, end } = await testStore(database)
  await store.close()
  const tables = Object.keys(await contentsOf(address))
  // Deliveries name one another.
  await writeInto(
    address,
    tables.map((name) => `drop table ${name}`),
  )
  return { address, end }
}

describe.each(DATABASES)('a database on %s', (database) => {
  const open = async (address: StoreAddress) => {
    const store = await openStore(address)
    await store.close()
  }

  it('with tables of another program is refused with a sentence, and nothing is written to it', async () => {
    const { address, end } = await anEmptyDatabase(database)
    await writeInto(address, [
      ...['users', 'orders', 'parts', 'suppliers'].map((name) => `create table ${name} (id integer)`),
      'insert into users values (7)',
    ])
    const before = await contentsOf(address)

    await expect(open(address)).rejects.toMatchObject({
      name: 'DatabaseAddressError',
      message: expect.stringMatching(
        /^The database has tables that another program made \(orders, parts, suppliers …\)\. /,
      ),
    })
    expect(await contentsOf(address)).toEqual(before)
    await end()
  })

  it('that another program migrates with kysely is that program’s, not of a newer version of ours', async () => {
    const { address, end } = await anEmptyDatabase(database)
    await writeInto(address, [
      'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255))',
      "insert into kysely_migration values ('2025_users', '')",
      'create table users (id integer)',
    ])

    await expect(open(address)).rejects.toMatchObject({ message: expect.stringContaining('(users)') })
    await end()
  })

  it('of ours to which another program has added tables is refused too', async () => {
    const { address, store, end } = await testStore(database)
    await store.close()
    await writeInto(address, ['create table users (id integer)'])

    await expect(open(address)).rejects.toMatchObject({ message: expect.stringContaining('(users)') })
    await end()
  })

  it('of a newer version of ours is refused by that name, whatever tables it has', async () => {
    const { address, store, end } = await testStore(database)
    await store.close()
    await writeInto(address, [
      "insert into kysely_migration values ('9999-later', '2099-01-01')",
      'create table later (id integer)',
    ])

    await expect(open(address)).rejects.toMatchObject({
      name: 'NewerSchemaError',
      message: expect.stringContaining('newer Scoreline (it has 9999-later)'),
    })
    await end()
  })
})

it('only the files of the two databases, and what chooses between them, know which one it is', () => {
  const asking = globSync('src/**/*.ts', { cwd: ROOT }).filter((file) =>
    /[=!]== '(sqlite|postgres)'|\.dialect\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  )

  expect(asking.sort()).toEqual([
    'src/store/migrate.ts',
    'src/store/migrations/0001-initial.ts',
    'src/store/store.ts',
  ])
})
