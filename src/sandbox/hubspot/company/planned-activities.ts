import type { Random } from '../random.ts'
import { toIso } from '../records.ts'
import { type CompanyTime, onWorkdayMs, poisson, workMoment } from './company-time.ts'
import { bookingOf } from './meeting-bookings.ts'
import { planted } from './people.ts'
import { type Book, type LinkedDeal, linkTo, type PlannedRecord } from './planned-records.ts'
import { meetingBookedDisposition } from './sales-setup.ts'

export interface WorkDay {
  time: CompanyTime
  book: Book
  day: string
  random: Random
}

/** Records of each kind on a normal full day; about 15 of them count as activities. */
const usual = {
  calls: 6.4,
  emails: 4.2,
  incoming: 1.2,
  meetings: 1.2,
  tasks: 1.9,
  notes: 1.45,
  messages: 0.9,
}

const minute = 60_000
const connected = 'f240bbac-87c9-4f6e-bf70-924b57d47db7'
const unreached = [
  '73a0d17f-1163-4015-bdd5-ec830791da20',
  'b2cf5968-551e-4856-9783-52b3da59a7d0',
  '9d9162e7-6cf3-4944-bf63-4dff82258764',
  '17b47fee-58de-441e-a44c-c6300d46f273',
]

/** The deal that an activity is about: for most, one that is open at the time. */
function dealAt({ book, random }: WorkDay, atMs: number): LinkedDeal | undefined {
  const open = book.deals.slice(-40).filter(({ createdMs, closesMs }) => createdMs < atMs && atMs < closesMs)
  return open.length === 0 || random.chance(0.25) ? undefined : random.pick(open)
}

function plannedActivity(
  work: WorkDay,
  type: PlannedRecord['type'],
  own: Partial<PlannedRecord> & { atMs: number },
): PlannedRecord {
  const deal = dealAt(work, own.atMs)
  const at = toIso(own.atMs)
  const { rep } = work.book
  return {
    type,
    later: [],
    links: () => ({
      deals: linkTo(deal),
      contacts: linkTo(deal?.contact),
      companies: linkTo(deal?.company),
    }),
    ...own,
    properties: {
      hs_timestamp: at,
      hubspot_owner_id: work.random.chance(0.003) ? null : rep.ownerId,
      ...own.properties,
    },
  }
}

function call(work: WorkDay, atMs: number): PlannedRecord {
  const { random, book } = work
  const chance = random.next()
  const isReached = random.chance(book.rep.connectRate)
  const isMade = chance > 0.05
  const status = isReached ? 'COMPLETED' : chance < 0.3 ? 'NO_ANSWER' : chance < 0.34 ? 'BUSY' : 'COMPLETED'
  const direction = random.chance(0.11) ? 'INBOUND' : random.chance(0.03) ? null : 'OUTBOUND'
  const outcome = isReached
    ? random.chance(0.12)
      ? meetingBookedDisposition
      : connected
    : random.pick(unreached)
  const duration = isReached ? random.whole(40_000, 900_000) : random.whole(4_000, 45_000)
  return plannedActivity(work, 'calls', {
    atMs,
    properties: {
      hs_call_title: 'Call',
      hs_call_direction: direction,
      hs_call_status: isMade ? status : 'CANCELED',
      hs_call_disposition: isMade ? outcome : null,
      hs_call_duration: isMade ? String(duration) : null,
    },
  })
}

function email(work: WorkDay, atMs: number, isSent: boolean): PlannedRecord {
  const { random } = work
  const status = random.chance(0.02) ? 'BOUNCED' : random.chance(0.01) ? 'SCHEDULED' : 'SENT'
  const replied = isSent && status === 'SENT' && random.chance(0.16)
  return plannedActivity(work, 'emails', {
    atMs,
    properties: {
      hs_email_direction: isSent ? 'EMAIL' : 'INCOMING_EMAIL',
      hs_email_status: isSent ? status : null,
      hs_email_subject: isSent ? 'Next steps' : 'Re: Next steps',
      hs_email_reply_count: isSent ? '0' : null,
    },
    later: replied
      ? [{ atMs: atMs + random.whole(20, 2_000) * minute, change: { hs_email_reply_count: '1' } }]
      : [],
  })
}

