/** Single days as people write them: weekdays, and days of a month with or without a year. */
import { dayOfYear } from './begun.ts'
import { isDay } from './day.ts'
import type { PeriodSpec, WhichWeekday } from './period-spec.ts'

/**
 * Why words that have the form of a period are not one: the date or the week does not exist, the range ends before it
 * begins, or `3/4` can be a day in March or in April.
 */
export type PeriodProblem = 'noSuchDay' | 'noSuchWeek' | 'endsBeforeItBegins' | 'dayOrMonth'

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

/** The weekdays in English, Monday first. */
export const WEEKDAY_NAMES: readonly string[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

type ReadDate = PeriodSpec | PeriodProblem | null
type Reader = (match: RegExpExecArray) => ReadDate

const YEAR = '(\\d{4})'

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^(?:(last|this|next) )?([a-z]+)$/, ([, which, name = '']) => readWeekday(name, which)],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, year, month, day]) => readNumbers({ year, month, day })],
  [/^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/, ([text, a, b, year]) => readPair(text, [a, b], year)],
  [/^(\d{1,2})-(\d{1,2})-(\d{4})$/, ([, day, month, year]) => readPair('/', [day, month], year)],
  [/^(\d{1,2})[./](\d{1,2})\.?$/, ([text, a, b]) => readPair(text, [a, b], undefined)],
  [/^(\d{1,2}) (\d{1,2})$/, ([, day, month]) => readNumbers({ month, day })],
  [
    new RegExp(`^(\\d{1,2}) (?:of )?([a-z]+)(?: ${YEAR})?$`),
    ([, day, name, year]) => readNamed({ day, name, year }),
  ],
  [new RegExp(`^([a-z]+) (\\d{1,2})(?: ${YEAR})?$`), ([, name, day, year]) => readNamed({ day, name, year })],
]

/** Reads `last friday`, `24 nov`, `november 24 2026`, `27.11.`, `24/11/2026`; `null` for anything else. */
export function readDate(text: string): ReadDate {
  const words = text
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1')
    .replace(/^the /, '')
    .replace(/[,]/g, '')
    .replace(/^(\d{1,2})\. (?=[a-z])/, '$1 ')
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(words)
    const date = match && read(match)
    if (date) return date
  }
  return null
}

/** 1 to 12, of a month's English name or its first three letters. */
export function readMonthName(name: string): number | null {
  const index = MONTH_NAMES.findIndex(
    (full) =>
      full === name ||
      (name.length === 3 && full.startsWith(name)) ||
      (name === 'sept' && full.startsWith(name)),
  )
  return index < 0 ? null : index + 1
}

const WHICH: Record<string, WhichWeekday> = { last: 'last', this: 'this', next: 'next' }

function readWeekday(name: string, which: string | undefined): PeriodSpec | null {
  const index = WEEKDAY_NAMES.findIndex(
    (full) => full === name || (name.length === 3 && full.startsWith(name)),
  )
  if (index < 0) return null
  return { kind: 'weekday', weekday: index + 1, which: (which && WHICH[which]) || 'latest' }
}

interface Typed {
  day: string | undefined
  month: string | undefined
  year?: string | undefined
}

function readNamed({
  day,
  name,
  year,
}: {
  day?: string | undefined
  name?: string | undefined
  year?: string | undefined
}): ReadDate {
  const month = readMonthName(name ?? '')
  return month === null ? null : readNumbers({ day, month: String(month), year })
}

/** A leap year, so that it has every day that any year has. */
const LEAP_YEAR = 2000

function readNumbers({ day, month, year }: Typed): ReadDate {
  const [d, m] = [Number(day), Number(month)]
  if (year === undefined)
    return isDay(dayOfYear(LEAP_YEAR, m, d)) ? { kind: 'latestDate', month: m, day: d } : 'noSuchDay'
  const text = dayOfYear(Number(year) < 100 ? 2000 + Number(year) : Number(year), m, d)
  return isDay(text) ? { kind: 'date', day: text } : 'noSuchDay'
}

/** The day comes first before a dot, or if only it can; with a slash either may, so that `3/4` is two dates. */
function readPair(
  text: string,
  [a, b]: [string | undefined, string | undefined],
  year: string | undefined,
): ReadDate {
  const isDotted = text.includes('.')
  const [dayFirst, monthFirst] = [
    readNumbers({ day: a, month: b, year }),
    readNumbers({ day: b, month: a, year }),
  ]
  if (isDotted || monthFirst === 'noSuchDay') return dayFirst
  if (dayFirst === 'noSuchDay') return monthFirst
  return a === b ? dayFirst : 'dayOrMonth'
}

/** The two days that `3/4` can be, with the day before the month first. */
export function eitherDate(text: string): PeriodSpec[] {
  const [a, b, year] = text.split(/\D/)
  const read = [readNumbers({ day: a, month: b, year }), readNumbers({ day: b, month: a, year })]
  return read.flatMap((each) => (each === null || typeof each === 'string' ? [] : [each]))
}
