import { z } from 'zod'
import type { CallFact } from '../../domain/facts/facts.ts'
import { durationMsIn, idIn, instantIn, textIn } from '../values.ts'
import { modifiedAtOf, type RecordType, readRecord, recordParts, unreadableAmong, value } from './record.ts'

const properties = z.object({
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  hs_timestamp: value,
  hs_call_direction: value,
  hs_call_status: value,
  hs_call_disposition: value,
  hs_call_duration: value,
})

const HubSpotCall = z.object({ ...recordParts, properties })

function toCallFact(raw: unknown): CallFact {
  const record = readRecord(HubSpotCall, raw)
  const from = record.properties
  const ownerId = idIn(from.hubspot_owner_id)
  const durationMs = durationMsIn(from.hs_call_duration)
  return {
    type: 'calls',
    id: record.id,
    ownerId,
    modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
    at: instantIn(from.hs_timestamp),
    direction: textIn(from.hs_call_direction),
    status: textIn(from.hs_call_status),
    disposition: textIn(from.hs_call_disposition),
    durationMs,
    ...unreadableAmong([
      ['owner', from.hubspot_owner_id, ownerId],
      ['duration', from.hs_call_duration, durationMs],
    ]),
  }
}

export const calls: RecordType = {
  type: 'calls',
  properties: Object.keys(properties.shape),
  stamp: 'hs_lastmodifieddate',
  toFact: toCallFact,
}
