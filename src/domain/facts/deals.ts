/** Deals: what is known of them, beside what they add. */
import { dayOf, type Zone } from '../calendar/day.ts'
import type { RulesBody } from '../company/rules.ts'
import { toMinor } from '../numbers/money.ts'
import type { DealFact } from './deal-fact.ts'
import {
  collectDeal,
  collectWithoutAmount,
  DEAL_TALLIES,
  hasNoAmount,
  moneyOf,
  rateOf,
} from './deal-tallies.ts'
import { AT_ONCE, type FlawCollector, type ObjectType } from './object-type.ts'

const DATES = { createdAt: AT_ONCE, closesAt: AT_ONCE } as const
const FLAWS = {
  no_amount: AT_ONCE,
  unreadable_amount: AT_ONCE,
  no_exchange_rate: AT_ONCE,
  closed_in_future: { passes: true },
} as const

/** In any pipeline. */
function findFlaws(
  deal: DealFact,
  rules: RulesBody,
  to: FlawCollector<keyof typeof DATES, keyof typeof FLAWS>,
): void {
  to.date('createdAt', deal.createdAt)
  if (deal.isClosed || deal.isWon) to.date('closesAt', deal.closesAt)
  const money = moneyFlaw(deal, rules)
  if (money) to.add(money)
}

function moneyFlaw(deal: DealFact, rules: RulesBody): keyof typeof FLAWS | null {
  const { amount } = deal
  if (hasNoAmount(deal)) return 'no_amount'
  if (moneyOf(deal, rules) !== null) return null
  const isReadable = amount !== null && toMinor(amount, rules.exponent) !== null
  return isReadable && rateOf(deal, rules) === null ? 'no_exchange_rate' : 'unreadable_amount'
}

/** Whether a deal is closed or won with a close date after today. */
export function isClosedAhead(
  { isClosed, isWon, closesAt }: Pick<DealFact, 'isClosed' | 'isWon' | 'closesAt'>,
  { zone, now }: { zone: Zone; now: number },
): boolean {
  return (isClosed || isWon) && closesAt !== null && dayOf(closesAt, zone) > dayOf(now, zone)
}

/** With what is read apart from the record. */
function remember(deal: DealFact, before: DealFact): DealFact {
  return {
    ...deal,
    companyId: deal.companyId ?? before.companyId,
    stageEntries: deal.stageEntries ?? before.stageEntries,
  }
}

export const deals = {
  tallies: DEAL_TALLIES,
  families: { 'stage_entered:': { restsOn: 'dealChanges' } },
  collect: collectDeal,
  collectWithoutAmount,
  dates: DATES,
  flaws: FLAWS,
  findFlaws,
  findPassing(
    deal: DealFact,
    days: { zone: Zone; now: number },
    to: (reason: keyof typeof FLAWS) => void,
  ): void {
    if (isClosedAhead(deal, days)) to('closed_in_future')
  },
  remember,
  named: ['cost', 'contractYears', 'territory'],
} as const satisfies ObjectType<DealFact>
