/** One scope of the report: its metrics and tallies, quotas, funnels, scorecard and plan. */
import { addDays } from '../domain/calendar/day.ts'
import { type Roster, repOf, repsIn, type Scope } from '../domain/company/roster.ts'
import { calendarOfScope, workingTime } from '../domain/company/working-time.ts'
import { TALLIES, type Tally } from '../domain/facts/tally.ts'
import type { Wholeness } from '../domain/figures/incomplete.ts'
import type { AskedDays } from '../domain/figures/moment.ts'
import {
  inTallies,
  type Measured,
  plain,
  type Sums,
  type TallySums,
  toExact,
  UNKNOWN,
} from '../domain/metrics/measure.ts'
import { type Metric, talliesOf } from '../domain/metrics/metric.ts'
import { toNumber, ZERO } from '../domain/numbers/exact.ts'
import { funnelOf } from '../domain/pipeline/funnel.ts'
import { straightShare } from '../domain/quotas/expected-share.ts'
import { PLAN_TALLIES, type PlanBasis, planOf, shownPlan } from '../domain/quotas/plan.ts'
import { type ProgressBasis, progressOf } from '../domain/quotas/progress.ts'
import { isLimit, progressBasisOf } from '../domain/quotas/progress-at.ts'
import { shownScorecard, sumOfScorecards } from '../domain/quotas/scorecard.ts'
import { timeToQuota } from '../domain/quotas/time-to-quota.ts'
import { expectedOfTime, readExpected } from '../values/expected.ts'
import type { FiguresContext } from '../values/figure-readers.ts'
import type { Figures } from '../values/figures.ts'
import { sumOfReps } from '../values/ledger.ts'
import { remembered } from '../values/remembered.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type ReportObject = { [key: string]: Json }

export interface ReportContext extends FiguresContext {
  figures: Figures
  /** The reported metrics for which there is a quota. */
  quotaMetrics: readonly string[]
  /** The sums from which the rates of plans are computed. */
  planSums(scope: Scope): Promise<TallySums>
  /** Whatever depends on records that have not all been read is `null` in the report. */
  isWhole: Wholeness
}

/** A scope with its days and all their sums. */
export interface Reported {
  scope: Scope
  days: AskedDays
  sums: Sums
  /** Every reported metric; unknown if not all records behind it have been read. */
  measured: ReadonlyMap<Metric, Measured>
}

/** Metrics that belong to the report. */
export async function scopeReport(context: ReportContext, reported: Reported): Promise<ReportObject> {
  const { days, sums, measured } = reported
  const report: ReportObject = {}
  for (const [metric, one] of measured) report[metric.id] = cell(one)
  for (const tally of TALLIES)
    report[`tally:${tally}`] = cell(
      context.isWhole.ofTally(tally) ? plain(toExact(sums[tally] ?? 0)) : UNKNOWN,
    )
  report['working_hours'] = cell(plain(toExact(sums.working_hours ?? 0)))
  report['_period'] = { from: days.from, to: days.to, until: days.until }
  const basisOf = progressBases(context, reported)
  report['_quota'] = await quotaReport(context, reported, basisOf)
  report['_funnel'] = funnelReport(context, reported)
  report['_scorecard'] = await scorecardReport(context, reported)
  report['_plan'] = await planReport(context, reported, await basisOf('revenue'))
  return report
}

function cell({ value, numerator, denominator }: Measured): Json {
  return {
    value: value && toNumber(value),
    numerator: numerator && toNumber(numerator),
    denominator: denominator && toNumber(denominator),
  }
}

type ProgressBases = (metric: string) => Promise<ProgressBasis>

/** The working time is that of the scope, whatever the metric. */
function progressBases(context: ReportContext, { scope, days, measured }: Reported): ProgressBases {
  const { roster, catalogue, at, figures, isWhole } = context
  const time = workingTime(calendarOfScope(roster, scope), days, { now: at, settings: roster.settings })
  const ofTime = expectedOfTime(roster.settings, days, time)
  return async (id) => {
    const metric = catalogue.orThrow(id)
    const order = { metric: id, scope, days, time }
    const read = () => (isWhole.ofMetric(metric) ? readExpected(context, order) : straightShare(null))
    const expected = ofTime ?? (await read())
    const target = figures.targets(scope, { metric: id, from: days.from, to: days.to })
    return progressBasisOf(target, time, {
      actual: measured.get(metric)?.value ?? ZERO,
      expected,
      isLimit: isLimit(metric),
    })
  }
}

