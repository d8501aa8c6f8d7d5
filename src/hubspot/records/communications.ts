import { z } from 'zod'
import type { MessageFact } from '../../domain/facts/facts.ts'
import { instantIn, textIn } from '../values.ts'
import { modifiedAtOf, ownerIn, type RecordType, readRecord, recordParts, value } from './record.ts'

const properties = z.object({
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  hs_timestamp: value,
  hs_communication_channel_type: value,
})

const HubSpotMessage = z.object({ ...recordParts, properties })

function toMessageFact(raw: unknown): MessageFact {
  const record = readRecord(HubSpotMessage, raw)
  const from = record.properties
  return {
    type: 'communications',
    id: record.id,
    ...ownerIn(from.hubspot_owner_id),
    modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
    at: instantIn(from.hs_timestamp),
    channel: textIn(from.hs_communication_channel_type),
  }
}

export const communications: RecordType = {
  type: 'communications',
  properties: Object.keys(properties.shape),
  stamp: 'hs_lastmodifieddate',
  toFact: toMessageFact,
}
