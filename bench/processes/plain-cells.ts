import type { FactType } from '../../src/domain/facts.ts'

/** A record of HubSpot's, taken at its word. */
export interface PlainRecord {
  id: string
  properties: Record<string, string | null>
}

type Cell = string | number | null
type Kind = 'text' | 'instant' | 'number' | 'flag'

/** The properties behind the columns of each table, in their order, after the five that all share. */
const COLUMNS: Readonly<Record<FactType, readonly (readonly [string, Kind])[]>> = {
  calls: [
    ['hs_timestamp', 'instant'],
    ['hs_call_direction', 'text'],
    ['hs_call_status', 'text'],
    ['hs_call_disposition', 'text'],
    ['hs_call_duration', 'number'],
  ],
  emails: [
    ['hs_timestamp', 'instant'],
    ['hs_email_direction', 'text'],
    ['hs_email_status', 'text'],
    ['hs_email_reply_count', 'number'],
  ],
  meetings: [
    ['hs_timestamp', 'instant'],
    ['hs_createdate', 'instant'],
    ['hs_meeting_start_time', 'instant'],
    ['hs_meeting_end_time', 'instant'],
    ['hs_meeting_outcome', 'text'],
  ],
  tasks: [
    ['hs_timestamp', 'instant'],
    ['hs_task_completion_date', 'instant'],
    ['hs_task_status', 'text'],
  ],
  notes: [['hs_timestamp', 'instant']],
  communications: [
    ['hs_timestamp', 'instant'],
    ['hs_communication_channel_type', 'text'],
  ],
  contacts: [['createdate', 'instant']],
  deals: [
    ['dealname', 'text'],
    ['pipeline', 'text'],
    ['dealstage', 'text'],
    ['createdate', 'instant'],
    ['closedate', 'instant'],
    ['hs_is_closed', 'flag'],
    ['hs_is_closed_won', 'flag'],
    ['amount', 'text'],
    ['amount_in_home_currency', 'text'],
    ['deal_currency_code', 'text'],
    ['hs_deal_stage_probability', 'text'],
    ['hs_manual_forecast_category', 'text'],
    ['hs_arr', 'text'],
    ['hs_mrr', 'text'],
  ],
}

/** A row of the type's table, without a look at whether it makes sense. */
export function toPlainCells(type: FactType, { id, properties }: PlainRecord): Cell[] {
  const stamp = properties[type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate']
  const cells: Cell[] = [
    Number(id),
    toCell(properties['hubspot_owner_id'], 'number'),
    toCell(stamp, 'instant') ?? 0,
    1,
    null,
  ]
  for (const [name, kind] of COLUMNS[type]) cells.push(toCell(properties[name], kind))
  return cells
}

function toCell(value: string | null | undefined, kind: Kind): Cell {
  if (kind === 'flag') return value === 'true' ? 1 : 0
  if (value === null || value === undefined) return null
  if (kind === 'text') return value
  return kind === 'number' ? Number(value) : Date.parse(value)
}
