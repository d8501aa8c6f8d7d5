import { z } from 'zod'
import type { ContactFact } from '../../domain/facts.ts'
import { instantIn } from '../values.ts'
import { modifiedAtOf, ownerIdIn, type RecordType, readRecord, recordParts, value } from './record.ts'

const properties = z.object({
  hubspot_owner_id: value,
  lastmodifieddate: value,
  createdate: value,
})

const HubSpotContact = z.object({ ...recordParts, properties })

function toContactFact(raw: unknown): ContactFact {
  const record = readRecord(HubSpotContact, raw)
  const from = record.properties
  return {
    type: 'contacts',
    id: record.id,
    ownerId: ownerIdIn(from.hubspot_owner_id),
    modifiedAt: modifiedAtOf(from.lastmodifieddate, record),
    createdAt: instantIn(from.createdate),
    mqlAt: null,
    sqlAt: null,
    opportunityAt: null,
    customerAt: null,
  }
}

/** Search finds no contact by `hs_lastmodifieddate`: the name is an older one here. */
export const contacts: RecordType = {
  type: 'contacts',
  properties: Object.keys(properties.shape),
  stamp: 'lastmodifieddate',
  toFact: toContactFact,
}
