import { z } from 'zod'
import type { EmailFact } from '../../domain/facts/facts.ts'
import { countIn, instantIn, textIn } from '../values.ts'
import { modifiedAtOf, ownerIn, type RecordType, readRecord, recordParts, value } from './record.ts'

const properties = z.object({
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  hs_timestamp: value,
  hs_email_direction: value,
  hs_email_status: value,
  hs_email_reply_count: value,
})

const HubSpotEmail = z.object({ ...recordParts, properties })

function toEmailFact(raw: unknown): EmailFact {
  const record = readRecord(HubSpotEmail, raw)
  const from = record.properties
  return {
    type: 'emails',
    id: record.id,
    ...ownerIn(from.hubspot_owner_id),
    modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
    at: instantIn(from.hs_timestamp),
    direction: textIn(from.hs_email_direction),
    status: textIn(from.hs_email_status),
    replyCount: countIn(from.hs_email_reply_count),
  }
}

export const emails: RecordType = {
  type: 'emails',
  properties: Object.keys(properties.shape),
  stamp: 'hs_lastmodifieddate',
  toFact: toEmailFact,
}
