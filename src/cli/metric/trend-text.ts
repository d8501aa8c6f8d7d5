import {
  MOST_BUCKETS,
  type Trend,
  type TrendBucket,
  type TrendRefusal,
  type TrendUnit,
} from '../../domain/boards/trend.ts'
import type { Missing } from '../../domain/metrics/missing.ts'
import type { How, Texts } from '../../i18n/texts.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import { row, WIDTH, wrapped } from '../insights/lines.ts'
import { noNumberText } from './no-number.ts'

/** A trend as a text chart, with no line wider than a terminal. */
export function trendText(trend: Trend, texts: Texts, words: SourceWords): string {
  const { metric, by, basis, missing } = trend
  const period = `${trend.period.from} to before ${trend.period.to}`
  const lacking = noNumberText({ metric, period, missing, ...basis }, texts, words)
  const isRead = [basis.loading, basis.unreadable, basis.problems].every((lacking) => lacking.length === 0)
  const hasBars = lacking === null || (isRead && missing !== null && OF_THE_WHOLE.includes(missing))
  return [
    ...wrapped(`${texts.metricName(metric, 'full')} by ${by}, ${period}, ${basis.zone}`, ''),
    ...(lacking === null ? [] : wrapped(lacking)),
    ...(hasBars ? ['', ...chart(trend, texts), ...notes(trend)] : []),
  ].join('\n')
}

/** The whole period has no value yet, but days of it may have one. */
const OF_THE_WHOLE: readonly Missing[] = ['notBegun', 'notOver', 'noTimePassed']

function chart(trend: Trend, texts: Texts): string[] {
  const { metric, basis, buckets, whole } = trend
  // A quota that others have, or one for other days, would fill its columns with dashes.
  const quotaMetric = buckets.some(({ quota }) => quota && quota.target !== null) ? trend.quotaMetric : null
  const how: How = { currency: basis.currency, exponent: basis.exponent, detail: 'full' }
  const most = Math.max(...buckets.map(({ value }) => value ?? 0))
  const width = quotaMetric === null ? BAR : BAR_BESIDE_QUOTA
  const rows = buckets.map((bucket) =>
    row([
      [labelOf(bucket, trend.by), LABEL],
      [texts.value(metric, countedIn(bucket), how), -VALUE],
      ...(quotaMetric === null
        ? []
        : quotaCells(bucket, texts, { ...how, detail: 'short', metric: quotaMetric })),
      [barOf(bucket.value, most, width), width],
    ]),
  )
  const all = row([
    ['in all', LABEL],
    [texts.value(metric, whole.value, how), -VALUE],
  ])
  return [...(quotaMetric === null ? [] : [row(QUOTA_HEADS)]), ...rows, all]
}

/** Of days to come nothing can be counted yet, which is not 0. A forecast may have a number even there. */
function countedIn({ from, until, value }: TrendBucket): number | null {
  const isAhead = until <= from
  return isAhead && value === 0 ? null : value
}

const LABEL = 12
const VALUE = 14
const AMOUNT = 9
const SHARE = 7
const STATUS = 7
/** What the other columns leave of the line: two characters in front, and one between columns. */
const BAR = WIDTH - 2 - LABEL - 1 - VALUE - 1
const BAR_BESIDE_QUOTA = BAR - 2 * (AMOUNT + 1) - SHARE - 1 - STATUS - 1

type Cells = readonly (readonly [text: string, width: number])[]

const QUOTA_HEADS: Cells = [
  ['', LABEL],
  ['', -VALUE],
  ['reached', -AMOUNT],
  ['target', -AMOUNT],
  ['share', -SHARE],
  ['', STATUS],
]

function quotaCells({ quota }: TrendBucket, texts: Texts, how: How & { metric: string }): Cells {
  const share = quota?.attainment ?? null
  const isCovered = share === null || !quota?.uncoveredDays
  return [
    [texts.partValue('actual', quota?.actual ?? null, how), -AMOUNT],
    [texts.partValue('target', quota?.target ?? null, how), -AMOUNT],
    [`${texts.partValue('attainment', share, how)}${isCovered ? '' : UNCOVERED}`, -SHARE],
    [quota?.status ?? '', STATUS],
  ]
}

const PART = '*'
const UNCOVERED = '†'
const RUNNING = '…'

/** The first day of the bucket, or the month if it is one. */
function labelOf({ from, isPart, isRunning }: TrendBucket, by: TrendUnit): string {
  const day = by === 'month' && !isPart ? from.slice(0, 7) : from
  return `${day}${isPart ? PART : ''}${isRunning ? RUNNING : ''}`
}

/** As long as the value is relative to the largest; anything above 0 is visible. */
function barOf(value: number | null, most: number, width: number): string {
  if (value === null || value <= 0 || most <= 0) return ''
  return '█'.repeat(Math.max(1, Math.round((value / most) * width)))
}

function notes({ buckets, by, addsUp, whole }: Trend): string[] {
  const hasPart = buckets.some(({ isPart }) => isPart)
  const hasRunning = buckets.some(({ isRunning }) => isRunning)
  const ofSum = by === 'day' ? 'days' : `${by}s`
  return [
    ...(hasPart ? [`  ${PART} only part of the ${by} is in the period`] : []),
    ...(hasRunning && by !== 'day' ? [`  ${RUNNING} the ${by} is not over yet`] : []),
    ...uncoveredNote(buckets),
    ...(addsUp || whole.value === null ? [] : [`  The ${ofSum} do not add up to the total value.`]),
  ]
}

/** How many working days have no target, by the bucket's first day: these shares cover only part of the bucket. */
function uncoveredNote(buckets: readonly TrendBucket[]): string[] {
  const uncovered = buckets.flatMap(({ from, quota }) =>
    quota?.attainment != null && quota.uncoveredDays ? [`${from} ${quota.uncoveredDays}`] : [],
  )
  return uncovered.length === 0
    ? []
    : wrapped(`${UNCOVERED} working days without a target: ${uncovered.join(', ')}`)
}

export function noTrendText(metric: string, refused: TrendRefusal): string {
  switch (refused) {
    case 'snapshot':
      return `${metric} is the state now, and no other day is known: it has no trend. Ask for it without --by.`
    case 'table':
      return `${metric} is a table of stages: it has no trend. Ask for it without --by.`
    case 'tooLong':
      return `A trend has at most ${MOST_BUCKETS.toLocaleString('en')} rows. Ask for longer steps (--by month) or a shorter period.`
  }
}
