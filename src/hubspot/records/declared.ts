/** Records with the properties that own metrics name, and the records of the object types that only own metrics count. */
import { z } from 'zod'
import type { FurtherFact, FurtherType, SyncedFact } from '../../domain/facts/facts.ts'
import { textIn } from '../values.ts'
import { modifiedAtOf, ownerIn, type RecordType, readRecord, recordParts, value } from './record.ts'

/** A record type that also asks for these properties, and keeps their texts as they are. */
export function withDeclared(recordType: RecordType, names: readonly string[]): RecordType {
  if (names.length === 0) return recordType
  return {
    ...recordType,
    properties: [...new Set([...recordType.properties, ...names])],
    toFact(record) {
      const fact = recordType.toFact(record)
      const declared = declaredIn(record, names)
      return declared ? { ...fact, declared } : fact
    },
  }
}

/** The texts that are not blank; `undefined`: all are. The record was read by its own schema before. */
function declaredIn(record: unknown, names: readonly string[]): SyncedFact['declared'] {
  const properties = propertiesOf(record)
  const declared: Record<string, string> = {}
  let hasAny = false
  for (const name of names) {
    const held = properties[name]
    const text = typeof held === 'string' ? textIn(held) : null
    if (text === null) continue
    declared[name] = text
    hasAny = true
  }
  return hasAny ? declared : undefined
}

const NO_PROPERTIES: Readonly<Record<string, unknown>> = {}

function propertiesOf(record: unknown): Readonly<Record<string, unknown>> {
  const properties =
    typeof record === 'object' && record !== null && 'properties' in record ? record.properties : null
  return isRecord(properties) ? properties : NO_PROPERTIES
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null
}

const properties = z.object({
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  hs_merged_object_ids: value,
})

const HubSpotRecord = z.object({ ...recordParts, properties })

/** A type beyond the eight, of which only the owner is read besides what is declared. */
export function furtherType(type: FurtherType): RecordType {
  return {
    type,
    properties: Object.keys(properties.shape),
    stamp: 'hs_lastmodifieddate',
    toFact(raw): FurtherFact {
      const record = readRecord(HubSpotRecord, raw)
      const from = record.properties
      return {
        type,
        id: record.id,
        ...ownerIn(from.hubspot_owner_id),
        modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
      }
    },
  }
}
