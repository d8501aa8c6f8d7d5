/** One metric for one scope and period. */
import type { Day } from '../domain/calendar/day.ts'
import { resolvePeriod } from '../domain/calendar/period.ts'
import { metricOrThrow } from '../domain/metrics/catalogue.ts'
import { measure, shown, type Value } from '../domain/metrics/measure.ts'
import { talliesOf } from '../domain/metrics/metric.ts'
import { periodBasis, type Roster, repsIn, type Scope } from '../domain/roster.ts'
import { type AnswerPorts, readContext } from './context.ts'
import { readLedger, sumOfReps } from './ledger.ts'
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
}

/** Throws `UnknownPeriodError` for words that are no period. */
export async function readMetric(
  ports: AnswerPorts,
  order: MetricOrder,
): Promise<MetricFound | 'neverRead' | 'unknownScope'> {
  const now = order.at ?? ports.clock.now()
  const spec = readPeriodOrThrow(order.period)
  const { roster } = await readContext(ports, now)
  if (!roster) return 'neverRead'
  if (!isThere(roster, order.scope)) return 'unknownScope'
  const metric = metricOrThrow(order.metric)
  const { from, to, until } = resolvePeriod(spec, periodBasis(roster, order.scope, now))
  const reps = repsIn(roster, order.scope)
  const ledger = await readLedger(ports.store, { reps, tallies: talliesOf(metric), from, until, at: now })
  const value = shown(measure(metric, sumOfReps(ledger, reps)))
  const { currency, exponent } = roster
  return { metric: order.metric, ...value, from, to, until, currency, exponent }
}

function isThere(roster: Roster, scope: Scope): boolean {
  if (scope.kind === 'rep') return roster.reps.some((rep) => rep.id === scope.ownerId)
  return scope.kind !== 'team' || roster.teams.some((team) => team.id === scope.teamId)
}
