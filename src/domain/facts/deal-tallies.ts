/** What a deal adds: created, won, lost, its money, its recurring part and margin, renewals and first stage entries. */
import { dayOf, daysBetween } from '../calendar/day.ts'
import { entryOf } from '../company/entries.ts'
import { isSalesPipeline, type RulesBody, zoneOf } from '../company/rules.ts'
import { type Exact, exact, fromDecimal, over, times, toWhole } from '../numbers/exact.ts'
import { LARGEST_MINOR, toMinor } from '../numbers/money.ts'
import type { DealFact } from './deal-fact.ts'
import { COUNT, type Collector, MONEY } from './object-type.ts'

export const DEAL_TALLIES = {
  deals_created: COUNT,
  pipeline_created: MONEY,
  deals_won: COUNT,
  revenue: MONEY,
  deals_lost: COUNT,
  revenue_lost: MONEY,
  cycle_days: { unit: 'days' },
  cycle_deals: COUNT,
  arr: { ...MONEY, rules: ['properties'] },
  margin: { ...MONEY, rules: ['properties'] },
  margin_deals: { ...COUNT, rules: ['properties'] },
  renewals_due: COUNT,
  renewals_lost: COUNT,
  renewals_lost_value: MONEY,
} as const

/** First entries of deals into a stage: `stage_entered:<pipeline id>/<stage id>`. */
export type StageTally = `stage_entered:${string}/${string}`

type DealCollector = Collector<keyof typeof DEAL_TALLIES | StageTally>

export function collectDeal(deal: DealFact, rules: RulesBody, to: DealCollector): void {
  collectStageEntries(deal, rules, to)
  collectRenewal(deal, rules, to)
  if (!isSalesPipeline(rules, deal.pipelineId)) return
  const money = moneyOf(deal, rules)
  to.add(deal.createdAt, 'deals_created', 1)
  to.add(deal.createdAt, 'pipeline_created', money ?? 0)
  if (deal.isWon) return collectWon(deal, { rules, money, to })
  if (!deal.isClosed) return
  to.add(deal.closesAt, 'deals_lost', 1)
  to.add(deal.closesAt, 'revenue_lost', money ?? 0)
}

/** Adds 0 to the sums of money in which a deal counts if it has no amount, or none that can be read or converted. */
export function collectWithoutAmount(deal: DealFact, rules: RulesBody, to: DealCollector): void {
  if (moneyOf(deal, rules) !== null) return
  const isLost = deal.isClosed && !deal.isWon
  if (isLost && isOfRenewals(deal, rules)) to.add(deal.closesAt, 'renewals_lost_value', 0)
  if (!isSalesPipeline(rules, deal.pipelineId)) return
  to.add(deal.createdAt, 'pipeline_created', 0)
  if (deal.isWon) to.add(deal.closesAt, 'revenue', 0)
  else if (isLost) to.add(deal.closesAt, 'revenue_lost', 0)
}

/** The stage's pipeline decides, not the deal's current one. A stage that no longer exists is in no funnel. */
function collectStageEntries(deal: DealFact, rules: RulesBody, to: DealCollector): void {
  for (const { stageId, at } of deal.stageEntries ?? []) {
    const pipelineId = entryOf(rules.stagePipelines, stageId)
    if (pipelineId !== undefined) to.add(at, `stage_entered:${pipelineId}/${stageId}`, 1)
  }
}

function collectRenewal(deal: DealFact, rules: RulesBody, to: DealCollector): void {
  if (!isOfRenewals(deal, rules) || !(deal.isClosed || deal.isWon)) return
  to.add(deal.closesAt, 'renewals_due', 1)
  if (deal.isWon) return
  to.add(deal.closesAt, 'renewals_lost', 1)
  to.add(deal.closesAt, 'renewals_lost_value', moneyOf(deal, rules) ?? 0)
}

function isOfRenewals({ pipelineId }: DealFact, rules: RulesBody): boolean {
  return pipelineId !== null && rules.renewalPipelines.includes(pipelineId)
}

