/** One scope of the report: its metrics and tallies, quotas, funnels, scorecard and plan. */
import { addDays } from '../domain/calendar/day.ts'
import { daysPassed } from '../domain/calendar/days-passed.ts'
import { calendarOfScope } from '../domain/calendar/working-time.ts'
import { toNumber } from '../domain/exact.ts'
import type { AskedDays } from '../domain/figures/moment.ts'
import { CATALOGUE, metricOrThrow } from '../domain/metrics/catalogue.ts'
import { type Measured, plain, type Sums, shown, type TallySums, toExact } from '../domain/metrics/measure.ts'
import { type Metric, talliesOf } from '../domain/metrics/metric.ts'
import { funnelOf } from '../domain/pipeline/funnel.ts'
import { type ProgressWorld, progressBasisAt } from '../domain/progress-at.ts'
import { PLAN_TALLIES, type PlanBasis, planOf, shownPlan } from '../domain/quotas/plan.ts'
import { type ProgressBasis, progressOf } from '../domain/quotas/progress.ts'
import { timeToQuota } from '../domain/quotas/time-to-quota.ts'
import { repsIn, type Scope } from '../domain/roster.ts'
import { scorecardOf, shownScorecard } from '../domain/scorecard.ts'
import { TALLIES, type Tally } from '../domain/tally.ts'
import type { Figures, FiguresWorld } from './figures.ts'
import { sumOfReps } from './ledger.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Sheet = { [key: string]: Json }

export interface Desk extends FiguresWorld {
  figures: Figures
  /** The reported metrics that some quota is about. */
  quotaMetrics: readonly string[]
}

/** A scope with its days and all their sums. */
export interface Reported {
  scope: Scope
  days: AskedDays
  sums: Sums
  /** Every reported metric. */
  measured: ReadonlyMap<Metric, Measured>
}

/** Metrics that belong to the report. Lost deals are in it as a tally. */
export const REPORTED = CATALOGUE.filter((metric) => metric.id !== 'deals_lost')

export async function scopeSheet(desk: Desk, reported: Reported): Promise<Sheet> {
  const { days, sums, measured } = reported
  const sheet: Sheet = {}
  for (const [metric, one] of measured) sheet[metric.id] = { ...shown(one) }
  for (const tally of TALLIES) sheet[`tally:${tally}`] = { ...shown(plain(toExact(sums[tally] ?? 0))) }
  sheet['working_hours'] = { ...shown(plain(toExact(sums.working_hours ?? 0))) }
  sheet['_period'] = { from: days.from, to: days.to, until: days.until }
  sheet['_quota'] = await quotaSheet(desk, reported)
  sheet['_funnel'] = funnelSheet(desk, reported)
  sheet['_scorecard'] = await scorecardSheet(desk, reported)
  sheet['_plan'] = await planSheet(desk, reported)
  return sheet
}

function worldOf({ roster, quotas, at, figures: { targets } }: Desk): ProgressWorld {
  return { roster, quotas, at, targets }
}

async function quotaSheet(desk: Desk, reported: Reported): Promise<Sheet> {
  const sheet: Sheet = {}
  for (const id of desk.quotaMetrics) {
    const basis = progressBasisAt(worldOf(desk), { ...reported, period: reported.days }, id)
    const progress = progressOf(basis)
    sheet[id] = {
      target: progress.target,
      actual: progress.actual,
      attainment: progress.attainment,
      elapsed_share: progress.elapsedShare,
      pace: progress.pace,
      status: progress.status,
      projected: progress.projected,
      needed_per_day: progress.neededPerDay,
      remaining_days: progress.remainingDays,
      time_to_quota: await daysToQuota(desk, reported, { id, basis }),
      uncovered_days: progress.uncoveredDays,
    }
  }
  return sheet
}

async function daysToQuota(
  { figures, roster }: Desk,
  { scope, days }: Reported,
  { id, basis: { target } }: { id: string; basis: ProgressBasis },
): Promise<number | null> {
  if (!target) return null
  const members = repsIn(roster, scope)
  const tallies = talliesOf(metricOrThrow(id))
  const amounts = await Promise.all(tallies.map((tally) => figures.byDay(tally, days, members)))
  return timeToQuota(amounts.flat(), { target, calendar: calendarOfScope(roster, scope), period: days })
}

function funnelSheet({ pipelines }: Desk, { sums }: Reported): Sheet {
  const entries: Readonly<Partial<Record<Tally, unknown>>> = sums
  const sheet: Sheet = {}
  for (const pipeline of pipelines) {
    const { stages, leak } = funnelOf(pipeline, (tally) => Number(entries[tally] ?? 0))
    sheet[pipeline.id] = {
      leak,
      stages: stages.map(({ stageId, entered, conversion }) => ({
        stage: stageId,
        entered,
        conversion: conversion && toNumber(conversion),
      })),
    }
  }
  return sheet
}

async function scorecardSheet({ figures, roster, at }: Desk, { scope, days }: Reported): Promise<Sheet> {
  const sums = await figures.ofReps(days)
  const reps = repsIn(roster, scope).map((rep) => ({
    rep,
    sums: sums.get(rep.id) ?? {},
    daysPassed: daysPassed(rep, days, { now: at, settings: roster.settings }),
  }))
  return { ...shownScorecard(scorecardOf(reps, roster)) }
}

async function planSheet(desk: Desk, reported: Reported): Promise<Sheet | null> {
  const { target, actual, remainingDays } = progressBasisAt(
    worldOf(desk),
    { ...reported, period: reported.days },
    'revenue',
  )
  if (!target) return null
  const own = await planSums(desk, reported.scope)
  const plan = planOf({
    target,
    actual,
    remainingDays,
    own,
    fallback: await planFallback(desk, reported.scope),
  })
  return plan && { ...shownPlan(plan) }
}

/** A rep's rates fall back on the primary team's, without one on everyone's. */
async function planFallback(desk: Desk, scope: Scope): Promise<PlanBasis['fallback']> {
  if (scope.kind !== 'rep') return null
  const rep = desk.roster.reps.find((one) => one.id === scope.ownerId)
  const teamId = rep?.primaryTeamId ?? null
  if (teamId === null) return { source: 'everyone', sums: await planSums(desk, { kind: 'everyone' }) }
  return { source: 'team', sums: await planSums(desk, { kind: 'team', teamId }) }
}

const PLAN_DAYS = 90

/** Over the 90 days before today in the scope's zone. */
async function planSums({ figures, roster }: Desk, scope: Scope): Promise<TallySums> {
  const { today } = figures.daysOf(scope, { kind: 'day', which: 0 })
  const ledger = await figures.ledger({ from: addDays(today, -PLAN_DAYS), until: today }, PLAN_TALLIES)
  return sumOfReps(ledger, repsIn(roster, scope))
}
