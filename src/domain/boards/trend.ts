/** Trends: one metric over the days, weeks or months of a period. */

import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import { isRunning, type Period, weekStartOf } from '../calendar/period.ts'
import type { Basis } from '../figures/basis.ts'
import type { AskedDays } from '../figures/moment.ts'
import type { Value } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Missing } from '../metrics/missing.ts'
import type { QuotaProgress } from '../quotas/progress.ts'

export const TREND_UNITS = ['day', 'week', 'month'] as const
export type TrendUnit = (typeof TREND_UNITS)[number]

/** The reporting days of one day, week or month. `isPart`: the period covers only a part of the week or month. */
export interface Bucket extends AskedDays {
  isPart: boolean
}

/** A period cut into days, weeks or months, in order; the first and the last bucket may cover only a part of theirs. */
export function bucketsOf(days: AskedDays, by: TrendUnit, weekStart: number): Bucket[] {
  const { today } = days
  const buckets: Bucket[] = []
  for (let from = days.from; from < days.to; ) {
    const whole = wholeUnit(from, by, weekStart)
    const to = earlier(whole.to, days.to)
    const isPart = from !== whole.from || to !== whole.to
    const unit = isPart || by === 'day' ? null : by
    buckets.push({ from, to, until: earlier(to, addDays(today, 1)), today, unit, isPart })
    from = to
  }
  return buckets
}

function wholeUnit(day: Day, by: TrendUnit, weekStart: number): { from: Day; to: Day } {
  switch (by) {
    case 'day':
      return { from: day, to: addDays(day, 1) }
    case 'week': {
      const from = weekStartOf(day, weekStart)
      return { from, to: addDays(from, 7) }
    }
    case 'month': {
      const from = monthStart(day)
      return { from, to: monthStart(addDays(from, 31)) }
    }
  }
}

function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** Nobody can take in more, and each is computed as a period of its own. */
export const MOST_BUCKETS = 1_000

const SHORTEST_DAYS: Readonly<Record<TrendUnit, number>> = { day: 1, week: 7, month: 28 }

/** Judged by the length of the period alone, since even the days of some thousand years are too many to look at. */
export function isTooLong({ from, to }: Pick<Period, 'from' | 'to'>, by: TrendUnit): boolean {
  return daysBetween(from, to) > MOST_BUCKETS * SHORTEST_DAYS[by]
}

/**
 * Why a metric has no trend: it is a snapshot of the current state, which says nothing about other days, or a table; or
 * the period is too long for the unit.
 */
export type TrendRefusal = 'snapshot' | 'table' | 'tooLong'

export function trendRefusal({ hasTrend }: Metric): TrendRefusal | null {
  return hasTrend ? null : 'snapshot'
}

/**
 * The metric that provides the target shown with a metric; `null` if there is none. An additive metric has a target
 * only if some quota is set for it.
 */
export function quotaMetricOf({ kind, quotaMetric }: Metric, withQuota: readonly string[]): string | null {
  if (kind === 'additive' && quotaMetric !== null) return withQuota.includes(quotaMetric) ? quotaMetric : null
  return quotaMetric
}

export type BucketQuota = Pick<QuotaProgress, 'target' | 'actual' | 'attainment' | 'status' | 'uncoveredDays'>

/** One bar of a trend: the same value as the report gives for these days. */
export interface TrendBucket extends Value, Period {
  isPart: boolean
  /** Whether today is in it. */
  isRunning: boolean
  /** Progress towards the target for these days; `null` if the metric has no quota. */
  quota: BucketQuota | null
}

export interface Trend {
  metric: string
  by: TrendUnit
  basis: Basis
  period: Period
  /** Over the whole period. */
  whole: Value
  /** Why the whole period has no number, or no meaningful one; `null` if it has one. */
  missing: Missing | null
  addsUp: boolean
  /** The metric that provides each bucket's target and attainment; `null` if there is none. */
  quotaMetric: string | null
  buckets: TrendBucket[]
}

export function trendBucket(
  { from, to, until, today, isPart }: Bucket,
  value: Value,
  progress: QuotaProgress | null,
): TrendBucket {
  return {
    from,
    to,
    until,
    ...value,
    isPart,
    isRunning: isRunning({ from, to }, today),
    quota: quotaOf(progress),
  }
}

function quotaOf(progress: QuotaProgress | null): BucketQuota | null {
  if (!progress) return null
  const { target, actual, attainment, status, uncoveredDays } = progress
  return { target, actual, attainment, status, uncoveredDays }
}
