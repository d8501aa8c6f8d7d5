/** Cards: a metric's value in a period, with the same point of the period before, the target, the team and the rank. */
import { maySeeMetric } from '../domain/access/access.ts'
import { ownPlace, publicBoard } from '../domain/access/boards.ts'
import { isOnBoards } from '../domain/access/metrics.ts'
import type { Subject } from '../domain/access/subject.ts'
import { isBesideOwn, isTargetKeptBack } from '../domain/access/totals.ts'
import type { CardAnswer, MetricLine } from '../domain/answer/answer.ts'
import { addDays, type Day } from '../domain/calendar/day.ts'
import { type PeriodSpec, THIS_MONTH } from '../domain/calendar/period.ts'
import { comparisonOf } from '../domain/company/comparison.ts'
import { periodBasis, type Rep, repsIn, type Scope } from '../domain/company/roster.ts'
import { calendarOfScope, lastWorkingDay, sharedCalendar } from '../domain/company/working-time.ts'
import type { Basis, Lacking } from '../domain/figures/basis.ts'
import { type AskedDays, isOver } from '../domain/figures/moment.ts'
import { hasAny, loggedParts } from '../domain/figures/records.ts'
import { measure, type Sums, shown } from '../domain/metrics/measure.ts'
import { hasCountedParts, isSnapshot, type Metric } from '../domain/metrics/metric.ts'
import { missingOf } from '../domain/metrics/missing.ts'
import { progressOf, type QuotaProgress } from '../domain/quotas/progress.ts'
import { basisFor, isIncomplete } from '../values/basis.ts'
import type { Figures } from '../values/figures.ts'
import { readProgress } from '../values/progress.ts'
import { figuresFor, figuresOf, readOwnDays, type SumsByRep } from '../values/rep-figures.ts'
import { readUnloggedCalls } from '../values/unlogged-calls.ts'
import { type AnswerContext, daysFor, scopeOf, specInForce } from './answer-context.ts'
import { countedIn, totalRefusalOf } from './totals.ts'

const DAY_WEEK_MONTH: readonly PeriodSpec[] = [
  { kind: 'day', which: 0 },
  { kind: 'unit', unit: 'week', which: 0 },
  THIS_MONTH,
]

const MONTH: readonly PeriodSpec[] = [THIS_MONTH]

/**
 * The periods to show if none was asked for: today, week and month for an activity, the period of the quota in force
 * for metrics that have to do with quotas, and the month for anything else.
 */
function periodsFor(context: AnswerContext, scope: Scope, { metric, period }: Asked): readonly PeriodSpec[] {
  if (period) return [period]
  const { usualPeriod } = context.company.catalogue.orThrow(metric)
  if (usualPeriod === 'quota') return [specInForce(context, scope, 'revenue')]
  return usualPeriod === 'month' ? MONTH : DAY_WEEK_MONTH
}

interface Asked {
  metric: string
  period: PeriodSpec | null
}

export async function readCard(
  context: AnswerContext,
  subject: Subject,
  { metrics, period }: { metrics: readonly string[]; period: PeriodSpec | null },
): Promise<CardAnswer> {
  const lines: MetricLine[] = []
  for (const metric of withCompanions(context, metrics)) {
    for (const spec of periodsFor(context, scopeOf(subject), { metric, period })) {
      lines.push(await readLine(context, subject, { metric, spec }))
    }
  }
  return { kind: 'card', subject, lines, lastWorkingDay: otherWorkingDay(context, subject, period) }
}

/** For a card of yesterday: the last working day, if that is a different day. */
function otherWorkingDay(context: AnswerContext, subject: Subject, period: PeriodSpec | null): Day | null {
  if (period?.kind !== 'day' || period.which !== -1) return null
  const scope = scopeOf(subject)
  const { today } = periodBasis(context.roster, scope, context.now)
  const last = lastWorkingDay(calendarOfScope(context.roster, scope), today)
  return last === addDays(today, -1) ? null : last
}

/** The metrics with those that are always shown next to them, such as meetings booked next to meetings held. */
function withCompanions({ company }: AnswerContext, metrics: readonly string[]): string[] {
  return [...new Set(metrics.flatMap((id) => [id, ...company.catalogue.orThrow(id).besides]))]
}

interface Line {
  metric: string
  spec: PeriodSpec
}

async function readLine(
  context: AnswerContext,
  subject: Subject,
  { metric, spec }: Line,
): Promise<MetricLine> {
  const declared = context.company.catalogue.orThrow(metric)
  const scope = scopeOf(subject)
  const days = daysFor(context, scope, spec)
  const line: MetricLine = {
    metric,
    privacy: declared.privacy,
    isStateNow: isSnapshot(declared),
    hasCountedParts: hasCountedParts(declared),
    asked: { spec, period: days },
    value: null,
    missing: null,
    lacking: null,
    hasRecords: true,
    unlogged: null,
    before: null,
    target: null,
    team: null,
    rank: null,
  }
  const basis = basisFor(context, scope, [metric])
  if (isIncomplete(basis)) return { ...line, lacking: lackingIn(basis) }
  if (!maySeeMetric(context, subject, declared)) return { ...line, value: 'private' }
  const members = repsIn(context.roster, scope)
  const peers = subject.kind === 'rep' ? context.roster.reps : members
  const figures = figuresFor(context, peers, [metric])
  const ofReps =
    subject.kind === 'rep'
      ? await readOwnDays(context, figures, { reps: peers, spec })
      : await figures.ofReps(days)
  const refusal = await totalRefusalOf(context, scope, { metric, figures, ofReps, days })
  if (refusal) return { ...line, value: refusal }
  const sums = await figures.ofScope(scope, days)
  const missing = missingIn(context, members, { declared, sums })
  const measuring = { metric, figures, ofReps, days }
  const value = missing === 'fewCosts' ? NOTHING : shown(measure(declared, sums))
  return {
    ...line,
    value,
    missing,
    hasRecords:
      value.value !== 0 || value.denominator !== null || (await hasRecords(context, scope, measuring)),
    unlogged: await readUnloggedCalls(context.store, declared, {
      roster: context.roster,
      reps: members,
      days,
      at: context.now,
    }),
    before: missing ? null : await readBefore(context, scope, { ...measuring, spec }),
    target: await targetLine(context, scope, { ...measuring, sums }),
    team: missing ? null : await teamLine(context, subject, measuring),
    rank: missing ? null : rankLine(context, subject, measuring),
  }
}

