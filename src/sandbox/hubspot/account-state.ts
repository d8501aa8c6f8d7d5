import type { AccountData } from './account-data.ts'
import { type ObjectType, objectTypes } from './object-types.ts'
import type { RecordTable } from './record-table.ts'
import type { SandboxRecord } from './records.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'

export type AccountSettings = Omit<AccountData, 'objects'>

/** The account as it really is: what every endpoint reads and what tests and the live company edit. */
export interface AccountState extends AccountSettings {
  table(type: ObjectType): RecordTable
  /** The record with this id, or the one that it was merged into. */
  find(type: ObjectType, id: string): SandboxRecord | undefined
  /** Ids that were merged away, by type, and the id that each became. */
  mergedIds: Map<ObjectType, Map<string, string>>
  searchIndex: SearchIndex
  /** The account's clock, epoch milliseconds. */
  now(): number
  useClock(clock: () => number): void
}

export type TableOf = (type: ObjectType) => RecordTable

/** The state of an account with the given tables, on the real clock until told otherwise. */
export function createState(settings: AccountSettings, tableOf: TableOf): AccountState {
  const tables = new Map(objectTypes.map((type) => [type, tableOf(type)]))
  const mergedIds: AccountState['mergedIds'] = new Map()
  let clock: () => number = Date.now

  function table(type: ObjectType): RecordTable {
    const found = tables.get(type)
    if (found === undefined) throw new Error(`No table for ${type}.`)
    return found
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
    searchIndex: createSearchIndex(),
    now: () => clock(),
    useClock(next) {
      clock = next
    },
  }
}
