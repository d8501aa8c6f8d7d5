/** Data quality: why a record is left out of numbers it would otherwise count towards. */
import { dayOf, type Zone } from '../calendar/day.ts'
import { type RulesBody, zoneOf } from '../company/rules.ts'
import { toMinor } from '../numbers/money.ts'
import { hasNoAmount, moneyOf, rateOf } from './deal-tallies.ts'
import {
  type CallFact,
  type ContactFact,
  type DealFact,
  endOf,
  FACT_TYPES,
  type Fact,
  type FactType,
  hasOwnOutcome,
  type MeetingFact,
  type UnreadableValue,
} from './facts.ts'

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
  'no_outcome',
  'own_outcome',
] as const
export type FlawReason = (typeof FLAW_REASONS)[number]

/** The dates that decide on which day something counts, each belonging to a type of fact. */
export const DECIDING_DATES = [
  'calls.at',
  'communications.at',
  'contacts.createdAt',
  'contacts.customerAt',
  'contacts.mqlAt',
  'contacts.opportunityAt',
  'contacts.sqlAt',
  'deals.closesAt',
  'deals.createdAt',
  'emails.at',
  'meetings.createdAt',
  'meetings.startsAt',
  'notes.at',
  'tasks.completedAt',
] as const
export type DecidingDate = (typeof DECIDING_DATES)[number]

export function isDecidingDate(text: string): text is DecidingDate {
  return DECIDING_DATES.some((date) => date === text)
}

/** Something that is wrong with a record. `about`: its type, or the date; `null` where the reason already says it. */
export interface Flaw {
  reason: FlawReason
  about: FactType | DecidingDate | null
}

/** The types of records that can have a flaw. A flaw that several types or dates can have names its own in `about`. */
export function typesOfFlaw({ reason, about }: Flaw): readonly FactType[] {
  switch (reason) {
    case 'no_owner':
    case 'unknown_owner':
    case 'bad_date':
      return FACT_TYPES.filter((type) => about === type || about?.startsWith(`${type}.`))
    case 'bad_duration':
    case 'no_outcome':
      return ['calls']
    case 'own_outcome':
      return ['meetings']
    case 'no_amount':
    case 'unreadable_amount':
    case 'no_exchange_rate':
    case 'closed_in_future':
      return ['deals']
    case 'bad_goal':
      return []
  }
}

/** A flaw that a record has from a moment on (epoch ms); `null`: at all times. */
export interface LastingFlaw extends Flaw {
  from: number | null
}

export interface QualityBasis {
  rules: RulesBody
  /** Everyone who is an owner, tracked or not, archived or not. */
  ownerIds: ReadonlySet<string>
  now: number
}

/** What is wrong with a fact. A fact that counts for nobody has no other flaw. */
export function flawsOf(fact: Fact, { rules, ownerIds, now }: QualityBasis): Flaw[] {
  const { ownerId, type } = fact
  if (ownerId === null) return [ownerless(fact)]
  if (!ownerIds.has(ownerId)) return [{ reason: 'unknown_owner', about: type }]
  const lasting = lastingFlaws(fact, rules).filter(({ from }) => from === null || from <= now)
  const isAhead = fact.type === 'deals' && isClosedAhead(fact, zoneOf(rules, ownerId), now)
  return [
    ...lasting.map(({ reason, about }) => ({ reason, about })),
    ...(isAhead ? [{ reason: 'closed_in_future', about: null } as const] : []),
  ]
}

/** Whether a deal is closed or won with a close date after today. */
export function isClosedAhead(
  { isClosed, isWon, closesAt }: Pick<DealFact, 'isClosed' | 'isWon' | 'closesAt'>,
  zone: Zone,
  now: number,
): boolean {
  return (isClosed || isWon) && closesAt !== null && dayOf(closesAt, zone) > dayOf(now, zone)
}

/** What is wrong with a fact that has no owner. */
export function ownerless(fact: Fact): Flaw {
  return { reason: isUnreadable(fact, 'owner') ? 'unknown_owner' : 'no_owner', about: fact.type }
}

