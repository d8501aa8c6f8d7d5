import { z } from 'zod'
import type { NoteFact } from '../../domain/facts/facts.ts'
import { instantIn } from '../values.ts'
import { modifiedAtOf, ownerIn, type RecordType, readRecord, recordParts, value } from './record.ts'

const properties = z.object({
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  hs_timestamp: value,
})

const HubSpotNote = z.object({ ...recordParts, properties })

function toNoteFact(raw: unknown): NoteFact {
  const record = readRecord(HubSpotNote, raw)
  const from = record.properties
  return {
    type: 'notes',
    id: record.id,
    ...ownerIn(from.hubspot_owner_id),
    modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
    at: instantIn(from.hs_timestamp),
  }
}

export const notes: RecordType = {
  type: 'notes',
  properties: Object.keys(properties.shape),
  stamp: 'hs_lastmodifieddate',
  toFact: toNoteFact,
}