interface Winning {
  rules: RulesBody
  money: number | null
  to: DealCollector
}

function collectWon(deal: DealFact, { rules, money, to }: Winning): void {
  to.add(deal.closesAt, 'deals_won', 1)
  to.add(deal.closesAt, 'revenue', money ?? 0)
  to.add(deal.closesAt, 'arr', arrOf(deal, rules, money) ?? 0)
  collectMargin(deal, { rules, money, to })
  collectCycle(deal, rules, to)
}

function collectCycle(deal: DealFact, rules: RulesBody, to: DealCollector): void {
  if (deal.createdAt === null || deal.closesAt === null) return
  const zone = zoneOf(rules, deal.ownerId ?? '')
  const cycleDays = daysBetween(dayOf(deal.createdAt, zone), dayOf(deal.closesAt, zone))
  to.add(deal.closesAt, 'cycle_days', Math.max(0, cycleDays))
  to.add(deal.closesAt, 'cycle_deals', 1)
}

/** The cost is in the company currency. A deal without any amount is known to have brought in nothing. */
function collectMargin(deal: DealFact, { rules, money, to }: Winning): void {
  const cost = rules.costProperty === null || deal.cost === null ? null : toMinor(deal.cost, rules.exponent)
  const brought = hasNoAmount(deal) ? 0 : money
  if (brought === null || cost === null) return
  to.add(deal.closesAt, 'margin', brought - cost)
  to.add(deal.closesAt, 'margin_deals', 1)
}

/** HubSpot's ARR, otherwise twelve times its MRR, otherwise the money over the years of the contract. */
function arrOf(deal: DealFact, rules: RulesBody, money: number | null): number | null {
  const recurring = nonZero(deal.arr) ?? scaled(nonZero(deal.mrr), 12)
  if (recurring) return converted(recurring, deal, rules)
  const years = rules.contractYearsProperty === null ? null : fromDecimal(deal.contractYears ?? '')
  if (money === null || !years || years.n <= 0n) return null
  const yearly = over(exact(money), years)
  return yearly && safeMinor(toWhole(yearly))
}

function nonZero(text: string | null): Exact | null {
  const value = text === null ? null : fromDecimal(text)
  return value && value.n !== 0n ? value : null
}

function scaled(value: Exact | null, by: number): Exact | null {
  return value && times(value, exact(by))
}

/** An amount in the deal's currency, in minor units of the company's; `null` without a rate. */
function converted(amount: Exact, deal: DealFact, rules: RulesBody): number | null {
  const rate = rateOf(deal, rules)
  return rate && safeMinor(toWhole(times(times(amount, rate), exact(10n ** BigInt(rules.exponent)))))
}

function safeMinor(minor: bigint): number | null {
  return minor > LARGEST_MINOR || minor < -LARGEST_MINOR ? null : Number(minor)
}

/** What a deal is worth according to HubSpot. */
export type DealMoney = Pick<DealFact, 'amount' | 'homeAmount' | 'currency'>

/** Company currency for one unit of the deal's; `null`: no rate is in force. */
export function rateOf({ currency }: Pick<DealMoney, 'currency'>, rules: RulesBody): Exact | null {
  if (currency === null || currency === rules.currency) return exact(1)
  const rate = entryOf(rules.rates, currency)
  return rate === undefined ? null : fromDecimal(rate)
}

export function hasNoAmount({ amount, homeAmount }: DealMoney): boolean {
  return amount === null && homeAmount === null
}

/**
 * A deal's money in minor units of the company currency: the home amount; otherwise the amount if its currency is the
 * company's; otherwise the amount converted at the current rate. `null`: no amount, or none that can be read or
 * converted.
 */
export function moneyOf(deal: DealMoney, rules: RulesBody): number | null {
  const home = deal.homeAmount === null ? null : toMinor(deal.homeAmount, rules.exponent)
  if (home !== null || deal.amount === null) return home
  const rate = rateOf(deal, rules)
  return rate && toMinor(deal.amount, rules.exponent, rate)
}
