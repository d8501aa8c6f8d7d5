/** The columns of facts are declared once: tables as migrations make them have these and no others. */
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { FACT_TYPES, type FactType } from '../../src/domain/facts/facts.ts'
import type { Column } from '../../src/store/columns.ts'
import {
  COMMON_COLUMNS,
  columnNamed,
  FACT_COLUMNS,
  MARKS,
  SAVE_COLUMNS,
} from '../../src/store/fact-columns.ts'
import { columnsOf } from '../../src/store/fact-tables.ts'
import { DATABASES, type Database, rowsIn, type TestStore, testStore, writeInto } from './stores.ts'

interface Declared {
  name: string
  type: string
  isNullable: boolean
}

function declaredColumns(type: FactType): Declared[] {
  const marks: Partial<Record<FactType, object>> = MARKS
  const columns: Record<string, Pick<Column<unknown>, 'type' | 'isNullable'>> = {
    ...COMMON_COLUMNS,
    ...FACT_COLUMNS[type],
    ...marks[type],
    ...SAVE_COLUMNS,
  }
  return Object.entries(columns).map(([field, { type: of, isNullable }]) => ({
    name: columnNamed(field),
    type: of,
    isNullable,
  }))
}

/** What a migration that is still to be written has to run, as text: migrations stay as they are while this moves on. */
function ddlOf(type: FactType, table: string = type): string {
  const columns = declaredColumns(type).map(({ name, type: of, isNullable }) =>
    name === 'id' ? `id ${of} primary key` : `${name} ${of}${isNullable ? '' : ' not null'}`,
  )
  return `create table ${table} (${columns.join(', ')})`
}

const byName = (a: Declared, b: Declared) => (a.name < b.name ? -1 : 1)

/** SQLite's own numbers of rows are integers, and never null though nothing says so. */
const CATALOGUES: Record<Database, (table: string) => string> = {
  sqlite: (table) => `select name, case when pk then 'bigint' else lower(type) end as type,
    not ("notnull" or pk) as "isNullable" from pragma_table_info('${table}')`,
  postgres: (table) => `select column_name as name, data_type as type, is_nullable = 'YES' as "isNullable"
    from information_schema.columns where table_name = '${table}'`,
}

describe.each(DATABASES)('tables of facts on %s', (database) => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore(database)
  })
  afterEach(() => world.end())

  async function columnsIn(table: string): Promise<Declared[]> {
    const rows = await rowsIn(world.address, CATALOGUES[database](table))
    const columns = rows.map(({ name, type, isNullable }) => ({
      name: `${name}`,
      type: `${type}`,
      isNullable: Boolean(isNullable),
    }))
    return columns.sort(byName)
  }

  it('have the columns that are declared', async () => {
    for (const type of FACT_TYPES)
      expect(await columnsIn(type), ddlOf(type)).toEqual(declaredColumns(type).sort(byName))
  })

  it('are the same when made from what is declared', async () => {
    for (const type of FACT_TYPES) {
      await writeInto(world.address, [ddlOf(type, `declared_${type}`)])

      expect(await columnsIn(`declared_${type}`)).toEqual(await columnsIn(type))
    }
  })
})

test('a row of a deal begins with what all types have, then goes on with what is its own', () => {
  const columns = columnsOf('deals')

  expect(columns.slice(0, 7)).toEqual([
    ...['id', 'owner_id', 'modified_at', 'rules', 'counts_from', 'unreadable'],
    'name',
  ])
  expect(columns).toContain('forecast_category')
  expect(columns).not.toContain('history_for')
})
