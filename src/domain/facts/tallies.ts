/** Turns a fact into tallies: the integers it adds to its rep's days. The only place that defines what counts when. */
import { type Day, dayOf } from '../calendar/day.ts'
import { type RulesBody, repFor, zoneOf } from '../company/rules.ts'
import { collectDeal, collectWithoutAmount } from './deal-tallies.ts'
import {
  type CallFact,
  type ContactFact,
  type EmailFact,
  endOf,
  type Fact,
  type MeetingFact,
  type TaskFact,
} from './facts.ts'
import type { Collector, OutcomeTally, Tally } from './tally.ts'

/**
 * What one fact adds to one rep's day: a count, minor units or milliseconds, never 0. With `from` it counts only from
 * that instant on (a meeting still ahead).
 */
export interface Contribution {
  rep: string
  day: Day
  tally: Tally
  amount: number
  from: number | null
}

/** All that a fact adds, by the rules. Pure: the same fact and rules give the same list. */
export function contributions(fact: Fact, rules: RulesBody): Contribution[] {
  if (fact.ownerId === null) return []
  const rep = repFor(rules, fact.ownerId)
  const list: Contribution[] = []
  const zone = zoneOf(rules, rep)
  const collector: Collector = {
    add(at, tally, amount, from = null) {
      if (at !== null && amount !== 0) list.push({ rep, day: dayOf(at, zone), tally, amount, from })
    },
  }
  collect(fact, rules, collector)
  return list
}

/** The sums of money in which a fact counts with 0 because its amount is not known. */
export function withoutAmount(fact: Fact, rules: RulesBody): Contribution[] {
  if (fact.type !== 'deals' || fact.ownerId === null) return []
  const rep = repFor(rules, fact.ownerId)
  const list: Contribution[] = []
  const zone = zoneOf(rules, rep)
  collectWithoutAmount(fact, rules, {
    add(at, tally, amount, from = null) {
      if (at !== null) list.push({ rep, day: dayOf(at, zone), tally, amount, from })
    },
  })
  return list
}

function collect(fact: Fact, rules: RulesBody, to: Collector): void {
  switch (fact.type) {
    case 'calls':
      return collectCall(fact, rules, to)
    case 'emails':
      return collectEmail(fact, to)
    case 'meetings':
      return collectMeeting(fact, rules, to)
    case 'tasks':
      return collectTask(fact, to)
    case 'notes':
      return to.add(fact.at, 'notes', 1)
    case 'communications':
      return to.add(fact.at, 'messages', 1)
    case 'contacts':
      return collectContact(fact, to)
    case 'deals':
      return collectDeal(fact, rules, to)
  }
}

/** Calls that were not made yet, or never, or that nobody answered. */
const UNMADE_CALLS = ['CANCELED', 'QUEUED', 'CALLING_CRM_USER', 'CONNECTING', 'RINGING', 'MISSED']

/** Whether anybody made or answered the call. */
export function isMade({ status }: CallFact): boolean {
  return status === null || !UNMADE_CALLS.includes(status)
}

/** Whether a call that was made reached somebody: by its outcome or, if it has none, by its length. */
export function isConnect({ disposition, durationMs }: CallFact, rules: RulesBody): boolean {
  if (disposition !== null) return rules.connectedDispositions.includes(disposition)
  const { connectSeconds } = rules
  return connectSeconds !== null && durationMs !== null && durationMs >= connectSeconds * 1000
}

function collectCall(call: CallFact, rules: RulesBody, to: Collector): void {
  if (!isMade(call)) return
  const isDial = call.direction === null || call.direction === 'OUTBOUND'
  const isPositive = call.disposition !== null && rules.positiveDispositions.includes(call.disposition)
  to.add(call.at, 'calls', 1)
  to.add(call.at, isDial ? 'dials' : 'inbound_calls', 1)
  to.add(call.at, outcomeTally(call), 1)
  if (!isConnect(call, rules)) return
  to.add(call.at, 'connects', 1)
  if (isDial) to.add(call.at, 'dial_connects', 1)
  if (isPositive) to.add(call.at, 'positive_calls', 1)
  to.add(call.at, 'talk_ms', Math.max(0, call.durationMs ?? 0))
}

/** Outcomes have GUIDs. Anything longer is not one, and would be too long for a tally key. */
const LONGEST_OUTCOME = 100

function outcomeTally({ disposition }: CallFact): OutcomeTally {
  const isOutcome = disposition !== null && disposition.length <= LONGEST_OUTCOME
  return `call_outcome:${isOutcome ? disposition : 'none'}`
}

const SENT_DIRECTIONS = ['EMAIL', 'FORWARDED_EMAIL']

/** Whether an e-mail went out. */
export function isSent({ direction, status }: EmailFact): boolean {
  const isOut = direction !== null && SENT_DIRECTIONS.includes(direction)
  return isOut && (status === null || status === 'SENT')
}

function collectEmail(email: EmailFact, to: Collector): void {
  if (!isSent(email)) return
  to.add(email.at, 'emails', 1)
  if ((email.replyCount ?? 0) >= 1) to.add(email.at, 'emails_replied', 1)
}

/** A meeting longer than this is a calendar block, not a meeting. */
const LONGEST_MEETING_MS = 12 * 3_600_000

/** Whether a meeting counts as held at a moment. */
export function isHeld(meeting: MeetingFact, rules: RulesBody, moment: number): boolean {
  const from = heldFrom(meeting, rules)
  return from === 'atOnce' || (from !== null && from <= moment)
}

/** The moment (epoch ms) from which a meeting counts as held, whatever day it is held on; `null`: never. */
function heldFrom(meeting: MeetingFact, { heldOutcomes }: RulesBody): number | 'atOnce' | null {
  const { outcome } = meeting
  if (outcome !== null && heldOutcomes.includes(outcome)) return 'atOnce'
  return outcome === null || outcome === 'SCHEDULED' ? endOf(meeting) : null
}

function collectMeeting(meeting: MeetingFact, rules: RulesBody, to: Collector): void {
  to.add(meeting.createdAt, 'meetings_booked', 1)
  const at = meeting.startsAt ?? meeting.at
  if (meeting.outcome === 'NO_SHOW') to.add(at, 'meeting_no_shows', 1)
  const heldAt = heldFrom(meeting, rules)
  if (heldAt === null) return
  const from = heldAt === 'atOnce' ? null : heldAt
  to.add(at, 'meetings', 1, from)
  if (meeting.startsAt === null || meeting.endsAt === null) return
  const lengthMs = Math.min(Math.max(0, meeting.endsAt - meeting.startsAt), LONGEST_MEETING_MS)
  to.add(at, 'meeting_ms', lengthMs, from)
}

function collectTask(task: TaskFact, to: Collector): void {
  if (task.status === 'COMPLETED') to.add(task.completedAt ?? task.at, 'tasks', 1)
}

function collectContact(contact: ContactFact, to: Collector): void {
  to.add(contact.createdAt, 'leads', 1)
  to.add(contact.mqlAt, 'mqls', 1)
  to.add(contact.sqlAt, 'sqls', 1)
  to.add(contact.opportunityAt, 'opportunities', 1)
  to.add(contact.customerAt, 'customers', 1)
}
