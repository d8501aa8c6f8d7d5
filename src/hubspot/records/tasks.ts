import { z } from 'zod'
import type { TaskFact } from '../../domain/facts/facts.ts'
import { instantIn, textIn } from '../values.ts'
import { modifiedAtOf, ownerIn, type RecordType, readRecord, recordParts, value } from './record.ts'

const properties = z.object({
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  hs_timestamp: value,
  hs_task_completion_date: value,
  hs_task_status: value,
})

const HubSpotTask = z.object({ ...recordParts, properties })

function toTaskFact(raw: unknown): TaskFact {
  const record = readRecord(HubSpotTask, raw)
  const from = record.properties
  return {
    type: 'tasks',
    id: record.id,
    ...ownerIn(from.hubspot_owner_id),
    modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
    at: instantIn(from.hs_timestamp),
    completedAt: instantIn(from.hs_task_completion_date),
    status: textIn(from.hs_task_status),
  }
}

export const tasks: RecordType = {
  type: 'tasks',
  properties: Object.keys(properties.shape),
  stamp: 'hs_lastmodifieddate',
  toFact: toTaskFact,
}
