/** Reads what a digest needs from the store and has the domain assemble the digest. */

import { stricterOf } from '../domain/access/boards.ts'
import { isOnBoards } from '../domain/access/metrics.ts'
import type { AskedPeriod } from '../domain/answer/asked-period.ts'
import { addDays, type Day, dayOf, dayStart } from '../domain/calendar/day.ts'
import { nameLastingPeriod } from '../domain/calendar/name-period.ts'
import { type PeriodBasis, resolvePeriod, THIS_MONTH } from '../domain/calendar/period.ts'
import { namedUnit } from '../domain/calendar/units.ts'
import { type Rep, type Roster, repsIn, type Scope } from '../domain/company/roster.ts'
import { isSalesPipeline, type Rules, repFor } from '../domain/company/rules.ts'
import type { DigestSetting, Visibility } from '../domain/company/settings.ts'
import { calendarOfScope, lastWorkingDay, workingDaysBack } from '../domain/company/working-time.ts'
import {
  type Attainment,
  assembleDigest,
  DAY_METRICS,
  type DigestReading,
  largeDeal,
} from '../domain/digest/assemble-digest.ts'
import type { Digest } from '../domain/digest/digest.ts'
import { moneyOf } from '../domain/facts/deal-tallies.ts'
import type { ShownIncomplete } from '../domain/figures/incomplete.ts'
import { addUp } from '../domain/figures/scope-figures.ts'
import { sourcesOf } from '../domain/figures/sources.ts'
import { measure, type Sums } from '../domain/metrics/measure.ts'
import type { Metric } from '../domain/metrics/metric.ts'
import { over, toNumber, ZERO } from '../domain/numbers/exact.ts'
import { periodInForce } from '../domain/quotas/target.ts'
import { createTargets, type Targets } from '../domain/quotas/targets.ts'
import { mapInTurns } from '../ports/turns.ts'
import { basisOf, isReadable, shownOf } from '../values/basis.ts'
import { type AnswerPorts, type CompanyContext, readCompanyContext } from '../values/context.ts'
import { readLedger, sumOfReps } from '../values/ledger.ts'
import { readProgress } from '../values/progress.ts'
import { figuresFor, type SumsByRep } from '../values/rep-figures.ts'
import type { DigestOrder, NotReady } from './order.ts'

export async function readDigest(
  ports: AnswerPorts,
  setting: DigestSetting,
  order: DigestOrder,
): Promise<Digest | NotReady> {
  const company = await readCompanyContext(ports, order.at)
  const { roster, rules } = company
  if (!roster || !rules) return { notReady: 'loading' }
  const scope = scopeFrom(setting.scope, roster)
  if (!scope) return { notReady: 'unknownScope' }
  const visibility = stricterOf(roster.settings.visibility, setting.visibility)
  if (!visibility) return { notReady: 'noVisibility' }
  const fresh = freshness(company, roster, { scope, setting })
  if (fresh.asOf === null) return { notReady: 'loading' }
  if (fresh.isStale && !order.force) return { notReady: 'stale' }
  const inputs = {
    ports,
    company,
    roster,
    rules,
    scope,
    setting,
    order,
    visibility,
    asOf: fresh.asOf,
    isStale: fresh.isStale,
  }
  return assembleDigest(await readAll(inputs))
}

interface DigestInputs {
  ports: AnswerPorts
  company: CompanyContext
  roster: Roster
  rules: Rules
  scope: Scope
  setting: DigestSetting
  order: DigestOrder
  visibility: Visibility
  asOf: number
  isStale: boolean
}

/** Parses `everyone`, `team:<id>` or `group:<name>`; `null` for a team or group that does not exist. */
export function scopeFrom(text: string, roster: Roster): Scope | null {
  if (text === 'everyone') return { kind: 'everyone' }
  const [kind, ...rest] = text.split(':')
  const id = rest.join(':')
  if (kind === 'team' && roster.teams.some((team) => team.id === id)) return { kind: 'team', teamId: id }
  return kind === 'group' && Object.hasOwn(roster.settings.groups, id) ? { kind: 'group', name: id } : null
}

