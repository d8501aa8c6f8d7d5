/** Open deals: what the pipeline is worth now, and how much of it is due in a period. */
import { type Day, dayOf, type Zone } from '../calendar/day.ts'
import type { Pipeline } from '../company/people.ts'
import { isSalesPipeline, type RulesBody, repFor, zoneOf } from '../company/rules.ts'
import { type DealMoney, moneyOf } from '../facts/deal-tallies.ts'
import type { DealFact } from '../facts/facts.ts'
import type { Exact } from '../numbers/exact.ts'
import { moneySum, probabilitiesOf, weightedSum } from './expected-money.ts'

/** A deal that is neither closed nor won. Days are in the rep's time zone; `null`: it is missing or cannot be read. */
export interface OpenDeal {
  id: string
  /** The owner's present id. */
  rep: string
  pipelineId: string | null
  stageId: string | null
  createdDay: Day | null
  closeDay: Day | null
  /** Minor units of the company currency; `null`: no amount, or one that cannot be read or converted. */
  money: number | null
  /** The deal's own probability, otherwise its stage's, otherwise 0. */
  probability: Exact
  /** As HubSpot names it: `COMMIT`, `BEST_CASE` and others. */
  forecastCategory: string | null
}

/** The fields of a deal that pipeline and forecast need. There can be many deals, so the other fields are not read. */
export type PipelineDeal = PastState & Pick<DealFact, 'probability' | 'forecastCategory'>

/** The fields of a deal that a past state of the pipeline needs. */
export type PastState = DealMoney &
  Pick<
    DealFact,
    'id' | 'ownerId' | 'pipelineId' | 'stageId' | 'createdAt' | 'closesAt' | 'isClosed' | 'isWon'
  >

/** What decides how a deal counts, besides the deal itself: the present rules and the stages. */
export interface DealBasis {
  rules: RulesBody
  pipelines: readonly Pipeline[]
}

/** The open deals in the sales pipelines that have an owner. */
export function openDealsOf(facts: readonly PipelineDeal[], { rules, pipelines }: DealBasis): OpenDeal[] {
  const probabilities = probabilitiesOf(pipelines)
  return facts.flatMap((deal) => {
    const { ownerId } = deal
    if (ownerId === null || deal.isClosed || deal.isWon || !isSalesPipeline(rules, deal.pipelineId)) return []
    const zone = zoneOf(rules, ownerId)
    return {
      id: deal.id,
      rep: repFor(rules, ownerId),
      pipelineId: deal.pipelineId,
      stageId: deal.stageId,
      createdDay: dayIn(deal.createdAt, zone),
      closeDay: dayIn(deal.closesAt, zone),
      money: moneyOf(deal, rules),
      probability: probabilities.read(deal.probability) ?? probabilities.ofStage(deal.stageId),
      forecastCategory: deal.forecastCategory,
    }
  })
}

function dayIn(at: number | null, zone: Zone): Day | null {
  return at === null ? null : dayOf(at, zone)
}

/** Money is in minor units. `weighted` can be a fraction. */
export interface PipelineSums {
  deals: number
  value: number
  weighted: Exact
}

export function pipelineSums(deals: readonly OpenDeal[]): PipelineSums {
  return { deals: deals.length, value: moneySum(deals), weighted: weightedSum(deals) }
}

/** Money of the open deals that are due, in minor units. `weighted` can be a fraction. */
export interface DueSums {
  value: number
  weighted: Exact
  /** Of the deals the rep commits to. */
  commit: number
  /** Of those and the best-case deals. */
  bestCase: number
}

/** Forecast categories that count in the commit forecast, and those that count in the best case. */
export const COMMITTED: readonly string[] = ['COMMIT']
export const BEST_CASES: readonly string[] = ['COMMIT', 'BEST_CASE']

/** The deals with a close date in the days `[from, to)`. */
export function dueDeals(deals: readonly OpenDeal[], { from, to }: { from: Day; to: Day }): OpenDeal[] {
  return deals.filter(({ closeDay }) => closeDay !== null && closeDay >= from && closeDay < to)
}

/** Sums over the deals with a close date in the days `[from, to)`. */
export function dueSums(deals: readonly OpenDeal[], days: { from: Day; to: Day }): DueSums {
  const due = dueDeals(deals, days)
  return {
    value: moneySum(due),
    weighted: weightedSum(due),
    commit: moneySum(inCategories(due, COMMITTED)),
    bestCase: moneySum(inCategories(due, BEST_CASES)),
  }
}

function inCategories(deals: readonly OpenDeal[], categories: readonly string[]): OpenDeal[] {
  return deals.filter(({ forecastCategory }) => categories.includes(forecastCategory ?? ''))
}
