/** One metric requested for one scope and period: the days it covers, and the data to compute it from. */

import type { PeriodSpec } from '../domain/calendar/period.ts'
import type { Account, CallOutcome, Owner } from '../domain/company/people.ts'
import { type Rep, type Roster, repsIn, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import type { Basis } from '../domain/figures/basis.ts'
import { type AskedDays, askedDays } from '../domain/figures/moment.ts'
import { sourcesOf } from '../domain/figures/sources.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import { measure, type Sums, shown, type Value } from '../domain/metrics/measure.ts'
import type { Metric } from '../domain/metrics/metric.ts'
import { type Missing, missingOf } from '../domain/metrics/missing.ts'
import type { UnloggedCalls } from '../domain/metrics/unlogged-calls.ts'
import { nearest } from '../domain/question/nearest.ts'
import type { Store } from '../ports/store.ts'
import { basisOf, isIncomplete } from '../values/basis.ts'
import { type AnswerPorts, type CompanyContext, readCompanyContext } from '../values/context.ts'
import type { FiguresContext } from '../values/figure-readers.ts'
import { readUnloggedCalls } from '../values/unlogged-calls.ts'
import { inPeriod, readPeriodOrThrow } from './asked-period.ts'

export interface ScopeOrder {
  scope: Scope
  /** As typed, such as `this month`. */
  period: string
  /** Epoch ms; left out: now. */
  at?: number | undefined
}

export interface MetricOrder extends ScopeOrder {
  metric: string
}

export interface AskedScope {
  scope: Scope
  days: AskedDays
  /** The tracked reps of the scope. */
  reps: readonly Rep[]
  context: FiguresContext
  directory: { account: Account; owners: readonly Owner[]; callOutcomes: readonly CallOutcome[] }
}

export interface AskedMetric extends AskedScope {
  metric: Metric
  basis: Basis
}

/** The message names the metrics with similar ids. */
export class UnknownMetricError extends Error {
  override name = 'UnknownMetricError'
}

function metricIn(catalogue: Catalogue, id: string): Metric {
  const metric = catalogue.find(id)
  if (metric) return metric
  const near = nearest(
    id,
    catalogue.all.map((one) => one.id),
  )
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  throw new UnknownMetricError(`There is no metric '${id}'.${meant} All metrics: run scoreline metrics list.`)
}

/** Throws `UnknownPeriodError` for words that are not a period, `UnknownMetricError` for an id not in the catalogue. */
export async function openMetric(
  ports: AnswerPorts,
  { metric, ...order }: MetricOrder,
): Promise<AskedMetric | 'neverRead' | 'unknownScope'> {
  const spec = readPeriodOrThrow(order.period)
  const company = await readCompanyContext(ports, order.at ?? ports.clock.now())
  const declared = metricIn(company.catalogue, metric)
  const asked = inPeriod(order.period, () => scopeIn(ports.store, company, { scope: order.scope, spec }))
  if (typeof asked === 'string') return asked
  const { roster, catalogue } = asked.context
  const sources = sourcesOf([declared], { settings: roster.settings, catalogue })
  return { metric: declared, ...asked, basis: basisOf(company, roster, { scope: asked.scope, sources }) }
}

/** What is requested of a scope besides metrics. Throws `UnknownPeriodError`. */
export async function openScope(
  ports: AnswerPorts,
  { scope, period, at }: ScopeOrder,
): Promise<(AskedScope & { company: CompanyContext }) | 'neverRead' | 'unknownScope'> {
  const spec = readPeriodOrThrow(period)
  const company = await readCompanyContext(ports, at ?? ports.clock.now())
  const asked = inPeriod(period, () => scopeIn(ports.store, company, { scope, spec }))
  return typeof asked === 'string' ? asked : { ...asked, company }
}

function scopeIn(
  store: Store,
  { now, roster, catalogue, rules, quotas, pasts, directory }: CompanyContext,
  { scope, spec }: { scope: Scope; spec: PeriodSpec },
): AskedScope | 'neverRead' | 'unknownScope' {
  const { account, owners, callOutcomes, pipelines } = directory
  if (!roster || !rules || !account) return 'neverRead'
  if (!isThere(roster, scope)) return 'unknownScope'
  return {
    scope,
    days: askedDays(roster, spec, { zone: zoneOfScope(roster, scope), at: now }),
    reps: repsIn(roster, scope),
    context: { store, roster, catalogue, quotas, pasts, pipelines, rules, at: now },
    directory: { account, owners, callOutcomes },
  }
}

export interface Outcome {
  value: Value
  /** Why there is no number, or none that means anything; `null`: there is a meaningful number. */
  missing: Missing | null
  /**
   * None of it is shown: a type it depends on is not completely read yet or may not be read at all, or it would reveal
   * what each person costs.
   */
  isKeptBack: boolean
}

export const NO_VALUE: Value = { value: null, numerator: null, denominator: null }

/** The metric computed from the sums of some days, withheld where nobody may see it. */
export function outcomeOf({ metric, reps, basis, context }: AskedMetric, sums: Sums): Outcome {
  const { settings } = context.roster
  const costedReps = reps.filter(({ id }) => (settings.repCost[id] ?? []).length > 0).length
  const missing = missingOf(metric, { settings, sums, costedReps })
  const isKeptBack = isIncomplete(basis) || missing === 'fewCosts'
  return { value: isKeptBack ? NO_VALUE : shown(measure(metric, sums)), missing, isKeptBack }
}

function isThere(roster: Roster, scope: Scope): boolean {
  switch (scope.kind) {
    case 'rep':
      return roster.reps.some((rep) => rep.id === scope.ownerId)
    case 'team':
      return roster.teams.some((team) => team.id === scope.teamId)
    case 'group':
      return roster.settings.groups[scope.name] !== undefined
    case 'everyone':
      return true
  }
}

/** Calls without an outcome, if they are the majority of the calls that the metric depends on. */
export function unloggedIn({ metric, reps, days, context }: AskedMetric): Promise<UnloggedCalls | null> {
  return readUnloggedCalls(context.store, metric, { roster: context.roster, reps, days, at: context.at })
}
