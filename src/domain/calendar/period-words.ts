/** The written forms of periods that the command line, settings and reports use. */
import { type PeriodProblem, readDate, readMonthName } from './date-words.ts'
import { type Day, daysBetween, isDay } from './day.ts'
import { weeksIn } from './iso-weeks.ts'
import type { PeriodSpec } from './period-spec.ts'

type ReadPeriod = PeriodSpec | PeriodProblem | null
type Reader = (match: RegExpExecArray) => ReadPeriod

const WHICH: Record<string, -1 | 0 | 1> = { last: -1, this: 0, next: 1 }
const DAYS: Record<string, -1 | 0 | 1> = { yesterday: -1, today: 0, 'this morning': 0, tomorrow: 1 }
const TO_DATE: Record<string, 'month' | 'quarter' | 'year'> = { mtd: 'month', qtd: 'quarter', ytd: 'year' }
const UNITS: Record<string, 'week' | 'month' | 'quarter' | 'year'> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}
const SPANS: Record<string, 'days' | 'weeks' | 'months'> = { day: 'days', week: 'weeks', month: 'months' }

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^(today|yesterday|tomorrow|this morning)$/, ([, word = '']) => spec({ kind: 'day', which: DAYS[word] })],
  [/^(this|last|next) (week|month|quarter|year)$/, ([, which = '', unit = '']) => readUnit(which, unit)],
  [/^last (\d{1,4}) (day|week|month)s?$/, ([, count = '', unit = '']) => readLast(Number(count), unit)],
  [/^(mtd|qtd|ytd)$/, ([, word = '']) => spec({ kind: 'toDate', unit: TO_DATE[word] })],
  [/^since (.+)$/, ([, start = '']) => readSince(start)],
  [/^(\d{4})-(\d{2})$/, ([, year = '', month = '']) => readMonth(Number(year), Number(month))],
  [/^([a-z]+)(?: (\d{4}))?$/, ([, name = '', year]) => readNamedMonth(name, year)],
  [/^(\d{4})-q([1-4])$/, ([, year = '', q = '']) => readQuarter(q, year)],
  [/^q([1-4])(?: (?:fy ?)?(\d{4}|(?<=fy ?)\d\d))?$/, ([, q = '', year]) => readQuarter(q, year)],
  [/^(\d{4})-h([12])$/, ([, year = '', half = '']) => readHalf(half, year)],
  [/^h([12])(?: (?:fy ?)?(\d{4}|(?<=fy ?)\d\d))?$/, ([, half = '', year]) => readHalf(half, year)],
  [/^(?:fy ?)?(\d{4}|(?<=fy ?)\d\d)$/, ([, year = '']) => readYear(fullYear(year))],
  [/^(\d{4})-w(\d{2})$/, ([, year = '', week = '']) => readWeek(Number(week), Number(year))],
  [
    /^week (\d{1,2})(?: (\d{4}))?$/,
    ([, week = '', year]) => readWeek(Number(week), Number(year ?? Number.NaN)),
  ],
  [
    /^(?:from )?(.+?)(?:\.\.| to | until | - |–| – )(.+)$/,
    ([, first = '', last = '']) => readRange(first, last),
  ],
  [/^between (.+) and (.+)$/, ([, first = '', last = '']) => readRange(first, last)],
]

/** Reads `this month`, `2026-Q3`, `last friday`, `2026-10-01..2026-10-31` and similar; `null` for anything else. */
export function readPeriod(text: string): PeriodSpec | null {
  const read = readTypedPeriod(text)
  return typeof read === 'string' ? null : read
}

/** The same, saying what is wrong with words that have the form of a period. */
export function readTypedPeriod(text: string): ReadPeriod {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(words)
    const period = match && read(match)
    if (period) return period
  }
  return readDate(words)
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

function isSalesYear(year: number): boolean {
  return year >= 2000 && year < 2100
}

/** `26` is 2026. */
function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

function readMonth(year: number, month: number): PeriodSpec | null {
  return month >= 1 && month <= 12 ? { kind: 'month', year, month } : null
}

function readNamedMonth(name: string, year: string | undefined): PeriodSpec | null {
  const month = readMonthName(name)
  if (month === null) return null
  return year ? { kind: 'month', year: Number(year), month } : { kind: 'latestMonth', month }
}

function readQuarter(number: string, year: string | undefined): PeriodSpec {
  const quarter = Number(number)
  return year ? { kind: 'quarter', year: fullYear(year), quarter } : { kind: 'latestQuarter', quarter }
}

function readHalf(number: string, year: string | undefined): PeriodSpec {
  const half = Number(number)
  return year ? { kind: 'half', year: fullYear(year), half } : { kind: 'latestHalf', half }
}

function readYear(year: number): PeriodSpec | null {
  return isSalesYear(year) ? { kind: 'year', year } : null
}

/** No year has more weeks than 53. */
const MOST_WEEKS = 53

function readWeek(week: number, year: number): ReadPeriod {
  if (week < 1 || week > (Number.isNaN(year) ? MOST_WEEKS : weeksIn(year))) return 'noSuchWeek'
  return Number.isNaN(year) ? { kind: 'latestWeek', week } : { kind: 'isoWeek', year, week }
}

function readSince(start: string): ReadPeriod {
  const of = readTypedPeriod(start)
  return of === null || typeof of === 'string' ? of : sinceOf(of)
}

/** From the first day of a period up to and including today. */
export function sinceOf(of: PeriodSpec): PeriodSpec | null {
  if (of.kind === 'date') return isSalesDay(of.day) ? { kind: 'since', day: of.day } : null
  return canBegin(of) ? { kind: 'sinceStart', of } : null
}

function canBegin({ kind }: PeriodSpec): boolean {
  return !['since', 'sinceStart', 'range', 'between', 'toDate'].includes(kind)
}

function readRange(first: string, last: string): ReadPeriod {
  const end = readTypedPeriod(last)
  const start = /^\d{1,2}$/.test(first) ? sameMonth(Number(first), end) : readTypedPeriod(first)
  const numbered = /^\d{1,2}$/.test(last) ? sameMonth(Number(last), start) : end
  return rangeOf(start, numbered)
}

/** '1 to 15 oct': a number takes the month of the date beside it. */
export function sameMonth(day: number, date: ReadPeriod): ReadPeriod {
  if (date === null || typeof date === 'string') return date
  if (date.kind === 'latestDate') return readDate(`${day} ${date.month}`)
  return date.kind === 'date' ? readDate(`${date.day.slice(0, 8)}${String(day).padStart(2, '0')}`) : null
}

/** From the first day of one period to the last day of another. */
export function rangeOf(first: ReadPeriod, last: ReadPeriod): ReadPeriod {
  if (first === null || typeof first === 'string') return first
  if (last === null || typeof last === 'string') return last
  if (first.kind !== 'date' || last.kind !== 'date')
    return canBegin(first) && canBegin(last) ? { kind: 'between', first, last } : null
  if (!isSalesDay(first.day) || !isSalesDay(last.day)) return null
  if (first.day > last.day) return 'endsBeforeItBegins'
  return daysBetween(first.day, last.day) < (MOST['day'] ?? 0)
    ? { kind: 'range', first: first.day, last: last.day }
    : null
}