function metricsOf(setting: DigestSetting): string[] {
  return [...new Set([setting.board, ...setting.columns, 'revenue', ...DAY_METRICS])]
}

/** The types that a digest rests on but that have never been read completely. */
export async function readIncomplete(
  ports: AnswerPorts,
  setting: DigestSetting,
  at: number,
): Promise<ShownIncomplete> {
  const company = await readCompanyContext(ports, at)
  const { catalogue, settings } = company
  const sources = sourcesOf(metricsOf(setting).map(catalogue.orThrow), { settings, catalogue })
  return shownOf(company, sources)
}

function freshness(
  company: CompanyContext,
  roster: Roster,
  { scope, setting }: { scope: Scope; setting: DigestSetting },
) {
  const { catalogue } = company
  const metrics = metricsOf(setting).map(catalogue.orThrow)
  const sources = sourcesOf(metrics, { settings: roster.settings, catalogue })
  const basis = basisOf(company, roster, { scope, sources })
  const asOf = basis.loading.length > 0 ? null : basis.asOf
  return { asOf, isStale: asOf !== null && company.now - asOf > setting.staleMinutes * 60_000 }
}

/** Metrics that rest on what cannot be read. The digest goes out without them. */
function leftOut({ company, roster, scope, setting }: DigestInputs): string[] {
  const { catalogue } = company
  return metricsOf(setting).filter((metric) => {
    const sources = sourcesOf([catalogue.orThrow(metric)], { settings: roster.settings, catalogue })
    return !isReadable(basisOf(company, roster, { scope, sources }))
  })
}

async function readAll(inputs: DigestInputs): Promise<DigestReading> {
  const { roster, scope, order } = inputs
  const reps = repsIn(roster, scope)
  const { metric, asked } = quotaPeriod(inputs)
  const calendar = calendarOfScope(roster, scope)
  const lastDay = lastWorkingDay(calendar, order.localDate)
  const weekAgo = workingDaysBack(calendar, order.localDate, 5)
  const monthAgo = workingDaysBack(calendar, order.localDate, 25)
  const toDate = await sumsOver(inputs, reps, asked.period)
  const { catalogue, quotas, pasts } = inputs.company
  const { store } = inputs.ports
  const targets = createTargets(roster, quotas)
  const days = { ...asked.period, today: order.localDate, unit: namedUnit(asked.spec) }
  const ofLastDay = await sumsOver(inputs, reps, { from: lastDay, until: addDays(lastDay, 1) })
  return {
    ...inputs,
    catalogue,
    title: titleOf(roster, scope),
    localDate: order.localDate,
    reps,
    asked,
    quota: {
      metric,
      basis: await readProgress(
        { store, roster, catalogue, pasts, targets, at: order.at },
        { scope, days, sums: sumOf(toDate, reps) },
        metric,
      ),
    },
    toDate,
    attainment: await readAttainments(targets, {
      reps,
      sums: toDate,
      period: asked.period,
      metric: catalogue.orThrow(metric),
    }),
    lastDay: { day: lastDay, sums: sumOf(ofLastDay, reps), byRep: ofLastDay },
    recent: await sumsOver(inputs, reps, { from: weekAgo, until: order.localDate }),
    earlier: await sumsOver(inputs, reps, { from: monthAgo, until: weekAgo }),
    dueThisWeekMinor: await readDueThisWeek(inputs, reps),
    largeDealMinor: await readLargeDeal(inputs, reps),
    leftOut: leftOut(inputs),
    lateMinutes: order.lateMinutes,
  }
}

function titleOf(roster: Roster, scope: Scope): string | null {
  if (scope.kind === 'team')
    return roster.teams.find((team) => team.id === scope.teamId)?.name ?? scope.teamId
  return scope.kind === 'group' ? scope.name : null
}

function basisOn({ roster, order }: DigestInputs): PeriodBasis {
  const { weekStart, fiscalYearStartMonth } = roster.settings
  return { today: order.localDate, weekStart, fiscalYearStartMonth }
}

