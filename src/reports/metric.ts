/** One metric for one scope and period. */

import type { Day } from '../domain/calendar/day.ts'
import type { Basis, Lacking } from '../domain/figures/basis.ts'
import type { Value } from '../domain/metrics/measure.ts'
import { isSnapshot, partsOf } from '../domain/metrics/metric.ts'
import type { Missing } from '../domain/metrics/missing.ts'
import type { UnloggedCalls } from '../domain/metrics/unlogged-calls.ts'
import type { AnswerPorts } from '../values/context.ts'
import { createFigures } from '../values/figures.ts'
import { type MetricOrder, NO_VALUE, openMetric, outcomeOf, unloggedIn } from './asked-metric.ts'

export interface MetricFound extends Value, Lacking {
  metric: string
  /** Whether it is the current state, whatever the period. */
  isStateNow: boolean
  from: Day
  to: Day
  until: Day
  currency: string
  exponent: number
  /** Why there is no number, or none that means anything. */
  missing: Missing | null
  /** Set if it depends on the outcomes of calls and more than half of them have none. */
  unlogged: UnloggedCalls | null
  /** The types it depends on that have not been read completely. */
  _meta: Pick<Basis, 'incomplete'>
}

/** Throws `UnknownPeriodError` and `UnknownMetricError`. */
export async function readMetric(
  ports: AnswerPorts,
  order: MetricOrder,
): Promise<MetricFound | 'neverRead' | 'unknownScope'> {
  const asked = await openMetric(ports, order)
  if (typeof asked === 'string') return asked
  const { metric, scope, days, reps, basis, context } = asked
  const figures = createFigures(context, { reps, parts: new Set(partsOf(metric)) })
  const { value: found, missing, isKeptBack } = outcomeOf(asked, await figures.ofScope(scope, days))
  // A missing part makes the value null, not 0.
  const value = missing === null ? found : NO_VALUE
  const { from, to, until } = days
  const { currency, exponent, loading, unreadable, problems, labels, incomplete } = basis
  const period = { from, to, until }
  return {
    metric: metric.id,
    isStateNow: isSnapshot(metric),
    ...value,
    ...period,
    ...{ currency, exponent, missing, loading, unreadable, problems, labels },
    unlogged: isKeptBack ? null : await unloggedIn(asked),
    _meta: { incomplete },
  }
}
