/** Periods as they are typed. */
import type { PeriodProblem } from '../domain/calendar/date-words.ts'
import type { PeriodSpec } from '../domain/calendar/period.ts'
import { readTypedPeriod } from '../domain/calendar/period-words.ts'

/** The words for a period could not be understood, or no such period exists. */
export class UnknownPeriodError extends Error {
  override name = 'UnknownPeriodError'
}

const PROBLEMS: Readonly<Record<PeriodProblem, string>> = {
  noSuchDay: 'it names a day that does not exist',
  noSuchWeek: 'it names a week that does not exist',
  endsBeforeItBegins: 'it ends before it begins',
  dayOrMonth: "it can be a day in either of two months. Write e.g. '3 april' or '2026-04-03'",
}

export function readPeriodOrThrow(words: string): PeriodSpec {
  const read = readTypedPeriod(words)
  if (typeof read === 'string') throw new UnknownPeriodError(`'${words}' is not a period: ${PROBLEMS[read]}.`)
  if (read) return read
  throw new UnknownPeriodError(
    `'${words}' is not a period. Write e.g. 'this month', '2026-10', '2026-Q3', 'last 7 days', 'last friday', '1 oct to 15 oct' or '2026-10-01..2026-10-31'.`,
  )
}

/** What is made of a typed period. Throws `UnknownPeriodError` for one that turns out to end before it begins. */
export function inPeriod<T>(words: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UnknownPeriodError(`'${words}' is not a period: ${PROBLEMS.endsBeforeItBegins}.`)
  }
}
