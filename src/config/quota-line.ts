/** One line of a quota file: its five fields become a quota, or the reasons why they cannot. */
import { addDays, type Day } from '../domain/calendar/day.ts'
import type { QuotaSetting } from '../domain/company/settings.ts'
import { fold } from '../domain/question/fold.ts'
import type { KnownMetrics } from './known-metrics.ts'
import { type DaysBasis, readDays, type WrittenDays } from './quota-days.ts'
import { type People, readHolder } from './quota-holders.ts'
import { type Money, readTarget } from './quota-target.ts'
import type { Reading } from './reading.ts'

export const QUOTA_COLUMNS = ['who', 'metric', 'from', 'to', 'target'] as const
export type QuotaColumn = (typeof QUOTA_COLUMNS)[number]

/** A name under which a metric is shown or can be typed, in any language. */
export interface MetricName {
  id: string
  name: string
}

export interface QuotasCsvBasis {
  people: People
  known: KnownMetrics
  /** Names that are accepted besides the ids. */
  metricNames: readonly MetricName[]
  /** The company's currency. */
  money: Money
  fiscalYearStartMonth: number
  /** The instant of the import, as ISO text. */
  at: string
}

/** What is computed once for all lines of a file. */
export interface FileBasis extends QuotasCsvBasis, DaysBasis {
  /** Ids by `nameKey`. One name can mean several metrics. */
  idsByName: ReadonlyMap<string, ReadonlySet<string>>
}

export function idsByName(names: readonly MetricName[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>()
  for (const { id, name } of names) {
    const key = nameKey(name)
    ids.set(key, (ids.get(key) ?? new Set()).add(id))
  }
  return ids
}

export type Field = (column: QuotaColumn) => string

/** Reports every reason at once. In the file the `to` day is included; in the quota it is the day after. */
export function readQuotaLine(
  field: Field,
  basis: FileBasis,
): { quota: QuotaSetting } | { reasons: string[] } {
  const who = readHolder(field('who'), basis.people)
  const metric = readMetric(field('metric'), basis)
  const from = readColumn('from', field('from'), basis)
  const to = readEnd(field('to'), from, basis)
  const isMoney = !('value' in metric) || basis.known.money.has(metric.value)
  const target = readTarget(field('target'), isMoney ? basis.money : null)
  if ('reason' in who || 'reason' in metric || 'reason' in from || 'reason' in to || 'reason' in target) {
    const readings = [who, metric, from, to, target]
    return { reasons: readings.flatMap((reading) => ('reason' in reading ? [reading.reason] : [])) }
  }
  const days = { from: from.value.from, to: to.value }
  if (days.to <= days.from) return { reasons: [`to (${addDays(days.to, -1)}) is before from (${days.from})`] }
  return {
    quota: {
      source: 'csv',
      who: who.value,
      metric: metric.value,
      ...days,
      target: target.value,
      at: basis.at,
    },
  }
}

function readMetric(text: string, { known, idsByName }: FileBasis): Reading<string> {
  const id = text.toLowerCase()
  const meant = known.all.has(id) ? [id] : [...(idsByName.get(nameKey(text)) ?? [])]
  const addable = meant.filter((one) => known.additive.has(one))
  const [found, ...others] = addable
  if (others.length > 0)
    return { reason: `metric "${text}" may mean ${addable.join(' or ')}: write one of them` }
  if (found !== undefined) return { value: found }
  if (meant.length > 0)
    return { reason: `metric "${text}" does not add up over days, so it cannot have a quota` }
  return { reason: `there is no metric "${text}"` }
}

/** Names that differ only in case, accents, `-`, `_` or spaces have one key. */
function nameKey(name: string): string {
  return fold(name)
    .replace(/[\s\-_]+/g, ' ')
    .trim()
}

function readColumn(column: QuotaColumn, text: string, basis: DaysBasis): Reading<WrittenDays> {
  const read = readDays(text, basis)
  return 'reason' in read ? { reason: `${column} ${read.reason}` } : read
}

/** The day after the last one. `to` can be left blank if `from` is a month or quarter. */
function readEnd(text: string, from: Reading<WrittenDays>, basis: DaysBasis): Reading<Day> {
  if (text === '' && 'value' in from && from.value.isPeriod) return { value: from.value.to }
  const read = readColumn('to', text, basis)
  return 'reason' in read ? read : { value: read.value.to }
}
