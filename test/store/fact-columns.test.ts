/** The fact columns are declared once: the tables that migrations create have exactly these. */
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
import { tableFor } from '../../src/store/fact-tables.ts'
import { DATABASES, type Database, rowsIn, type TestStore, testStore, writeInto } from './stores.ts'

interface Declared {
  name: string
  type: string
  isNullable: boolean
}

const tableColumns = (type: FactType) => tableFor(type).columns

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

/** The statements that a missing migration has to run: migrations stay frozen while the declared columns change. */
function ddlOf(type: FactType, table: string = type): string {
  const columns = declaredColumns(type).map(({ name, type: of, isNullable }) =>
    name === 'id' ? `id ${of} primary key` : `${name} ${of}${isNullable ? '' : ' not null'}`,
  )
  return `create table ${table} (${columns.join(', ')})`
}

const byName = (a: Declared, b: Declared) => (a.name < b.name ? -1 : 1)

/** SQLite's row ids are integers and never null, although nothing declares that. */
const CATALOGUES: Record<Database, (table: string) => string> = {
  sqlite: (table) => `select name, case when pk then 'bigint' else lower(type) end as type,
    not ("notnull" or pk) as "isNullable" from pragma_table_info('${table}')`,
  postgres: (table) => `select column_name as name, data_type as type, is_nullable = 'YES' as "isNullable"
    from information_schema.columns where table_name = '${table}'`,
}

describe.each(DATABASES)('the fact tables on %s', (database) => {
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

  it('have the declared columns', async () => {
    for (const type of FACT_TYPES)
      expect(await columnsIn(type), ddlOf(type)).toEqual(declaredColumns(type).sort(byName))
  })

  it('are the same when created from the declarations', async () => {
    for (const type of FACT_TYPES) {
      await writeInto(world.address, [ddlOf(type, `declared_${type}`)])

      expect(await columnsIn(`declared_${type}`)).toEqual(await columnsIn(type))
    }
  })
})

test('a deal row begins with the common columns, followed by the columns of deals', () => {
  const columns = tableColumns('deals')

  expect(columns.slice(0, 8)).toEqual([
    ...['id', 'owner_id', 'modified_at', 'rules', 'counts_from', 'unreadable', 'declared'],
    'name',
  ])
  expect(columns).toContain('forecast_category')
  expect(columns).not.toContain('history_for')
})
