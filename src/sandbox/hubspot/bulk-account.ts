import { DateTime } from 'luxon'
import { createAccount, type SandboxAccount } from './account.ts'
import type { SandboxOwner } from './account-data.ts'
import type { AccountSettings } from './account-state.ts'
import { pipelines } from './company/sales-setup.ts'
import { createGeneratedTable, type GeneratedRecords } from './generated-table.ts'
import { type ActivityType, activityTypes, type ObjectType } from './object-types.ts'
import { createRecordTable } from './record-table.ts'
import { type PropertyValues, toIso } from './records.ts'

export interface BulkOptions {
  /** How many records there are of all activity types together. */
  activities: number
  reps: number
  /** How many calendar days the activities are spread over. */
  days: number
  zone: string
  /** Epoch milliseconds, on the last of those days. */
  now: number
  deals?: number
}

const shares: Record<ActivityType, number> = {
  calls: 0.44,
  emails: 0.3,
  meetings: 0.06,
  tasks: 0.08,
  notes: 0.08,
  communications: 0.04,
}

const firstIds: Record<ActivityType, number> = {
  calls: 20_000_000_001,
  emails: 30_000_000_001,
  meetings: 40_000_000_001,
  tasks: 50_000_000_001,
  notes: 60_000_000_001,
  communications: 65_000_000_001,
}

const dispositions = [
  'f240bbac-87c9-4f6e-bf70-924b57d47db7',
  '73a0d17f-1163-4015-bdd5-ec830791da20',
  'b2cf5968-551e-4856-9783-52b3da59a7d0',
  '73a0d17f-1163-4015-bdd5-ec830791da20',
]

/** The properties specific to each type; they depend only on the record's position. */
const ownValues: Record<ActivityType, (place: number, at: string, ms: number) => PropertyValues> = {
  calls: (place) => ({
    hs_call_direction: place % 9 === 0 ? 'INBOUND' : 'OUTBOUND',
    hs_call_status: place % 23 === 0 ? 'CANCELED' : 'COMPLETED',
    hs_call_disposition: dispositions[place % 4] ?? null,
    hs_call_duration: String(5_000 + ((place * 7_919) % 600_000)),
  }),
  emails: (place) => ({
    hs_email_direction: place % 5 === 0 ? 'INCOMING_EMAIL' : 'EMAIL',
    hs_email_status: 'SENT',
    hs_email_reply_count: place % 7 === 0 ? '1' : null,
  }),
  meetings: (place, at, ms) => ({
    hs_meeting_start_time: at,
    hs_meeting_end_time: toIso(ms + 1_800_000),
    hs_meeting_outcome: place % 8 === 0 ? 'NO_SHOW' : 'COMPLETED',
  }),
  tasks: (place, at) => ({
    hs_task_status: place % 6 === 0 ? 'NOT_STARTED' : 'COMPLETED',
    hs_task_completion_date: place % 6 === 0 ? null : at,
  }),
  notes: () => ({}),
  communications: () => ({ hs_communication_channel_type: 'LINKEDIN_MESSAGE' }),
}

const workStartMs = 8.5 * 3_600_000
const workLengthMs = 8.5 * 3_600_000

/** The starts of the working days up to a moment, oldest first. */
function workdayStarts({ now, days, zone }: BulkOptions): number[] {
  const today = DateTime.fromMillis(now, { zone }).startOf('day')
  return Array.from({ length: days }, (_, at) => today.minus({ days: days - at }))
    .filter((day) => day.weekday <= 5)
    .map((day) => day.toMillis() + workStartMs)
}

function generatedActivities(type: ActivityType, options: BulkOptions): GeneratedRecords {
  const count = Math.round(options.activities * shares[type])
  const firstId = firstIds[type]
  const starts = workdayStarts(options)
  const perDay = count / starts.length

  function createdMsAt(place: number): number {
    const day = Math.min(Math.floor(place / perDay), starts.length - 1)
    return (starts[day] ?? 0) + Math.floor((place / perDay - day) * workLengthMs)
  }

  function recordAt(place: number) {
    const ms = createdMsAt(place)
    const at = toIso(ms)
    const updatedAt = toIso(ms + 60_000)
    const id = String(firstId + place)
    const properties: PropertyValues = {
      hs_object_id: id,
      hs_createdate: at,
      hs_lastmodifieddate: updatedAt,
      hs_timestamp: at,
      hubspot_owner_id: String(71_000_001 + ((place * 31 + (place >> 7)) % options.reps)),
      ...ownValues[type](place, at, ms),
    }
    return { id, properties, createdAt: at, updatedAt, archived: false }
  }

  return {
    count,
    firstId,
    modifiedMsAt: (place) => createdMsAt(place) + 60_000,
    recordAt,
    propertyNames: count === 0 ? [] : Object.keys(recordAt(0).properties),
  }
}

function ownersOf(reps: number, createdAt: string): SandboxOwner[] {
  return Array.from({ length: reps }, (_, at) => ({
    id: String(71_000_001 + at),
    userId: 48_000_001 + at,
    email: `rep${at + 1}@fjordlys.example`,
    firstName: 'Rep',
    lastName: String(at + 1),
    type: 'PERSON' as const,
    archived: false,
    createdAt,
    updatedAt: createdAt,
    teams: [
      { id: String(301 + Math.floor(at / 10)), name: `Team ${1 + Math.floor(at / 10)}`, primary: true },
    ],
  }))
}

function settingsOf(options: BulkOptions): AccountSettings {
  const createdAt = toIso(options.now - (options.days + 30) * 86_400_000)
  const owners = ownersOf(options.reps, createdAt)
  const teams = new Map(
    owners.flatMap(({ teams: own = [] }) => own.map(({ id, name }) => [id, { id, name }])),
  )
  return {
    account: {
      portalId: 146_700_999,
      timeZone: options.zone,
      companyCurrency: 'EUR',
      additionalCurrencies: [],
      accountType: 'STANDARD',
      uiDomain: 'app.hubspot.com',
    },
    exchangeRates: [],
    properties: {},
    schemas: [],
    owners,
    teams: [...teams.values()],
    pipelines: { deals: pipelines },
  }
}

function addDeals(account: SandboxAccount, { deals = 0, reps, days, now }: BulkOptions): void {
  for (let at = 0; at < deals; at += 1) {
    const atMs = now - days * 86_400_000 + Math.floor((at / deals) * days * 86_400_000)
    const dealstage = ['closedwon', 'closedlost', 'presentationscheduled'][at % 3] ?? null
    const owner = String(71_000_001 + (at % reps))
    const properties = {
      dealname: `Deal ${at}`,
      pipeline: 'default',
      amount: String(1_000 + (at % 90) * 100),
    }
    account.create('deals', { ...properties, dealstage, hubspot_owner_id: owner }, { atMs })
  }
}

function isActivity(type: ObjectType): type is ActivityType {
  return activityTypes.some((activity) => activity === type)
}

/** An account with a very large number of activities, computed on demand; edits are stored as usual. */
export function bulkAccount(options: BulkOptions): SandboxAccount {
  const account = createAccount(settingsOf(options), (type) =>
    isActivity(type)
      ? createGeneratedTable(type, generatedActivities(type, options))
      : createRecordTable(type),
  )
  addDeals(account, options)
  return account
}