async function quotaReport(
  context: ReportContext,
  reported: Reported,
  basisOf: ProgressBases,
): Promise<ReportObject> {
  const report: ReportObject = {}
  for (const id of context.quotaMetrics) {
    const basis = await basisOf(id)
    const progress = progressOf(basis)
    const daysTaken = await daysToQuota(context, reported, { id, basis })
    // The target and the time are known without reading any records.
    const known = context.isWhole.ofMetric(context.catalogue.orThrow(id))
      ? { ...progress, daysTaken }
      : NOTHING_REACHED
    report[id] = {
      target: progress.target,
      actual: known.actual,
      attainment: known.attainment,
      elapsed_share: progress.elapsedShare,
      expected_share: progress.expectedShare,
      expected_by: progress.expectedBy,
      pace: known.pace,
      status: known.status,
      projected: known.projected,
      needed_per_day: known.neededPerDay,
      remaining_days: progress.remainingDays,
      time_to_quota: known.daysTaken,
      uncovered_days: progress.uncoveredDays,
    }
  }
  return report
}

const NOTHING_REACHED = {
  actual: null,
  attainment: null,
  pace: null,
  status: null,
  projected: null,
  neededPerDay: null,
  daysTaken: null,
}

async function daysToQuota(
  { figures, roster, catalogue }: ReportContext,
  { scope, days, sums }: Reported,
  { id, basis: { target } }: { id: string; basis: ProgressBasis },
): Promise<number | null> {
  if (!target) return null
  if (id === 'revenue') return sums.days_to_quota === undefined ? null : toNumber(toExact(sums.days_to_quota))
  const members = repsIn(roster, scope)
  const metric = catalogue.orThrow(id)
  const tallies = talliesOf(metric)
  const amounts = await Promise.all(tallies.map((tally) => figures.byDay(tally, days, members)))
  return timeToQuota(amounts.flat(), {
    target: inTallies(target, metric),
    calendar: calendarOfScope(roster, scope),
    period: days,
  })
}

function funnelReport({ pipelines, isWhole }: ReportContext, { sums }: Reported): ReportObject {
  const isRead = isWhole.ofFunnels()
  const entries: Readonly<Partial<Record<Tally, unknown>>> = sums
  const report: ReportObject = {}
  for (const pipeline of pipelines) {
    const { stages, leak } = funnelOf(pipeline, (tally) => Number(entries[tally] ?? 0))
    report[pipeline.id] = {
      leak: isRead ? leak : null,
      stages: stages.map(({ stageId, entered, conversion }) => ({
        stage: stageId,
        entered: isRead ? entered : null,
        conversion: isRead && conversion ? toNumber(conversion) : null,
      })),
    }
  }
  return report
}

async function scorecardReport(
  { figures, roster, catalogue, isWhole }: ReportContext,
  { scope, days }: Reported,
): Promise<ReportObject> {
  const works = await figures.worksOf(days)
  const cards = repsIn(roster, scope).flatMap(({ id }) => works.get(id)?.scorecard() ?? [])
  const [only] = cards
  const card = only && cards.length === 1 ? only : sumOfScorecards(cards, { roster, catalogue })
  return { ...shownScorecard(card, (metric) => isWhole.ofMetric(catalogue.orThrow(metric))) }
}

async function planReport(
  context: ReportContext,
  { scope }: Reported,
  { target, actual, remainingDays }: ProgressBasis,
): Promise<ReportObject | null> {
  if (!target) return null
  const { isWhole } = context
  const [own, fallback] = [await context.planSums(scope), await planFallback(context, scope)]
  const reached = isWhole.ofMetric(context.catalogue.orThrow('revenue')) ? actual : null
  const plan = planOf({
    ...{ target, remainingDays, own, fallback },
    actual: reached,
    isRead: isWhole.ofTally,
  })
  return plan && { ...shownPlan(plan) }
}

/** A rep's rates fall back on the primary team's, or on everyone's if there is none. */
async function planFallback(
  { roster, planSums }: ReportContext,
  scope: Scope,
): Promise<PlanBasis['fallback']> {
  if (scope.kind !== 'rep') return null
  const teamId = repOf(roster, scope.ownerId)?.primaryTeamId ?? null
  if (teamId === null) return { source: 'everyone', sums: await planSums({ kind: 'everyone' }) }
  return { source: 'team', sums: await planSums({ kind: 'team', teamId }) }
}

const PLAN_DAYS = 90

/** Sums of each scope over the 90 days before today in its zone, each read once. */
export function readPlanSums(roster: Roster, figures: Figures): ReportContext['planSums'] {
  return remembered(
    (scope: Scope) => JSON.stringify(scope),
    async (scope: Scope) => {
      const { today } = figures.daysOf(scope, { kind: 'day', which: 0 })
      const ledger = await figures.ledger({ from: addDays(today, -PLAN_DAYS), until: today }, PLAN_TALLIES)
      return sumOfReps(ledger, repsIn(roster, scope))
    },
  )
}
