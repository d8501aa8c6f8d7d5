import type { AskedPeriod } from '../domain/answer.ts'
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

/** What a period is called, as it was asked for: 'this week', 'Q3', '1 Sep to 15 Sep'. */
export function periodName({ spec, period }: AskedPeriod, { say, formats }: Words): string {
  const known = fixedName(spec)
  if (known) return say(known)
  // Its year is named unless it is the one that runs.
  const isRunning = period.from < period.until && period.until < period.to
  const year = 'year' in spec ? String(spec.year) : period.from.slice(0, 4)
  switch (spec.kind) {
    case 'last':
      return say(spans[spec.unit], { n: spec.count })
    case 'since':
      return say('period.since', { day: formats.date(spec.day) })
    case 'month':
    case 'latestMonth':
      return formats.month(period.from, !isRunning)
    case 'quarter':
    case 'latestQuarter':
      return say(isRunning ? 'period.quarter' : 'period.quarterOfYear', { n: spec.quarter, year })
    case 'isoWeek':
      return say(isRunning ? 'period.week' : 'period.weekOfYear', { n: spec.week, year })
    default:
      return say('period.dates', {
        first: formats.date(period.from),
        last: formats.date(addDays(period.to, -1)),
      })
  }
}

function fixedName(spec: PeriodSpec): SentenceKey | undefined {
  if (spec.kind === 'day') return days[String(spec.which)]
  if (spec.kind === 'unit') return units[`${spec.unit}${spec.which}`]
  return spec.kind === 'toDate' ? toDates[spec.unit] : undefined
}
