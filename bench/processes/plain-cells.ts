import type { FactType } from '../../src/domain/facts/facts.ts'

/** A HubSpot record, taken as it is without validation. */
export interface PlainRecord {
  id: string
  properties: Record<string, string | null>
}

type Cell = string | number | null
type Kind = 'text' | 'instant' | 'number' | 'flag'

/** The columns of each table that are filled, each with its property. */
const COLUMNS: Readonly<Record<FactType, readonly (readonly [string, string, Kind])[]>> = {
  calls: [
    ['at', 'hs_timestamp', 'instant'],
    ['direction', 'hs_call_direction', 'text'],
    ['status', 'hs_call_status', 'text'],
    ['disposition', 'hs_call_disposition', 'text'],
    ['duration_ms', 'hs_call_duration', 'number'],
  ],
  emails: [
    ['at', 'hs_timestamp', 'instant'],
    ['direction', 'hs_email_direction', 'text'],
    ['status', 'hs_email_status', 'text'],
    ['reply_count', 'hs_email_reply_count', 'number'],
  ],
  meetings: [
    ['at', 'hs_timestamp', 'instant'],
    ['created_at', 'hs_createdate', 'instant'],
    ['starts_at', 'hs_meeting_start_time', 'instant'],
    ['ends_at', 'hs_meeting_end_time', 'instant'],
    ['outcome', 'hs_meeting_outcome', 'text'],
  ],
  tasks: [
    ['at', 'hs_timestamp', 'instant'],
    ['completed_at', 'hs_task_completion_date', 'instant'],
    ['status', 'hs_task_status', 'text'],
  ],
  notes: [['at', 'hs_timestamp', 'instant']],
  communications: [
    ['at', 'hs_timestamp', 'instant'],
    ['channel', 'hs_communication_channel_type', 'text'],
  ],
  contacts: [['created_at', 'createdate', 'instant']],
  deals: [
    ['name', 'dealname', 'text'],
    ['pipeline_id', 'pipeline', 'text'],
    ['stage_id', 'dealstage', 'text'],
    ['created_at', 'createdate', 'instant'],
    ['closes_at', 'closedate', 'instant'],
    ['is_closed', 'hs_is_closed', 'flag'],
    ['is_won', 'hs_is_closed_won', 'flag'],
    ['amount', 'amount', 'text'],
    ['home_amount', 'amount_in_home_currency', 'text'],
    ['currency', 'deal_currency_code', 'text'],
    ['probability', 'hs_deal_stage_probability', 'text'],
  ],
}

const SHARED_COLUMNS = ['id', 'owner_id', 'modified_at', 'rules']

/** The columns in the order of `toPlainCells`. */
export function plainColumns(type: FactType): string[] {
  return [...SHARED_COLUMNS, ...COLUMNS[type].map(([column]) => column)]
}

/** The properties to request. */
export function plainProperties(type: FactType): string[] {
  return ['hubspot_owner_id', stampOf(type), ...COLUMNS[type].map(([, property]) => property)]
}

function stampOf(type: FactType): string {
  return type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate'
}

/** A row of the type's table, without any check that it makes sense. */
export function toPlainCells(type: FactType, { id, properties }: PlainRecord): Cell[] {
  const cells: Cell[] = [
    Number(id),
    toCell(properties['hubspot_owner_id'], 'number'),
    toCell(properties[stampOf(type)], 'instant') ?? 0,
    1,
  ]
  for (const [, property, kind] of COLUMNS[type]) cells.push(toCell(properties[property], kind))
  return cells
}

function toCell(value: string | null | undefined, kind: Kind): Cell {
  if (kind === 'flag') return value === 'true' ? 1 : 0
  if (value === null || value === undefined) return null
  if (kind === 'text') return value
  return kind === 'number' ? Number(value) : Date.parse(value)
}
