/** Insights computed a second time, plainly: from HubSpot's records, and with floating point. */
import { DateTime } from 'luxon'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import { leaver, reps } from '../../src/sandbox/hubspot/company/people.ts'
import type { PropertyValues, SandboxRecord } from '../../src/sandbox/hubspot/records.ts'

export function plainSpearman(xs: number[], ys: number[]): number {
  const rank = (values: number[]) =>
    values.map(
      (value) =>
        values.filter((other) => other < value).length + (values.filter((o) => o === value).length + 1) / 2,
    )
  const [a, b] = [rank(xs), rank(ys)]
  const mean = (xs.length + 1) / 2
  const together = (p: number[], q: number[]) =>
    p.reduce((sum, value, place) => sum + (value - mean) * ((q[place] ?? 0) - mean), 0)
  return together(a, b) / Math.sqrt(together(a, a) * together(b, b))
}

/** HubSpot's own records of the won deals from 20 August to 17 November 2026, by the calendars of their reps; of the one who left, only until then. */
export function wonDeals(account: SandboxAccount): SandboxRecord[] {
  const [zones, tracked] = [new Map(reps.map((rep) => [rep.ownerId, rep.zone])), [...reps, leaver]]
  const left = account.owners.find(({ id }) => id === leaver.ownerId)?.updatedAt.slice(0, 10) ?? ''
  return [...account.table('deals').held()].filter(({ archived, properties }) => {
    const owner = properties['hubspot_owner_id'] ?? ''
    const zone = zones.get(owner) ?? leaver.zone
    const closed = DateTime.fromISO(properties['closedate'] ?? '', { zone }).toISODate() ?? ''
    const isSale = SALES_PIPELINES.includes(properties['pipeline'] ?? '')
    const isOurs =
      tracked.some((rep) => rep.ownerId === owner) && (owner !== leaver.ownerId || closed <= left)
    const isWon = !archived && isSale && isOurs && properties['hs_is_closed_won'] === 'true'
    return isWon && closed >= '2026-08-20' && closed < '2026-11-18'
  })
}

const SALES_PIPELINES = ['default', '7700100']

/** Whether an activity counts, by the properties that decide it for its type. */
const COUNTS: Record<'calls' | 'emails' | 'meetings', (values: PropertyValues, now: number) => boolean> = {
  calls: (values) =>
    !['CANCELED', 'QUEUED', 'CALLING_CRM_USER', 'CONNECTING', 'RINGING', 'MISSED'].includes(
      values['hs_call_status'] ?? '',
    ),
  emails: (values) =>
    ['EMAIL', 'FORWARDED_EMAIL'].includes(values['hs_email_direction'] ?? '') &&
    (values['hs_email_status'] ?? 'SENT') === 'SENT',
  meetings: (values, now) =>
    ['COMPLETED', 'SCHEDULED', ''].includes(values['hs_meeting_outcome'] ?? '') &&
    (values['hs_meeting_outcome'] === 'COMPLETED' || Date.parse(values['hs_meeting_end_time'] ?? '') <= now),
}

export function linkedWith(
  account: SandboxAccount,
  deal: SandboxRecord,
  { type, now }: { type: keyof typeof COUNTS; now: number },
): number {
  const [from = '', to = ''] = ['createdate', 'closedate'].map((name) => dayOf(deal, name))
  const linked = [...account.table(type).held()].filter(
    ({ archived, associations }) => !archived && associations?.['deals']?.some(({ id }) => id === deal.id),
  )
  return linked.filter((activity) => {
    const day = dayOf(activity, type === 'meetings' ? 'hs_meeting_start_time' : 'hs_timestamp')
    return COUNTS[type](activity.properties, now) && day >= from && day <= to
  }).length
}

/** The day of a date in the time zone of the record's owner. */
function dayOf({ properties }: SandboxRecord, name: string): string {
  const owner = reps.find(({ ownerId }) => ownerId === properties['hubspot_owner_id'])
  return DateTime.fromISO(properties[name] ?? '', { zone: (owner ?? leaver).zone }).toISODate() ?? ''
}

export function plainMedian(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}