function lackingIn({ loading, unreadable, problems, labels }: Basis): Lacking {
  return { loading, unreadable, problems, labels }
}

/** Whether HubSpot has a record of what a metric is about, which its value of 0 alone does not show. */
async function hasRecords(
  context: AnswerContext,
  scope: Scope,
  { metric, days }: Measuring,
): Promise<boolean> {
  const { roster, company } = context
  const { catalogue } = company
  const parts = loggedParts(catalogue.orThrow(metric), { settings: roster.settings, catalogue })
  const figures = figuresOf(context, repsIn(roster, scope), parts)
  return hasAny(parts, await figures.ofScope(scope, days))
}

const NOTHING = { value: null, numerator: null, denominator: null }

function missingIn(
  { roster }: AnswerContext,
  members: readonly Rep[],
  { declared, sums }: { declared: Metric; sums: Sums },
): MetricLine['missing'] {
  const { settings } = roster
  const costedReps = members.filter((rep) => (settings.repCost[rep.id] ?? []).length > 0).length
  return missingOf(declared, { settings, sums, costedReps })
}

interface Measuring {
  metric: string
  figures: Figures
  ofReps: SumsByRep
  days: AskedDays
}

async function readBefore(
  context: AnswerContext,
  scope: Scope,
  { metric, figures, days, spec }: Measuring & { spec: PeriodSpec },
): Promise<MetricLine['before']> {
  const declared = context.company.catalogue.orThrow(metric)
  if (!declared.isCompared) return null
  const { settings, zone } = context.roster
  const basis = periodBasis(context.roster, scope, context.now)
  const asked = { spec, period: days }
  const { from, to } = comparisonOf(asked, basis, sharedCalendar(settings, null, zone))
  if (to <= from) return null
  const tomorrow = addDays(days.today, 1)
  const unit = isOver(days) ? days.unit : null
  const period = { from, to, until: to < tomorrow ? to : tomorrow, today: days.today, unit }
  const ofReps = await figures.ofReps(period)
  if (await totalRefusalOf(context, scope, { metric, figures, ofReps, days: period })) return null
  return { period, value: shown(measure(declared, await figures.ofScope(scope, period))) }
}

async function targetLine(
  context: AnswerContext,
  scope: Scope,
  { metric, figures: { targets }, days, sums }: Measuring & { sums: Sums },
): Promise<QuotaProgress | null> {
  const { store, roster, company, now } = context
  const { quotas, catalogue, pasts } = company
  if (!quotas.some((quota) => quota.metric === metric)) return null
  const asked = { metric, from: days.from, to: days.to }
  const counted = { reps: repsIn(roster, scope), targets, quotas, asked }
  if (isTargetKeptBack(context, scope, counted)) return null
  const basis = await readProgress(
    { store, roster, catalogue, pasts, targets, at: now },
    { scope, days, sums },
    metric,
  )
  return basis.target ? progressOf(basis) : null
}

/** The value of the asker's primary team, if enough of its members have data. */
async function teamLine(
  context: AnswerContext,
  subject: Subject,
  { metric, figures, ofReps, days }: Measuring,
): Promise<MetricLine['team']> {
  const declared = context.company.catalogue.orThrow(metric)
  const teamId = context.selfRep?.primaryTeamId
  const isOwn = subject.kind === 'rep' && subject.isAsker
  if (!isOwn || !teamId || declared.privacy !== 'public') return null
  const scope: Scope = { kind: 'team', teamId }
  if (!isBesideOwn(countedIn(context, scope, { metric, ofReps }))) return null
  if (await totalRefusalOf(context, scope, { metric, figures, ofReps, days })) return null
  const name = context.roster.teams.find((team) => team.id === teamId)?.name ?? teamId
  return { name, value: shown(measure(declared, await figures.ofScope(scope, days))) }
}

/** The asker's own place among the reps, if boards may name people. */
function rankLine(
  context: AnswerContext,
  subject: Subject,
  { metric, ofReps }: Measuring,
): MetricLine['rank'] {
  const declared = context.company.catalogue.orThrow(metric)
  const isOwn = subject.kind === 'rep' && subject.isAsker
  if (!isOwn || !isOnBoards(declared)) return null
  const { catalogue } = context.company
  const { settings, reps } = context.roster
  const board = publicBoard({ metric: declared, reps, sums: ofReps, settings, catalogue })
  return ownPlace(board, { rep: subject.ownerId, visibility: settings.visibility })
}
