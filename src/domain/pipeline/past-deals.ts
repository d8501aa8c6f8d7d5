/** Past deals: which deals were open and due when a period began, derived from the stored changes of each deal. */
import { addDays, type Day, dayOf, dayStart, type Zone } from '../calendar/day.ts'
import type { Rep } from '../company/roster.ts'
import { isSalesPipeline, repFor } from '../company/rules.ts'
import { type OwnChange, valuesAt } from '../facts/deal-changes.ts'
import { type DealMoney, moneyOf } from '../facts/deal-tallies.ts'
import type { Exact } from '../numbers/exact.ts'
import { probabilitiesOf, weightedSum } from './expected-money.ts'
import type { DealBasis, PastState } from './open-deals.ts'

/** A deal as it is now, with the stored changes of its stage, close date and amounts. */
export interface DealHistory {
  deal: PastState
  changes: readonly OwnChange[]
}

/** Instants (epoch ms) that cover, in any time zone, the close dates and creation of deals due at a period's start. */
export interface DueSpan {
  from: number
  to: number
  createdBefore: number
}

/** Days of a period, `[from, to)`. */
interface Days {
  from: Day
  to: Day
}

/** One day more at either end, because each deal's due day is in its rep's own time zone. */
export function dueSpan({ from, to }: Days): DueSpan {
  return {
    from: dayStart(addDays(from, -1), 'UTC'),
    to: dayStart(addDays(to, 1), 'UTC'),
    createdBefore: dayStart(addDays(from, 1), 'UTC'),
  }
}

/** A deal that was due when a period began. */
export interface PastDeal {
  id: string
  /** The present owner. */
  rep: string
  /** The amount of that time at the present rates, in minor units. */
  money: number | null
  /** The probability of the stage of that time. */
  probability: Exact
  /** Whether the present close date is outside the period. */
  hasSlipped: boolean
}

export interface PastBasis extends DealBasis {
  /** Deals of others are left out, and so are those of reps archived before the first day. */
  reps: readonly Rep[]
}

/**
 * The deals in the sales pipelines that were created before the midnight that begins the first day in their rep's time
 * zone, were open at that moment, and had a close date in the period.
 */
export function dueAtStart(
  histories: readonly DealHistory[],
  period: Days,
  { rules, pipelines, reps }: PastBasis,
): PastDeal[] {
  const probabilities = probabilitiesOf(pipelines)
  const closed = closedStages(pipelines)
  const starts = startsOf(reps, period.from)
  return histories.flatMap(({ deal, changes }) => {
    const { ownerId, createdAt } = deal
    const rep = starts.get(repFor(rules, ownerId ?? ''))
    if (!rep || createdAt === null || !isSalesPipeline(rules, deal.pipelineId)) return []
    const { zone, start } = rep
    if (createdAt >= start) return []
    const then = stateThen({ deal, changes }, start)
    if (isOver(then.stageId, deal, closed) || !isIn(then.closesAt, period, zone)) return []
    return {
      id: deal.id,
      rep: rep.id,
      money: moneyOf(then, rules),
      probability: probabilities.ofStage(then.stageId),
      hasSlipped: !isIn(deal.closesAt, period, zone),
    }
  })
}

interface Start {
  id: string
  zone: Zone
  /** Midnight at the start of the first day, epoch ms. */
  start: number
}

function startsOf(reps: readonly Rep[], day: Day): ReadonlyMap<string, Start> {
  const there = reps.filter(({ archiveDay }) => archiveDay === null || archiveDay >= day)
  const zones = new Set(there.map(({ zone }) => zone))
  const starts = new Map([...zones].map((zone) => [zone, dayStart(day, zone)]))
  return new Map(there.map(({ id, zone }) => [id, { id, zone, start: starts.get(zone) ?? 0 }]))
}

function isIn(at: number | null, { from, to }: Days, zone: Zone): boolean {
  if (at === null) return false
  const day = dayOf(at, zone)
  return day >= from && day < to
}

/** Whether each stage is closed, by id. Stages that are no longer known are not in it. */
function closedStages(pipelines: DealBasis['pipelines']): ReadonlyMap<string, boolean> {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages)
  return new Map(stages.map((stage) => [stage.id, stage.isClosed]))
}

/** Whether the deal was closed or won. In the same stage as then its flags still apply; otherwise the stage decides. */
function isOver(stageId: string | null, deal: PastState, closed: ReadonlyMap<string, boolean>): boolean {
  return stageId === deal.stageId ? deal.isClosed || deal.isWon : (closed.get(stageId ?? '') ?? false)
}

interface StateThen extends DealMoney {
  stageId: string | null
  closesAt: number | null
}

/** The deal's stage, close date and amounts as of a moment. */
function stateThen({ deal, changes }: DealHistory, moment: number): StateThen {
  const then = valuesAt(changes, moment)
  const { stage = deal.stageId, closesAt, amount = deal.amount, homeAmount = deal.homeAmount } = then
  return {
    stageId: stage,
    closesAt: closesAt === undefined ? deal.closesAt : closesAt === null ? null : Number(closesAt),
    amount,
    homeAmount,
    currency: deal.currency,
  }
}

export interface PastSums {
  due: number
  /** Those of them with a present close date outside the period. */
  slipped: number
  /** Σ money × probability in minor units. Can be a fraction. */
  forecast: Exact
}

export function pastSums(deals: readonly PastDeal[]): PastSums {
  const slipped = deals.filter((deal) => deal.hasSlipped).length
  return { due: deals.length, slipped, forecast: weightedSum(deals) }
}