/** Booked now, held up to nine days later; the outcome is recorded soon after it ends. */
function meeting(work: WorkDay, atMs: number): PlannedRecord {
  const { random } = work
  const aheadDays = random.chance(0.3) ? 0 : random.whole(1, 9)
  const quarterHour = 15 * minute
  const asked = atMs + aheadDays * 86_400_000 + random.whole(20, 120) * minute
  const startMs =
    Math.ceil(onWorkdayMs(work.time, work.book.rep, { fromDay: work.day, atMs: asked }) / quarterHour) *
    quarterHour
  const endMs = startMs + random.pick([30, 30, 45, 60, 90]) * minute
  const chance = random.next()
  const outcome =
    chance < 0.1 ? 'NO_SHOW' : chance < 0.18 ? 'CANCELED' : chance < 0.22 ? 'RESCHEDULED' : 'COMPLETED'
  return plannedActivity(work, 'meetings', {
    atMs,
    properties: {
      ...bookingOf(work, atMs),
      hs_timestamp: toIso(startMs),
      hs_meeting_title: 'Meeting',
      hs_meeting_start_time: toIso(startMs),
      hs_meeting_end_time: toIso(endMs),
      hs_meeting_outcome: 'SCHEDULED',
    },
    later:
      chance > 0.9
        ? []
        : [{ atMs: endMs + random.whole(1, 30) * minute, change: { hs_meeting_outcome: outcome } }],
  })
}

function task(work: WorkDay, atMs: number): PlannedRecord {
  const { random } = work
  const due = { fromDay: work.day, atMs: atMs + random.whole(30, 3_000) * minute }
  const doneMs = onWorkdayMs(work.time, work.book.rep, due)
  const change = { hs_task_status: 'COMPLETED', hs_task_completion_date: toIso(doneMs) }
  return plannedActivity(work, 'tasks', {
    atMs,
    properties: {
      hs_timestamp: toIso(atMs + 86_400_000),
      hs_task_subject: 'Follow up',
      hs_task_status: 'NOT_STARTED',
      hs_task_type: random.pick(['CALL', 'EMAIL', 'TODO']),
      hs_task_priority: random.pick(['NONE', 'MEDIUM', 'HIGH']),
    },
    later: random.chance(0.86) ? [{ atMs: doneMs, change }] : [],
  })
}

function note(work: WorkDay, atMs: number): PlannedRecord {
  return plannedActivity(work, 'notes', {
    atMs,
    properties: { hs_note_body: '<p>Spoke about budget and timing.</p>' },
  })
}

function message(work: WorkDay, atMs: number): PlannedRecord {
  const channel = work.random.chance(0.82) ? 'LINKEDIN_MESSAGE' : work.random.pick(['WHATS_APP', 'SMS'])
  return plannedActivity(work, 'communications', {
    atMs,
    properties: { hs_communication_channel_type: channel, hs_communication_logged_from: 'CRM' },
  })
}

/** A rep's activity on a day, relative to normal: depends on energy, a new hire's ramp-up and the planted decline. */
function intensity({ time, book, day }: WorkDay): number {
  const { ownerId, energy } = book.rep
  if (ownerId === planted.fallenActivity && day >= time.activityFellOn) return energy * 0.42
  const started = time.startedOn[ownerId]
  if (started === undefined) return energy
  const weeks = (Date.parse(day) - Date.parse(started)) / (7 * 86_400_000)
  return energy * Math.min(1, 0.45 + weeks * 0.12)
}

/** One activity of any kind. */
export function someActivity(work: WorkDay, atMs: number): PlannedRecord {
  const makers = [call, call, call, (w: WorkDay, at: number) => email(w, at, true), note, message]
  return work.random.pick(makers)(work, atMs)
}

/** Everything that a rep logs on a day. */
export function plannedActivities(work: WorkDay): PlannedRecord[] {
  const { random, book, day } = work
  const scale = intensity(work)
  const times = (mean: number) =>
    Array.from({ length: poisson(random, mean * scale) }, () => workMoment(random, book.rep, day))
  return [
    ...times(usual.calls).map((atMs) => call(work, atMs)),
    ...times(usual.emails).map((atMs) => email(work, atMs, true)),
    ...times(usual.incoming).map((atMs) => email(work, atMs, false)),
    ...times(usual.meetings).map((atMs) => meeting(work, atMs)),
    ...times(usual.tasks).map((atMs) => task(work, atMs)),
    ...times(usual.notes).map((atMs) => note(work, atMs)),
    ...times(usual.messages).map((atMs) => message(work, atMs)),
  ]
}
