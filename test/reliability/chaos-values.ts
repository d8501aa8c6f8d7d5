/** What records of a random run begin with, and what an edit changes in them. */
import type { ObjectType } from '../../src/sandbox/hubspot/object-types.ts'
import type { PropertyValues } from '../../src/sandbox/hubspot/records.ts'
import { VISITS } from './chaos-own.ts'

export function valuesOf(type: ObjectType, owner: string | null, at: string): PropertyValues {
  const common = { hubspot_owner_id: owner }
  switch (type) {
    case 'deals':
      return {
        ...common,
        dealname: 'Deal',
        pipeline: 'default',
        dealstage: 's1',
        amount: '500',
        closedate: at,
      }
    case 'contacts':
    case 'tickets':
    case VISITS:
      return common
    case 'meetings':
      return { ...common, hs_timestamp: at, hs_meeting_start_time: at, hs_meeting_end_time: at }
    case 'tasks':
      return { ...common, hs_timestamp: at, hs_task_status: 'NOT_STARTED' }
    case 'calls':
      return { ...common, hs_timestamp: at, hs_call_status: 'COMPLETED', hs_call_direction: 'OUTBOUND' }
    default:
      return { ...common, hs_timestamp: at }
  }
}

const STAGES = ['s1', 's2', 'won', 'lost', 's3', 'won']

export function changeOf(type: ObjectType, pick: number, at: string): PropertyValues {
  switch (type) {
    case 'deals':
      if (pick % 4 === 0) return { amount: String(100 + pick), deal_cost: String(pick) }
      if (pick % 4 === 1) return { closedate: at }
      return { dealstage: STAGES[pick % STAGES.length] ?? 's1' }
    case 'contacts':
      return { hs_v2_date_entered_customer: '2026-11-02T10:00:00Z' }
    case 'meetings':
      return pick % 2 === 0
        ? { hs_meeting_outcome: 'COMPLETED' }
        : { hs_meeting_end_time: at, hs_timestamp: at }
    case 'tasks':
      return { hs_task_status: 'COMPLETED', hs_timestamp: at }
    case 'calls':
      return { hs_timestamp: at, hs_call_duration: String(pick * 1_000) }
    default:
      return { hs_timestamp: at }
  }
}
