import type { AccountData } from './account-data.ts'
import { allTypes } from './account-types.ts'
import type { ObjectType } from './object-types.ts'
import type { RecordTable } from './record-table.ts'
import type { SandboxRecord } from './records.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'

export type AccountSettings = Omit<AccountData, 'objects'>

/** The account's true state, which every endpoint reads, and which tests and the live company edit. */
export interface AccountState extends AccountSettings {
  table(type: ObjectType): RecordTable
  /** The record with this id, or the one it was merged into. */
  find(type: ObjectType, id: string): SandboxRecord | undefined
  /** By type: each id that was merged away, and the id of the record it became. */
  mergedIds: Map<ObjectType, Map<string, string>>
  /** By type: properties that were archived, and that no answer shows any more. */
  archivedProperties: Map<ObjectType, Set<string>>
  searchIndex: SearchIndex
  /** The account's clock, epoch milliseconds. */
  now(): number
  useClock(clock: () => number): void
}

export type TableOf = (type: ObjectType) => RecordTable

/** The state of an account with the given tables. It uses the real clock until another one is set. */
export function createState(settings: AccountSettings, tableOf: TableOf): AccountState {
  const tables = new Map<ObjectType, RecordTable>()
  const mergedIds: AccountState['mergedIds'] = new Map()
  let clock: () => number = Date.now

  function table(type: ObjectType): RecordTable {
    const known = tables.get(type)
    if (known !== undefined) return known
    if (!allTypes(settings).includes(type)) throw new Error(`The account has no object type ${type}.`)
    const created = tableOf(type)
    tables.set(type, created)
    return created
  }

  function find(type: ObjectType, id: string): SandboxRecord | undefined {
    const record = table(type).find(id)
    const became = mergedIds.get(type)?.get(id)
    return record ?? (became === undefined ? undefined : find(type, became))
  }

  return {
    ...settings,
    table,
    find,
    mergedIds,
    archivedProperties: new Map(),
    searchIndex: createSearchIndex(),
    now: () => clock(),
    useClock(next) {
      clock = next
    },
  }
}
