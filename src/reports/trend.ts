/** A metric by day, week or month: the tallies are read once, by day, and each bucket is computed as a period of its own. */

import {
  type Bucket,
  bucketsOf,
  isTooLong,
  quotaMetricOf,
  type Trend,
  type TrendBucket,
  type TrendRefusal,
  type TrendUnit,
  trendBucket,
  trendRefusal,
} from '../domain/boards/trend.ts'
import { talliesBehind } from '../domain/figures/tallies-behind.ts'
import type { Sums } from '../domain/metrics/measure.ts'
import { partsOf, talliesOf } from '../domain/metrics/metric.ts'
import type { Part } from '../domain/metrics/parts.ts'
import { progressOf, type QuotaProgress } from '../domain/quotas/progress.ts'
import { quotaMetrics } from '../domain/quotas/quota.ts'
import { yieldTurn } from '../ports/turns.ts'
import type { AnswerPorts } from '../values/context.ts'
import { withDaysInMemory } from '../values/day-ledger.ts'
import { createFigures, type Figures } from '../values/figures.ts'
import { readProgress } from '../values/progress.ts'
import { type AskedMetric, type MetricOrder, openMetric, outcomeOf } from './asked-metric.ts'
import { FUNNEL } from './funnel.ts'

export interface TrendOrder extends MetricOrder {
  by: TrendUnit
}

/** Throws `UnknownPeriodError` and `UnknownMetricError`. */
export async function readTrend(
  ports: AnswerPorts,
  order: TrendOrder,
): Promise<Trend | { refused: TrendRefusal } | 'neverRead' | 'unknownScope'> {
  if (order.metric === FUNNEL) return { refused: 'table' }
  const asked = await openMetric(ports, order)
  if (typeof asked === 'string') return asked
  const { metric, scope, days, context, basis } = asked
  const refused = trendRefusal(metric) ?? (isTooLong(days, order.by) ? 'tooLong' : null)
  if (refused) return { refused }
  const view: TrendView = { asked, quotaMetric: quotaMetricOf(metric, quotaMetrics(context.quotas)) }
  const figures = await readFigures(view)
  const { value, missing } = outcomeOf(asked, await figures.ofScope(scope, days))
  return {
    metric: metric.id,
    by: order.by,
    basis,
    period: { from: days.from, to: days.to, until: days.until },
    whole: value,
    missing,
    addsUp: metric.addsUp,
    quotaMetric: view.quotaMetric,
    buckets: await readBuckets(view, figures, bucketsOf(days, order.by, context.roster.settings.weekStart)),
  }
}

interface TrendView {
  asked: AskedMetric
  /** The metric that provides the target shown with each bucket. */
  quotaMetric: string | null
}

async function readFigures({ asked, quotaMetric }: TrendView): Promise<Figures> {
  const { metric, days, reps, context } = asked
  const parts = new Set<Part>(partsOf(metric))
  const { roster, catalogue } = context
  const beside = quotaMetric === null ? [] : talliesOf(catalogue.orThrow(quotaMetric))
  const behind = talliesBehind(parts, { settings: roster.settings, catalogue })
  const tallies = [...new Set([...behind, ...beside])]
  const { from, until } = days
  const store = await withDaysInMemory(context.store, { reps, tallies, from, until, at: context.at })
  return createFigures({ ...context, store }, { reps, parts, tallies: beside })
}

async function readBuckets(
  view: TrendView,
  figures: Figures,
  buckets: readonly Bucket[],
): Promise<TrendBucket[]> {
  const read: TrendBucket[] = []
  for (const bucket of buckets) {
    const sums = await figures.ofScope(view.asked.scope, bucket)
    const { value, isKeptBack } = outcomeOf(view.asked, sums)
    const progress = isKeptBack ? null : await progressIn(view, figures, { bucket, sums })
    read.push(trendBucket(bucket, value, progress))
    await yieldTurn()
  }
  return read
}

async function progressIn(
  { asked: { context, scope }, quotaMetric }: TrendView,
  { targets }: Figures,
  { bucket, sums }: { bucket: Bucket; sums: Sums },
): Promise<QuotaProgress | null> {
  if (quotaMetric === null) return null
  const basis = await readProgress({ ...context, targets }, { scope, days: bucket, sums }, quotaMetric)
  return progressOf(basis)
}
