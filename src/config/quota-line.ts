/** One line of a quota file: its five fields become a quota, or reasons why not. */
import { addDays, type Day, isDay } from '../domain/calendar/day.ts'
import type { QuotaSetting } from '../domain/company/settings.ts'
import type { KnownMetrics } from './known-metrics.ts'
import { type People, type Reading, readHolder } from './quota-holders.ts'
import { decimal } from './values.ts'

export const QUOTA_COLUMNS = ['who', 'metric', 'from', 'to', 'target'] as const
export type QuotaColumn = (typeof QUOTA_COLUMNS)[number]

export interface QuotasCsvBasis {
  people: People
  known: KnownMetrics
  /** The instant at which the quotas are made, as ISO text. */
  at: string
}

const ABOVE_ZERO = decimal({ value: 0, included: false })

/** Every reason at once. Both days of a line are included; the end of a quota is not. */
export function readQuotaLine(
  field: (column: QuotaColumn) => string,
  { people, known, at }: QuotasCsvBasis,
): { quota: QuotaSetting } | { reasons: string[] } {
  const who = readHolder(field('who'), people)
  const metric = readMetric(field('metric'), known)
  const from = readDay('from', field('from'))
  const last = readDay('to', field('to'))
  const target = readTarget(field('target'))
  if ('reason' in who || 'reason' in metric || 'reason' in from || 'reason' in last || 'reason' in target) {
    const readings = [who, metric, from, last, target]
    return { reasons: readings.flatMap((reading) => ('reason' in reading ? [reading.reason] : [])) }
  }
  if (last.value < from.value) return { reasons: [`to (${last.value}) is before from (${from.value})`] }
  const days = { from: from.value, to: addDays(last.value, 1) }
  return {
    quota: { source: 'csv', who: who.value, metric: metric.value, ...days, target: target.value, at },
  }
}

function readMetric(text: string, { all, additive }: KnownMetrics): Reading<string> {
  const id = text.toLowerCase()
  if (additive.has(id)) return { value: id }
  if (all.has(id))
    return { reason: `metric "${text}" does not add up over days, so that it can have no quota` }
  return { reason: `there is no metric "${text}"` }
}

function readDay(column: QuotaColumn, text: string): Reading<Day> {
  return isDay(text)
    ? { value: text }
    : { reason: `${column} "${text}" is no day that exists, as YYYY-MM-DD` }
}

function readTarget(text: string): Reading<string> {
  const read = ABOVE_ZERO.safeParse(text)
  if (read.success) return { value: read.data }
  return { reason: `target "${text}" is no number above 0 such as 12500.50, without separators of thousands` }
}
