import type { AccountState } from './account-state.ts'
import { derivedDealChanges } from './deal-derivation.ts'
import { eraseContact } from './erase-contact.ts'
import { mergeRecords } from './merge-records.ts'
import { createdProperty, lastModifiedProperty, type ObjectType } from './object-types.ts'
import { type AssociationLink, type PropertyValues, type SandboxRecord, toIso } from './records.ts'

export interface EditOptions {
  /** False: the change does not update the last-modified time, as with calculated values. */
  bump?: boolean
  /** How long search does not see this change; overrides the account's lag. */
  indexLagMs?: number
  /** When the change was made; now by default. */
  atMs?: number
  sourceType?: string
}

export interface NewRecordOptions extends EditOptions {
  id?: string
  associations?: Record<string, AssociationLink[]>
}

export interface RecordId {
  type: ObjectType
  id: string
}

/** Changes as people make them in HubSpot: timestamps, property history and derived values are kept up to date. */
export interface AccountEdits {
  create(type: ObjectType, properties: PropertyValues, options?: NewRecordOptions): SandboxRecord
  update(type: ObjectType, id: string, change: PropertyValues, options?: EditOptions): SandboxRecord
  archive(type: ObjectType, id: string): void
  restore(type: ObjectType, id: string): SandboxRecord
  /** Merges two records into a new one with a new id; requests for either old id then return it. */
  merge(type: ObjectType, a: string, b: string): SandboxRecord
  gdprDelete(contactId: string): void
  reassign(type: ObjectType, id: string, ownerId: string | null): SandboxRecord
  /** Links two records without changing either one's last-modified time. */
  associate(from: RecordId, to: RecordId, primary?: boolean): void
  /** Removes a link, again without changing last-modified times. */
  dissociate(from: RecordId, to: RecordId): void
  archiveOwner(ownerId: string): void
}

const typesWithHistory: ReadonlySet<ObjectType> = new Set(['deals', 'contacts', 'companies', 'leads'])

function derived(state: AccountState, before: PropertyValues, changes: PropertyValues, nowMs: number) {
  return derivedDealChanges(before, changes, {
    pipelines: state.pipelines['deals'] ?? [],
    exchangeRates: state.exchangeRates,
    companyCurrency: state.account.companyCurrency,
    nowMs,
  })
}

function recordVersions(
  record: SandboxRecord,
  changes: PropertyValues,
  stamp: { at: string; source: string },
) {
  record.history ??= {}
  for (const [name, value] of Object.entries(changes)) {
    const present = record.properties[name]
    if (present === value) continue
    const first =
      present === undefined || present === null
        ? []
        : [{ value: present, timestamp: record.createdAt, sourceType: 'CRM_UI' }]
    const newest = { value: value ?? '', timestamp: stamp.at, sourceType: stamp.source }
    record.history[name] = [newest, ...(record.history[name] ?? first)]
  }
}

function findOrThrow(state: AccountState, type: ObjectType, id: string): SandboxRecord {
  const record = state.find(type, id)
  if (record === undefined) throw new Error(`There is no ${type} record ${id} in the sandbox account.`)
  return record
}

function createRecord(
  state: AccountState,
  type: ObjectType,
  { properties, options }: { properties: PropertyValues; options: NewRecordOptions },
): SandboxRecord {
  const nowMs = options.atMs ?? state.now()
  const at = toIso(nowMs)
  const table = state.table(type)
  const id = options.id ?? String(Math.max(table.lastId(), 100_000) + 1)
  const own = type === 'deals' ? { ...derived(state, {}, properties, nowMs), ...properties } : properties
  const record: SandboxRecord = {
    id,
    properties: {
      [createdProperty(type)]: at,
      hs_createdate: at,
      [lastModifiedProperty(type)]: at,
      ...own,
      hs_object_id: id,
    },
    createdAt: at,
    updatedAt: at,
    archived: false,
    ...(options.associations === undefined ? {} : { associations: options.associations }),
  }
  if (typesWithHistory.has(type)) {
    const blank = { ...record, properties: {}, createdAt: at }
    recordVersions(blank, own, { at, source: options.sourceType ?? 'CRM_UI' })
    if (blank.history !== undefined) record.history = blank.history
  }
  table.put(record)
  state.searchIndex.noteChange({ type, id, before: undefined, nowMs, lagMs: options.indexLagMs })
  return record
}

function updateRecord(
  state: AccountState,
  record: SandboxRecord,
  edit: { type: ObjectType; change: PropertyValues; options: EditOptions },
): SandboxRecord {
  const { type, change, options } = edit
  const nowMs = options.atMs ?? state.now()
  const at = toIso(nowMs)
  const before = { ...record.properties }
  const all = type === 'deals' ? { ...derived(state, before, change, nowMs), ...change } : change
  if (typesWithHistory.has(type)) recordVersions(record, all, { at, source: options.sourceType ?? 'CRM_UI' })
  Object.assign(record.properties, all)
  if (options.bump !== false) {
    record.properties[lastModifiedProperty(type)] = at
    record.updatedAt = at
  }
  state.table(type).put(record)
  state.searchIndex.noteChange({ type, id: record.id, before, nowMs, lagMs: options.indexLagMs })
  return record
}

function setArchived(state: AccountState, type: ObjectType, record: SandboxRecord): void {
  const at = toIso(state.now())
  record.archived = !record.archived
  if (record.archived) record.archivedAt = at
  else {
    delete record.archivedAt
    record.properties[lastModifiedProperty(type)] = at
    record.updatedAt = at
  }
  state.table(type).put(record)
}

type Links = Record<string, AssociationLink[]>

function relink(state: AccountState, { type, id }: RecordId, change: (links: Links) => Links): void {
  const record = findOrThrow(state, type, id)
  record.associations = change(record.associations ?? {})
  state.table(type).put(record)
}

export function createAccountEdits(state: AccountState): AccountEdits {
  function update(type: ObjectType, id: string, change: PropertyValues, options: EditOptions = {}) {
    return updateRecord(state, findOrThrow(state, type, id), { type, change, options })
  }

  return {
    create: (type, properties, options = {}) => createRecord(state, type, { properties, options }),
    update,
    archive(type, id) {
      const record = findOrThrow(state, type, id)
      if (!record.archived) setArchived(state, type, record)
    },
    restore(type, id) {
      const record = findOrThrow(state, type, id)
      if (record.archived) setArchived(state, type, record)
      return record
    },
    merge: (type, a, b) =>
      mergeRecords(state, type, [findOrThrow(state, type, a), findOrThrow(state, type, b)]),
    gdprDelete: (contactId) => eraseContact(state, contactId),
    reassign: (type, id, ownerId) =>
      update(type, id, { hubspot_owner_id: ownerId, hubspot_owner_assigneddate: toIso(state.now()) }),
    associate: (from, to, primary = false) =>
      relink(state, from, (links) => ({
        ...links,
        [to.type]: [...(links[to.type] ?? []), primary ? { id: to.id, primary } : { id: to.id }],
      })),
    dissociate: (from, to) =>
      relink(state, from, (links) => ({
        ...links,
        [to.type]: (links[to.type] ?? []).filter((link) => link.id !== to.id),
      })),
    archiveOwner(ownerId) {
      const owner = state.owners.find((candidate) => candidate.id === ownerId)
      if (owner === undefined) throw new Error(`There is no owner ${ownerId} in the sandbox account.`)
      owner.archived = true
      owner.updatedAt = toIso(state.now())
    },
  }
}
