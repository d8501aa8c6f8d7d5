/** Days as people write them in a quota file: a day, a month or a quarter becomes the range of days it covers. */
import { addDays, type Day, isDay } from '../domain/calendar/day.ts'
import { resolvePeriod } from '../domain/calendar/period.ts'
import { readPeriod } from '../domain/calendar/period-words.ts'
import type { Reading } from './reading.ts'

/** Days `[from, to)`. */
export interface WrittenDays {
  from: Day
  to: Day
  /** Whether it is a month or quarter, which defines both the first day and the last. */
  isPeriod: boolean
}

export interface DaysBasis {
  /** Some date in the file can only be day-month-year, and none can only be month-day-year. */
  isDayFirst: boolean
  fiscalYearStartMonth: number
}

/** `01.10.2026` or `01-10-2026`, read with the day first and with the month first; `null` if that day does not exist. */
interface Numeric {
  dayFirst: Day | null
  monthFirst: Day | null
}

/** Whether the dates of a file prove that the day comes first. */
export function isDayFirst(written: readonly string[]): boolean {
  const dates = written.flatMap((text) => readNumeric(text) ?? [])
  const isProof = dates.some(({ dayFirst, monthFirst }) => dayFirst !== null && monthFirst === null)
  return isProof && !dates.some(({ dayFirst, monthFirst }) => dayFirst === null && monthFirst !== null)
}

export function readDays(written: string, basis: DaysBasis): Reading<WrittenDays> {
  if (isDay(written)) return oneDay(written)
  const numeric = readNumeric(written)
  if (numeric) return readEither(written, numeric, basis.isDayFirst)
  const spec = /^\d{4}-(\d{2}|q\d)$/i.test(written) ? readPeriod(written) : null
  if (spec === null) return unreadable(written)
  const { from, to } = resolvePeriod(spec, { ...basis, today: '1970-01-01', weekStart: 1 })
  return { value: { from, to, isPeriod: true } }
}

function oneDay(day: Day): Reading<WrittenDays> {
  return { value: { from: day, to: addDays(day, 1), isPeriod: false } }
}

function unreadable(written: string): { reason: string } {
  return {
    reason: `"${written}" is not a day, month or quarter that exists: write 2026-10-31, 2026-10 or 2026-Q4`,
  }
}

function readNumeric(written: string): Numeric | null {
  const [, first = '', , second = '', year = ''] = /^(\d{1,2})([-.])(\d{1,2})\2(\d{4})$/.exec(written) ?? []
  return year === '' ? null : { dayFirst: dayOf(year, second, first), monthFirst: dayOf(year, first, second) }
}

function dayOf(year: string, month: string, day: string): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

function readEither(
  written: string,
  { dayFirst, monthFirst }: Numeric,
  isProved: boolean,
): Reading<WrittenDays> {
  if (dayFirst === null && monthFirst === null) return unreadable(written)
  if (dayFirst === null) return { reason: `"${written}" has the month before the day: write ${monthFirst}` }
  if (isProved || monthFirst === null || monthFirst === dayFirst) return oneDay(dayFirst)
  return { reason: `"${written}" may mean ${dayFirst} or ${monthFirst}: write the one you mean` }
}
