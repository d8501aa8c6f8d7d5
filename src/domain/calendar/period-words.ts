/** The written forms of periods that the command line, settings and reports use. */
import { type Day, daysBetween, isDay } from './day.ts'
import type { PeriodSpec } from './period.ts'

/** The months in English, January first. */
export const MONTH_NAMES: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

type Reader = (match: RegExpExecArray) => PeriodSpec | null

const WHICH: Record<string, -1 | 0 | 1> = { last: -1, this: 0, next: 1 }
const DAYS: Record<string, -1 | 0 | 1> = { yesterday: -1, today: 0, tomorrow: 1 }
const TO_DATE: Record<string, 'month' | 'quarter' | 'year'> = { mtd: 'month', qtd: 'quarter', ytd: 'year' }
const UNITS: Record<string, 'week' | 'month' | 'quarter' | 'year'> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}
const SPANS: Record<string, 'days' | 'weeks' | 'months'> = { day: 'days', week: 'weeks', month: 'months' }

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^(today|yesterday|tomorrow)$/, ([, word = '']) => spec({ kind: 'day', which: DAYS[word] })],
  [/^(this|last|next) (week|month|quarter|year)$/, ([, which = '', unit = '']) => readUnit(which, unit)],
  [/^last (\d{1,4}) (day|week|month)s?$/, ([, count = '', unit = '']) => readLast(Number(count), unit)],
  [/^(mtd|qtd|ytd)$/, ([, word = '']) => spec({ kind: 'toDate', unit: TO_DATE[word] })],
  [/^since (\S+)$/, ([, day = '']) => (isSalesDay(day) ? { kind: 'since', day } : null)],
  [/^(\d{4})-(\d{2})$/, ([, year = '', month = '']) => readMonth(Number(year), Number(month))],
  [/^([a-z]+)(?: (\d{4}))?$/, ([, name = '', year]) => readNamedMonth(name, year)],
  [
    /^(\d{4})-q([1-4])$/,
    ([, year = '', q = '']) => ({ kind: 'quarter', year: Number(year), quarter: Number(q) }),
  ],
  [/^q([1-4])$/, ([, q = '']) => ({ kind: 'latestQuarter', quarter: Number(q) })],
  [/^(\d{4})-w(\d{2})$/, ([, year = '', week = '']) => readWeek(Number(year), Number(week))],
  [/^(\S+)\.\.(\S+)$/, ([, first = '', last = '']) => readRange(first, last)],
]

/** Reads `this month`, `2026-Q3`, `last 7 days`, `2026-10-01..2026-10-31` and similar; `null` for anything else. */
export function readPeriod(text: string): PeriodSpec | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(words)
    if (match) return read(match)
  }
  return null
}

type Partially<T> = T extends unknown ? { [K in keyof T]: T[K] | undefined } : never

function isWhole(value: Partially<PeriodSpec>): value is PeriodSpec {
  return Object.values(value).every((part) => part !== undefined)
}

function spec(value: Partially<PeriodSpec>): PeriodSpec | null {
  return isWhole(value) ? value : null
}

function readUnit(which: string, unit: string): PeriodSpec | null {
  if (which === 'next' && unit === 'year') return null
  return spec({ kind: 'unit', unit: UNITS[unit], which: WHICH[which] })
}

/** Ten years in each unit: a longer period would contain no more sales, yet every one of its days would be visited. */
const MOST: Record<string, number> = { day: 3660, week: 523, month: 120 }

function readLast(count: number, unit: string): PeriodSpec | null {
  return count < 1 || count > (MOST[unit] ?? 0) ? null : spec({ kind: 'last', count, unit: SPANS[unit] })
}

function isSalesDay(day: Day): boolean {
  return isDay(day) && day >= '2000-01-01' && day < '2100-01-01'
}

function readMonth(year: number, month: number): PeriodSpec | null {
  return month >= 1 && month <= 12 ? { kind: 'month', year, month } : null
}

function readNamedMonth(name: string, year: string | undefined): PeriodSpec | null {
  const month =
    MONTH_NAMES.findIndex((full) => full === name || (name.length === 3 && full.startsWith(name))) + 1
  if (month === 0) return null
  return year ? { kind: 'month', year: Number(year), month } : { kind: 'latestMonth', month }
}

function readWeek(year: number, week: number): PeriodSpec | null {
  return week >= 1 && week <= weeksIn(year) ? { kind: 'isoWeek', year, week } : null
}

/** 53 if the year begins on a Thursday, or on a Wednesday in a leap year (ISO 8601); otherwise 52. */
function weeksIn(year: number): number {
  const firstWeekday = new Date(Date.UTC(year, 0, 1)).getUTCDay()
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  return firstWeekday === 4 || (isLeap && firstWeekday === 3) ? 53 : 52
}

function readRange(first: string, last: string): PeriodSpec | null {
  if (!isSalesDay(first) || !isSalesDay(last) || first > last) return null
  return daysBetween(first, last) < (MOST['day'] ?? 0) ? { kind: 'range', first, last } : null
}