/** What is wrong with a fact as long as neither it nor the rules change, provided that its owner exists. */
export function lastingFlaws(fact: Fact, rules: RulesBody): LastingFlaw[] {
  switch (fact.type) {
    case 'calls':
      return callFlaws(fact, rules)
    case 'emails':
      return isSent(fact) ? badDates([['emails.at', fact.at]]) : []
    case 'meetings':
      return meetingFlaws(fact, rules)
    case 'tasks':
      return fact.status === 'COMPLETED' ? badDates([['tasks.completedAt', fact.completedAt ?? fact.at]]) : []
    case 'notes':
    case 'communications':
      return badDates([[`${fact.type}.at`, fact.at]])
    case 'contacts':
      return contactFlaws(fact)
    case 'deals':
      return dealFlaws(fact, rules)
  }
}

function isUnreadable(fact: Fact, value: UnreadableValue): boolean {
  return fact.unreadable?.includes(value) ?? false
}

function badDates(
  dates: readonly (readonly [DecidingDate, number | null])[],
  from: number | null = null,
): LastingFlaw[] {
  return dates.flatMap(([about, at]) => (at === null ? [{ reason: 'bad_date', about, from }] : []))
}

/** A call without a date is in no tally, so its duration does not matter. */
function callFlaws(call: CallFact, rules: RulesBody): LastingFlaw[] {
  if (!isMade(call)) return []
  if (call.at === null) return badDates([['calls.at', call.at]])
  const isBad = isConnect(call, rules) && isUnreadable(call, 'duration')
  return [
    ...(isBad ? [{ reason: 'bad_duration', about: null, from: null } as const] : []),
    ...(call.disposition === null ? [{ reason: 'no_outcome', about: null, from: null } as const] : []),
  ]
}

/** For a future meeting neither the start nor a custom outcome matters yet. */
function meetingFlaws(meeting: MeetingFact, { heldOutcomes }: RulesBody): LastingFlaw[] {
  const { createdAt, startsAt, at, outcome } = meeting
  const isNamed = outcome !== null && heldOutcomes.includes(outcome)
  const isOpen = outcome === null || outcome === 'SCHEDULED'
  const end = endOf(meeting)
  const startDate = [['meetings.startsAt', startsAt ?? at]] as const
  return [
    ...badDates([['meetings.createdAt', createdAt]]),
    ...(isNamed || outcome === 'NO_SHOW' ? badDates(startDate) : isOpen ? badDates(startDate, end) : []),
    ...(hasOwnOutcome(meeting) && !isNamed && end !== null
      ? [{ reason: 'own_outcome', about: null, from: end } as const]
      : []),
  ]
}

/** A stage that was never entered is not a flaw, nor is a stage with a date that was read earlier. */
function contactFlaws(contact: ContactFact): LastingFlaw[] {
  const { createdAt, mqlAt, sqlAt, opportunityAt, customerAt } = contact
  const stages = [
    ['mql', mqlAt],
    ['sql', sqlAt],
    ['opportunity', opportunityAt],
    ['customer', customerAt],
  ] as const
  const unreadable = stages.filter(([value]) => isUnreadable(contact, value))
  return badDates([
    ['contacts.createdAt', createdAt],
    ...unreadable.map(([stage, at]) => [`contacts.${stage}At`, at] as const),
  ])
}

/** In any pipeline. */
function dealFlaws(deal: DealFact, rules: RulesBody): LastingFlaw[] {
  const money = moneyFlaw(deal, rules)
  return [
    ...badDates([['deals.createdAt', deal.createdAt]]),
    ...(deal.isClosed || deal.isWon ? badDates([['deals.closesAt', deal.closesAt]]) : []),
    ...(money ? [{ reason: money, about: null, from: null }] : []),
  ]
}

function moneyFlaw(deal: DealFact, rules: RulesBody): FlawReason | null {
  const { amount } = deal
  if (hasNoAmount(deal)) return 'no_amount'
  if (moneyOf(deal, rules) !== null) return null
  const isReadable = amount !== null && toMinor(amount, rules.exponent) !== null
  return isReadable && rateOf(deal, rules) === null ? 'no_exchange_rate' : 'unreadable_amount'
}
