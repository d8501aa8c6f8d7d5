/** ISO 8601 weeks: Monday to Sunday, week 1 being the one with the year's first Thursday. */
import { DateTime } from 'luxon'
import type { Day } from './day.ts'

/** 53 if the year begins on a Thursday, or on a Wednesday in a leap year (ISO 8601); otherwise 52. */
export function weeksIn(year: number): number {
  const firstWeekday = new Date(Date.UTC(year, 0, 1)).getUTCDay()
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  return firstWeekday === 4 || (isLeap && firstWeekday === 3) ? 53 : 52
}

/** The week's Monday. Throws a `RangeError` if the year has no such week. */
export function isoWeekStart(year: number, week: number): Day {
  const monday = DateTime.fromObject({ weekYear: year, weekNumber: week, weekday: 1 }, { zone: 'utc' })
  const day = monday.toISODate()
  if (!monday.isValid || !day) throw new RangeError(`the year ${year} has no week ${week}`)
  return day
}
