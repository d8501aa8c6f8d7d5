/** Data quality: why a record is missing from numbers that it would else be in. */
import { dayOf } from './calendar/day.ts'
import { hasNoAmount, moneyOf, rateOf } from './deal-tallies.ts'
import {
  type CallFact,
  type ContactFact,
  countsFrom,
  type DealFact,
  type Fact,
  type MeetingFact,
  type UnreadableValue,
} from './facts.ts'
import { toMinor } from './money.ts'
import { type RulesBody, zoneOf } from './rules.ts'
import { isConnect, isMade, isSent } from './tallies.ts'

export const FLAW_REASONS = [
  'no_owner',
  'unknown_owner',
  'bad_date',
  'no_amount',
  'unreadable_amount',
  'no_exchange_rate',
  'bad_duration',
  'closed_in_future',
  'bad_goal',
] as const
export type FlawReason = (typeof FLAW_REASONS)[number]

/** Something that is wrong with a record. `about`: its type, for a date `<type>.<property>`; `null` where the reason says it. */
export interface Flaw {
  reason: FlawReason
  about: string | null
}

export interface QualityBasis {
  rules: RulesBody
  /** Everyone who is an owner, tracked or not, archived or not. */
  ownerIds: ReadonlySet<string>
  now: number
}

/** What is wrong with a fact. One that counts for nobody has no other flaw. */
export function flawsOf(fact: Fact, basis: QualityBasis): Flaw[] {
  const { ownerId, type } = fact
  if (ownerId === null) {
    return [{ reason: isUnreadable(fact, 'owner') ? 'unknown_owner' : 'no_owner', about: type }]
  }
  if (!basis.ownerIds.has(ownerId)) return [{ reason: 'unknown_owner', about: type }]
  switch (fact.type) {
    case 'calls':
      return callFlaws(fact, basis)
    case 'emails':
      return isSent(fact) ? badDates([['emails.hs_timestamp', fact.at]]) : []
    case 'meetings':
      return meetingFlaws(fact, basis)
    case 'tasks':
      return fact.status === 'COMPLETED'
        ? badDates([['tasks.hs_task_completion_date', fact.completedAt ?? fact.at]])
        : []
    case 'notes':
    case 'communications':
      return badDates([[`${type}.hs_timestamp`, fact.at]])
    case 'contacts':
      return contactFlaws(fact)
    case 'deals':
      return dealFlaws(fact, basis, ownerId)
  }
}

function isUnreadable(fact: Fact, value: UnreadableValue): boolean {
  return fact.unreadable?.includes(value) ?? false
}

function badDates(dates: readonly (readonly [string, number | null])[]): Flaw[] {
  return dates.flatMap(([about, at]) => (at === null ? [{ reason: 'bad_date', about }] : []))
}

/** A call without a date is in no tally, so that its duration is of no account. */
function callFlaws(call: CallFact, { rules }: QualityBasis): Flaw[] {
  if (!isMade(call)) return []
  if (call.at === null) return badDates([['calls.hs_timestamp', call.at]])
  const isBad = isConnect(call, rules) && isUnreadable(call, 'duration')
  return isBad ? [{ reason: 'bad_duration', about: null }] : []
}

function meetingFlaws(meeting: MeetingFact, { now }: QualityBasis): Flaw[] {
  const { createdAt, startsAt, at, outcome } = meeting
  const from = countsFrom(meeting)
  const isHeld = outcome === null || outcome === 'SCHEDULED' ? from === null || from <= now : false
  const isCounted = isHeld || outcome === 'COMPLETED' || outcome === 'NO_SHOW'
  return [
    ...badDates([['meetings.hs_createdate', createdAt]]),
    ...(isCounted ? badDates([['meetings.hs_meeting_start_time', startsAt ?? at]]) : []),
  ]
}

/** A stage that was never entered is no flaw, nor is one whose date was read before. */
function contactFlaws(contact: ContactFact): Flaw[] {
  const { createdAt, mqlAt, sqlAt, opportunityAt, customerAt } = contact
  const stages = [
    ['mql', 'marketingqualifiedlead', mqlAt],
    ['sql', 'salesqualifiedlead', sqlAt],
    ['opportunity', 'opportunity', opportunityAt],
    ['customer', 'customer', customerAt],
  ] as const
  const unreadable = stages.filter(([value]) => isUnreadable(contact, value))
  return badDates([
    ['contacts.createdate', createdAt],
    ...unreadable.map(([, stage, at]) => [`contacts.hs_v2_date_entered_${stage}`, at] as const),
  ])
}

/** In any pipeline. */
function dealFlaws(deal: DealFact, { rules, now }: QualityBasis, ownerId: string): Flaw[] {
  const isClosed = deal.isClosed || deal.isWon
  const zone = zoneOf(rules, ownerId)
  const isAhead = isClosed && deal.closesAt !== null && dayOf(deal.closesAt, zone) > dayOf(now, zone)
  return [
    ...badDates([['deals.createdate', deal.createdAt]]),
    ...(isClosed ? badDates([['deals.closedate', deal.closesAt]]) : []),
    ...moneyFlaws(deal, rules),
    ...(isAhead ? [{ reason: 'closed_in_future', about: null } as const] : []),
  ]
}

function moneyFlaws(deal: DealFact, rules: RulesBody): Flaw[] {
  const { amount } = deal
  if (hasNoAmount(deal)) return [{ reason: 'no_amount', about: null }]
  if (moneyOf(deal, rules) !== null) return []
  const isReadable = amount !== null && toMinor(amount, rules.exponent) !== null
  const lacksRate = isReadable && rateOf(deal, rules) === null
  return [{ reason: lacksRate ? 'no_exchange_rate' : 'unreadable_amount', about: null }]
}
