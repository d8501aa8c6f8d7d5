/** One metric for one scope and period. */
import type { Day } from '../domain/calendar/day.ts'
import type { FactType } from '../domain/facts.ts'
import { typesBehind } from '../domain/figures/sources.ts'
import { metricOrThrow } from '../domain/metrics/catalogue.ts'
import { measure, shown, type Value } from '../domain/metrics/measure.ts'
import { type Missing, missingOf } from '../domain/metrics/missing.ts'
import { type Roster, repsIn, type Scope } from '../domain/roster.ts'
import { type AnswerPorts, basisOf, readContext } from './context.ts'
import { figuresFor } from './desk.ts'
import { readPeriodOrThrow } from './report.ts'

export interface MetricOrder {
  metric: string
  scope: Scope
  period: string
  at?: number | undefined
}

export interface MetricFound extends Value {
  metric: string
  from: Day
  to: Day
  until: Day
  currency: string
  exponent: number
  /** Why there is no number, or none that means anything. */
  missing: Missing | null
  /** Types that it rests on and that HubSpot does not let the bot read. */
  unreadable: FactType[]
}

const NO_VALUE: Value = { value: null, numerator: null, denominator: null }

/** Throws `UnknownPeriodError` for words that are no period. */
export async function readMetric(
  ports: AnswerPorts,
  order: MetricOrder,
): Promise<MetricFound | 'neverRead' | 'unknownScope'> {
  const now = order.at ?? ports.clock.now()
  const spec = readPeriodOrThrow(order.period)
  const context = await readContext(ports, now)
  const { roster, rules } = context
  if (!roster || !rules) return 'neverRead'
  if (!isThere(roster, order.scope)) return 'unknownScope'
  const metric = metricOrThrow(order.metric)
  const reps = repsIn(roster, order.scope)
  const figures = figuresFor({ store: ports.store, context, roster, rules, now }, reps, [metric.id])
  const { from, to, until, today } = figures.daysOf(order.scope, spec)
  const sums = await figures.ofScope(order.scope, { from, to, until, today })
  const { settings, currency, exponent } = roster
  const costedReps = reps.filter((rep) => (settings.repCost[rep.id] ?? []).length > 0).length
  const missing = missingOf(metric, { settings, sums, costedReps })
  const types = typesBehind([metric], settings)
  const { unreadable } = basisOf(context, roster, { scope: order.scope, types })
  const isKnown = unreadable.length === 0 && missing !== 'fewCosts'
  const value = isKnown ? shown(measure(metric, sums)) : NO_VALUE
  return { metric: metric.id, ...value, from, to, until, currency, exponent, missing, unreadable }
}

function isThere(roster: Roster, scope: Scope): boolean {
  if (scope.kind === 'rep') return roster.reps.some((rep) => rep.id === scope.ownerId)
  return scope.kind !== 'team' || roster.teams.some((team) => team.id === scope.teamId)
}
