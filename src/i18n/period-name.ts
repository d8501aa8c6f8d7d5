import type { AskedPeriod } from '../domain/answer/asked-period.ts'
import { addDays } from '../domain/calendar/day.ts'
import type { PeriodSpec } from '../domain/calendar/period.ts'
import type { Formats } from './formats.ts'
import type { SentenceKey } from './language.ts'

interface Words {
  say(key: SentenceKey, values?: Record<string, string | number>): string
  formats: Formats
}

const days: Record<string, SentenceKey> = {
  '-1': 'period.yesterday',
  '0': 'period.today',
  '1': 'period.tomorrow',
}

const units: Record<string, SentenceKey> = {
  'week-1': 'period.lastWeek',
  week0: 'period.thisWeek',
  week1: 'period.nextWeek',
  'month-1': 'period.lastMonth',
  month0: 'period.thisMonth',
  month1: 'period.nextMonth',
  'quarter-1': 'period.lastQuarter',
  quarter0: 'period.thisQuarter',
  quarter1: 'period.nextQuarter',
  'year-1': 'period.lastYear',
  year0: 'period.thisYear',
  year1: 'period.nextYear',
}

const spans = {
  days: 'period.lastDays',
  weeks: 'period.lastWeeks',
  months: 'period.lastMonths',
} as const satisfies Record<string, SentenceKey>

const toDates = {
  month: 'period.monthToDate',
  quarter: 'period.quarterToDate',
  year: 'period.yearToDate',
} as const satisfies Record<string, SentenceKey>

/** The name of a period as it was asked for: 'this week', 'Q3', '1 Sep to 15 Sep'. */
export function periodName({ spec, period }: AskedPeriod, { say, formats }: Words, hasYear: boolean): string {
  const known = fixedName(spec)
  if (known && spec.kind === 'day' && spec.which !== 0)
    return say('period.dated', { period: say(known), dates: formats.day(period.from) })
  if (known) return say(known)
  // The year is named unless it is known or the period is still running.
  const isRunning = period.from < period.until && period.until < period.to
  const isPlain = isRunning || !hasYear
  const year = 'year' in spec ? String(spec.year) : period.from.slice(0, 4)
  switch (spec.kind) {
    case 'last':
      return say('period.dated', { period: say(spans[spec.unit], { n: spec.count }), dates: dates() })
    case 'since':
    case 'sinceStart':
      return say('period.since', { day: formats.date(period.from) })
    case 'date':
    case 'latestDate':
      return hasYear ? formats.fullDate(period.from) : formats.date(period.from)
    case 'weekday':
      return formats.day(period.from)
    case 'month':
    case 'latestMonth':
      return formats.month(period.from, !isPlain)
    case 'quarter':
    case 'latestQuarter':
      return say(isPlain ? 'period.quarter' : 'period.quarterOfYear', { n: spec.quarter, year })
    case 'isoWeek':
      return say(isPlain ? 'period.week' : 'period.weekOfYear', { n: spec.week, year })
    case 'latestWeek':
      return say('period.weekOfYear', { n: spec.week, year: addDays(period.from, 3).slice(0, 4) })
    case 'half':
    case 'latestHalf':
      return say('period.half', { n: spec.half, year })
    default:
      return wholeName(period, formats, hasYear) ?? dates()
  }

  function dates(): string {
    const last = addDays(period.to, -1)
    const first = period.from
    const isThisYear = spec.kind === 'last' || first.slice(0, 4) === last.slice(0, 4)
    const start = isThisYear ? formats.date(first) : formats.fullDate(first)
    const isDated = hasYear && spec.kind === 'range' && !isRunning
    return say('period.dates', { first: start, last: isDated ? formats.fullDate(last) : formats.date(last) })
  }
}

/** A whole year or month goes by its name, however it was asked for. */
function wholeName(
  { from, to }: AskedPeriod['period'],
  formats: Formats,
  hasYear: boolean,
): string | undefined {
  if (!from.endsWith('-01') || !to.endsWith('-01')) return undefined
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  if (months === 12 && from.endsWith('-01-01')) return from.slice(0, 4)
  return months === 1 ? formats.month(from, hasYear) : undefined
}

function fixedName(spec: PeriodSpec): SentenceKey | undefined {
  if (spec.kind === 'day') return days[String(spec.which)]
  if (spec.kind === 'unit') return units[`${spec.unit}${spec.which}`]
  return spec.kind === 'toDate' ? toDates[spec.unit] : undefined
}