/** The period of the quota in force for the board's metric if that is public, or for revenue, otherwise the month. */
function quotaPeriod(inputs: DigestInputs): { metric: string; asked: AskedPeriod } {
  const { roster, scope, setting, company, order } = inputs
  for (const metric of [setting.board, 'revenue']) {
    if (!isOnBoards(company.catalogue.orThrow(metric))) continue
    const span = periodInForce(roster, scope, { quotas: company.quotas, metric, today: order.localDate })
    if (!span) continue
    const spec = nameLastingPeriod(span, basisOn(inputs))
    return { metric, asked: { spec, period: resolvePeriod(spec, basisOn(inputs)) } }
  }
  const month = resolvePeriod(THIS_MONTH, basisOn(inputs))
  return { metric: 'revenue', asked: { spec: nameLastingPeriod(month, basisOn(inputs)), period: month } }
}

/** The sums of each rep, all over the same days. */
async function sumsOver(inputs: DigestInputs, reps: readonly Rep[], days: Span): Promise<SumsByRep> {
  const { ports, order, setting } = inputs
  const figures = figuresFor({ ...inputs, store: ports.store, now: order.at }, reps, metricsOf(setting))
  const asked = { to: days.until, ...days, today: order.localDate, unit: null }
  const sums = reps.map(
    async ({ id }) => [id, await figures.ofScope({ kind: 'rep', ownerId: id }, asked)] as const,
  )
  return new Map(await Promise.all(sums))
}

interface Span {
  from: Day
  until: Day
  /** If left out: `until`. */
  to?: Day
}

function sumOf(sums: SumsByRep, reps: readonly Rep[]): Sums {
  return addUp(reps.map((rep) => sums.get(rep.id) ?? {}))
}

interface Attaining {
  reps: readonly Rep[]
  sums: SumsByRep
  period: AskedPeriod['period']
  metric: Metric
}

/** Takes several turns of the event loop, since a quota can cover a year. */
async function readAttainments(
  targets: Targets,
  { reps, sums, period, metric }: Attaining,
): Promise<Map<string, Attainment>> {
  const pairs = await mapInTurns(reps, ({ id }): [string, Attainment][] => {
    const asked = { metric: metric.id, from: period.from, to: period.to }
    const { target, uncoveredDays } = targets({ kind: 'rep', ownerId: id }, asked)
    const actual = measure(metric, sums.get(id) ?? {}).value ?? ZERO
    const share = target && over(actual, target)
    return share ? [[id, { share: toNumber(share), uncoveredDays: uncoveredDays ?? 0 }]] : []
  })
  return new Map(pairs.flat())
}

/** Amounts of open sales deals due from today to the end of this week, for these reps without the archived ones. */
async function readDueThisWeek(inputs: DigestInputs, reps: readonly Rep[]): Promise<number[]> {
  const { ports, order, company } = inputs
  const { rules } = company
  if (!rules) return []
  const week = resolvePeriod({ kind: 'unit', unit: 'week', which: 0 }, basisOn(inputs))
  // One day more at either end, because each deal's due day is in its rep's own time zone.
  const from = dayStart(addDays(order.localDate, -1), 'UTC')
  const deals = await ports.store.facts.openDealsDue(from, dayStart(addDays(week.to, 1), 'UTC'))
  const zones = new Map(reps.filter((rep) => !rep.owner.isArchived).map((rep) => [rep.id, rep.zone]))
  const own = deals.filter(({ ownerId, pipelineId, closesAt }) => {
    const zone = zones.get(repFor(rules, ownerId ?? ''))
    if (!zone || closesAt === null || !isSalesPipeline(rules, pipelineId)) return false
    const day = dayOf(closesAt, zone)
    return day >= order.localDate && day < week.to
  })
  return own.flatMap((deal) => moneyOf(deal, rules) ?? [])
}

async function readLargeDeal(inputs: DigestInputs, reps: readonly Rep[]): Promise<number | null> {
  const from = addDays(inputs.order.localDate, -90)
  const { ports, order } = inputs
  const query = {
    reps,
    tallies: ['revenue', 'deals_won'] as const,
    from,
    until: order.localDate,
    at: order.at,
  }
  const sums = sumOfReps(await readLedger(ports.store, query), reps)
  return largeDeal(sums.revenue ?? 0, sums.deals_won ?? 0)
}
