import { z } from 'zod'
import type { MeetingFact } from '../../domain/facts/facts.ts'
import { instantIn, textIn } from '../values.ts'
import { modifiedAtOf, ownerIn, type RecordType, readRecord, recordParts, value } from './record.ts'

const properties = z.object({
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  hs_timestamp: value,
  hs_createdate: value,
  hs_meeting_start_time: value,
  hs_meeting_end_time: value,
  hs_meeting_outcome: value,
})

const HubSpotMeeting = z.object({ ...recordParts, properties })

function toMeetingFact(raw: unknown): MeetingFact {
  const record = readRecord(HubSpotMeeting, raw)
  const from = record.properties
  return {
    type: 'meetings',
    id: record.id,
    ...ownerIn(from.hubspot_owner_id),
    modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
    at: instantIn(from.hs_timestamp),
    createdAt: instantIn(from.hs_createdate),
    startsAt: instantIn(from.hs_meeting_start_time),
    endsAt: instantIn(from.hs_meeting_end_time),
    outcome: textIn(from.hs_meeting_outcome),
  }
}

export const meetings: RecordType = {
  type: 'meetings',
  properties: Object.keys(properties.shape),
  stamp: 'hs_lastmodifieddate',
  toFact: toMeetingFact,
}
