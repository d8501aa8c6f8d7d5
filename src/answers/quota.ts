/** Quota and today: progress towards the target, and the one thing to do next. */

import type { Subject } from '../domain/access/subject.ts'
import { isTargetKeptBack, type TotalRefusal } from '../domain/access/totals.ts'
import type { NextStep, OwnDays, QuotaAnswer, TodayAnswer } from '../domain/answer/answer.ts'
import { dayOf } from '../domain/calendar/day.ts'
import type { Period, PeriodSpec } from '../domain/calendar/period.ts'
import { type Rep, repsIn, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import { calendarOfScope } from '../domain/company/working-time.ts'
import { measure, shown } from '../domain/metrics/measure.ts'
import { writtenUnit } from '../domain/metrics/written-units.ts'
import { minus, over, times, toNumber } from '../domain/numbers/exact.ts'
import { type ProgressBasis, progressOf } from '../domain/quotas/progress.ts'
import { benchmarkOf } from '../domain/quotas/scorecard.ts'
import { basisFor, isIncomplete } from '../values/basis.ts'
import { readProgress } from '../values/progress.ts'
import { figuresFor } from '../values/rep-figures.ts'
import { type AnswerContext, daysFor, scopeOf, specInForce } from './answer-context.ts'
import { totalRefusalOf } from './totals.ts'

/** Without a period: that of the quota in force, otherwise the month. Or why it would reveal individual numbers. */
export async function readQuota(
  context: AnswerContext,
  subject: Subject,
  { metric, period }: { metric: string; period: PeriodSpec | null },
): Promise<QuotaAnswer | TotalRefusal> {
  const scope = scopeOf(subject)
  const spec = period ?? specInForce(context, scope, metric)
  const days = daysFor(context, scope, spec)
  const reps = repsIn(context.roster, scope)
  const figures = figuresFor(context, reps, [metric])
  const { store, roster, company, now } = context
  const { catalogue, quotas } = company
  const ofReps = await figures.ofReps(days)
  const refusal = await totalRefusalOf(context, scope, { metric, figures, ofReps, days })
  if (refusal) return refusal
  const asked = { metric, from: days.from, to: days.to }
  if (isTargetKeptBack(context, scope, { reps, targets: figures.targets, quotas, asked })) return 'tooFew'
  const sums = await figures.ofScope(scope, days)
  const progressContext = {
    ...{ store, roster, catalogue, at: now },
    pasts: company.pasts,
    targets: figures.targets,
  }
  const basis = await readProgress(progressContext, { scope, days, sums }, metric)
  return {
    kind: 'quota',
    subject,
    metric,
    asked: { spec, period: days },
    progress: progressOf(basis),
    gapDeals: await readGapDeals(context, scope, { metric, basis }),
    ownDays: ownDaysOf(subject, reps, days),
  }
}

function ownDaysOf(subject: Subject, [rep]: readonly Rep[], { from, to }: Period): OwnDays | null {
  if (subject.kind !== 'rep' || !subject.isAsker || !rep) return null
  const leave = rep.leave.filter(({ first, last }) => first < to && last >= from)
  return { leave, weekdays: rep.weekdays }
}

/** How many deals of the average size of the last 90 days the gap takes, rounded up. */
async function readGapDeals(
  context: AnswerContext,
  scope: Scope,
  { metric, basis }: { metric: string; basis: ProgressBasis },
): Promise<number | null> {
  if (metric !== 'revenue' || !basis.target) return null
  const days = daysFor(context, scope, { kind: 'last', count: 90, unit: 'days' })
  const reps = repsIn(context.roster, scope)
  const { catalogue } = context.company
  const averageDeal = catalogue.orThrow('average_deal')
  const figures = figuresFor(context, reps, [averageDeal.id])
  const ofReps = await figures.ofReps(days)
  if (await totalRefusalOf(context, scope, { metric: averageDeal.id, figures, ofReps, days })) return null
  const average = measure(averageDeal, await figures.ofScope(scope, days)).value
  const deals = average && over(minus(basis.target, basis.actual), average)
  return deals && deals.n > 0n ? Number((deals.n + deals.d - 1n) / deals.d) : null
}

/** Today's activity against the daily benchmarks, the quota in force, and what to do next. */
export async function readToday(context: AnswerContext, rep: Rep): Promise<TodayAnswer> {
  const subject: Subject = { kind: 'rep', ownerId: rep.id, name: rep.name, isAsker: true }
  const scope = scopeOf(subject)
  const today = dayOf(context.now, zoneOfScope(context.roster, scope))
  const isWorkingDay = calendarOfScope(context.roster, scope).isPresent(today)
  const targets = isWorkingDay ? await readTargets(context, rep, scope) : []
  const quota = isIncomplete(basisFor(context, scope, ['revenue']))
    ? null
    : await readQuota(context, subject, { metric: 'revenue', period: null })
  const known = typeof quota === 'string' ? null : quota
  return {
    kind: 'today',
    subject,
    day: today,
    isWorkingDay,
    targets,
    quota: known,
    nextStep: isWorkingDay ? nextStep(targets, known) : null,
  }
}

/** The activity lines of the scorecard, with the rep's own benchmark, otherwise the team's, otherwise the line's. */
async function readTargets(context: AnswerContext, rep: Rep, scope: Scope): Promise<TodayAnswer['targets']> {
  const { catalogue } = context.company
  const lines = context.roster.settings.scorecard.filter(
    (line) => catalogue.find(line.metric)?.family === 'A',
  )
  const readable = lines.filter((line) => !isIncomplete(basisFor(context, scope, [line.metric])))
  const metrics = readable.map((line) => line.metric)
  const figures = figuresFor(context, [rep], metrics)
  const sums = await figures.ofScope(scope, daysFor(context, scope, { kind: 'day', which: 0 }))
  return readable.map((line) => {
    const metric = catalogue.orThrow(line.metric)
    const benchmark = benchmarkOf(rep, line, context.roster.settings)
    return {
      metric: line.metric,
      done: shown(measure(metric, sums)).value ?? 0,
      benchmark: toNumber(times(benchmark, writtenUnit(metric, context.roster.exponent))),
    }
  })
}

/** The activity with the largest share of its benchmark missing, otherwise what the quota needs per day. */
function nextStep(targets: TodayAnswer['targets'], quota: QuotaAnswer | null): NextStep | null {
  const missing = targets
    .map(({ metric, done, benchmark }) => ({
      metric,
      missing: Math.ceil(benchmark - done),
      share: benchmark > 0 ? done / benchmark : 1,
    }))
    .filter((target) => target.missing > 0)
    .sort((a, b) => a.share - b.share)
  const [first] = missing
  if (first) return { kind: 'activity', metric: first.metric, missing: first.missing }
  if (!quota?.progress.target) return null
  const perDay = quota.progress.neededPerDay
  if (quota.progress.status === 'met') return { kind: 'met', metric: quota.metric }
  return perDay === null ? null : { kind: 'needed', metric: quota.metric, perDay }
}
