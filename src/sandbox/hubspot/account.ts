import type { AccountData, SandboxOwner } from './account-data.ts'
import { type AccountEdits, createAccountEdits } from './account-edits.ts'
import { type AccountSettings, type AccountState, createState, type TableOf } from './account-state.ts'
import { typeNamed } from './account-types.ts'
import { lastModifiedProperty, type ObjectType } from './object-types.ts'
import { createPropertyEdits, type PropertyEdits } from './property-edits.ts'
import { createRecordTable } from './record-table.ts'
import type { SandboxRecord } from './records.ts'

export interface SandboxAccount extends AccountState, AccountEdits, PropertyEdits {}

/** An account without records, or with the records of the given tables. */
export function createAccount(
  settings: AccountSettings,
  tableOf: TableOf = createRecordTable,
): SandboxAccount {
  const state = createState(settings, tableOf)
  return Object.assign(state, createAccountEdits(state), createPropertyEdits(state))
}

/** Fills in the properties that HubSpot always has: the record's own id and the time of its last change. */
function withStamps(type: ObjectType, record: SandboxRecord): SandboxRecord {
  const modified = lastModifiedProperty(type)
  record.properties['hs_object_id'] ??= record.id
  record.properties[modified] ??= record.updatedAt
  return record
}

/** An account's users, derived from its owners for data that list no users. */
export function usersOf(owners: readonly SandboxOwner[]): SandboxRecord[] {
  return owners
    .filter((owner) => owner.userId !== null)
    .map((owner) => ({
      id: String(400_000_000 + (owner.userId ?? 0)),
      properties: {
        hs_internal_user_id: String(owner.userId),
        hs_email: owner.email,
        hs_given_name: owner.firstName,
        hs_family_name: owner.lastName,
        hs_deactivated: String(owner.archived),
        hs_createdate: owner.createdAt,
        hs_lastmodifieddate: owner.updatedAt,
      },
      createdAt: owner.createdAt,
      updatedAt: owner.updatedAt,
      archived: false,
    }))
}

/** The type that data name; an error if the account does not have it. */
function typeOrThrow(data: Pick<AccountData, 'schemas'>, name: string): ObjectType {
  const type = typeNamed(data, name)
  if (type === undefined) throw new Error(`The data set names an unknown object type: ${name}.`)
  return type
}

/** An account with the given data. */
export function accountOf(data: AccountData): SandboxAccount {
  const { objects, ...settings } = data
  const account = createAccount({ ...settings, properties: byType(data, settings.properties) })
  for (const [name, records] of Object.entries(objects)) {
    const type = typeOrThrow(data, name)
    for (const record of records) account.table(type).put(withStamps(type, record))
  }
  for (const records of Object.values(objects)) {
    for (const record of records) putLinked(account, record)
  }
  if (objects['users'] === undefined) {
    for (const user of usersOf(settings.owners)) account.table('users').put(withStamps('users', user))
  }
  return account
}

/** The same by the names that this sandbox uses for types, whichever names the data use. */
function byType<T>(data: Pick<AccountData, 'schemas'>, named: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [typeOrThrow(data, name), value]))
}

/** HubSpot only links existing records, so linked records that the data omit are added without properties. */
function putLinked(account: SandboxAccount, { associations = {}, createdAt }: SandboxRecord): void {
  for (const [name, links] of Object.entries(associations)) {
    const type = typeOrThrow(account, name)
    for (const { id } of links) {
      if (account.table(type).find(id)) continue
      const bare = { id, properties: {}, createdAt, updatedAt: createdAt, archived: false }
      account.table(type).put(withStamps(type, bare))
    }
  }
}
