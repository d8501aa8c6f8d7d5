/** Periods as they are typed. */
import type { PeriodSpec } from '../domain/calendar/period.ts'
import { readPeriod } from '../domain/calendar/period-words.ts'

/** The words for a period could not be understood. */
export class UnknownPeriodError extends Error {
  override name = 'UnknownPeriodError'
}

export function readPeriodOrThrow(words: string): PeriodSpec {
  const spec = readPeriod(words)
  if (spec) return spec
  throw new UnknownPeriodError(
    `'${words}' is not a period. Write e.g. 'this month', '2026-10', '2026-Q3', 'last 7 days' or '2026-10-01..2026-10-31'.`,
  )
}
