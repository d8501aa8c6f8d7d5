import type { AccountState } from './account-state.ts'
import { createdProperty, lastModifiedProperty, type ObjectType } from './object-types.ts'
import {
  type AssociationLink,
  instantMs,
  type PropertyValues,
  type PropertyVersion,
  type SandboxRecord,
  toIso,
} from './records.ts'

type Pair = readonly [SandboxRecord, SandboxRecord]

function versionsOf(record: SandboxRecord, name: string): PropertyVersion[] {
  const kept = record.history?.[name]
  const value = record.properties[name]
  if (kept !== undefined) return kept
  return value === null || value === undefined
    ? []
    : [{ value, timestamp: record.createdAt, sourceType: 'CRM_UI' }]
}

function joinedHistory([a, b]: Pair): Record<string, PropertyVersion[]> {
  const names = new Set([...Object.keys(a.history ?? {}), ...Object.keys(b.history ?? {})])
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      [...versionsOf(a, name), ...versionsOf(b, name)].sort(
        (x, y) => instantMs(y.timestamp) - instantMs(x.timestamp),
      ),
    ]),
  )
}

function joinedLinks([a, b]: Pair): Record<string, AssociationLink[]> {
  const names = new Set([...Object.keys(a.associations ?? {}), ...Object.keys(b.associations ?? {})])
  return Object.fromEntries(
    [...names].map((name) => {
      const links = [...(a.associations?.[name] ?? []), ...(b.associations?.[name] ?? [])]
      return [name, links.filter((link, at) => links.findIndex((other) => other.id === link.id) === at)]
    }),
  )
}

function joinedProperties([a, b]: Pair): PropertyValues {
  const filled = Object.entries(a.properties).filter(([, value]) => value !== null && value !== '')
  return { ...b.properties, ...Object.fromEntries(filled) }
}

function mergedIdsOf(record: SandboxRecord): string[] {
  const earlier = record.properties['hs_merged_object_ids']?.split(';') ?? []
  return [...earlier.filter((id) => id !== ''), record.id]
}

/**
 * Merges two records into a new one. The first one's values win, the older creation date stays, histories and links are
 * combined, and both old ids disappear from every listing without a trace.
 */
export function mergeRecords(state: AccountState, type: ObjectType, pair: Pair): SandboxRecord {
  const [a, b] = pair
  const table = state.table(type)
  const at = toIso(state.now())
  const id = String(table.lastId() + 1)
  const older = instantMs(a.createdAt) <= instantMs(b.createdAt) ? a : b
  const created = createdProperty(type)
  const record: SandboxRecord = {
    id,
    properties: {
      ...joinedProperties(pair),
      [created]: older.properties[created] ?? older.createdAt,
      [lastModifiedProperty(type)]: at,
      hs_object_id: id,
      hs_merged_object_ids: [...mergedIdsOf(a), ...mergedIdsOf(b)].join(';'),
    },
    createdAt: older.createdAt,
    updatedAt: at,
    archived: false,
    history: joinedHistory(pair),
    associations: joinedLinks(pair),
  }
  const became = state.mergedIds.get(type) ?? new Map<string, string>()
  state.mergedIds.set(type, became)
  for (const old of pair) {
    table.remove(old.id)
    became.set(old.id, id)
  }
  table.put(record)
  state.searchIndex.noteChange({ type, id, before: undefined, nowMs: state.now() })
  return record
}
