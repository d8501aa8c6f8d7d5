/** Periods as people ask for them. */
import type { Day } from './day.ts'

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year'

/** A period as asked for. `which` is -1 for last, 0 for this, 1 for next; months and quarters count from 1. */
export type PeriodSpec =
  | { kind: 'day'; which: -1 | 0 | 1 }
  | { kind: 'unit'; unit: PeriodUnit; which: -1 | 0 | 1 }
  | { kind: 'last'; count: number; unit: 'days' | 'weeks' | 'months' }
  | { kind: 'toDate'; unit: 'month' | 'quarter' | 'year' }
  | { kind: 'since'; day: Day }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'latestMonth'; month: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'latestQuarter'; quarter: number }
  | { kind: 'isoWeek'; year: number; week: number }
  | { kind: 'range'; first: Day; last: Day }
  | { kind: 'year'; year: number }
  | { kind: 'half'; year: number; half: number }
  | { kind: 'latestHalf'; half: number }
  | { kind: 'latestWeek'; week: number }
  | { kind: 'date'; day: Day }
  | { kind: 'latestDate'; month: number; day: number }
  | { kind: 'weekday'; weekday: number; which: WhichWeekday }
  | { kind: 'sinceStart'; of: PeriodSpec }
  | { kind: 'between'; first: PeriodSpec; last: PeriodSpec }

/** What is meant where people name no period. */
export const THIS_MONTH: PeriodSpec = { kind: 'unit', unit: 'month', which: 0 }

/**
 * On a Wednesday, the latest Wednesday is today and the last one is a week ago; this Friday is in the running week, and
 * the next Friday is the first one after today.
 */
export type WhichWeekday = 'latest' | 'last' | 'this' | 'next'

/**
 * What periods depend on: today in the scope's time zone, the first weekday (1 = Monday) and the fiscal year's first
 * month.
 */
export interface PeriodBasis {
  today: Day
  weekStart: number
  fiscalYearStartMonth: number
}

/** Whole reporting days `[from, to)`. Tallies count up to `until` (exclusive), which is at most the day after today. */
export interface Period {
  from: Day
  to: Day
  until: Day
}

/** Whole days `[from, to)`. */
export interface Span {
  from: Day
  to: Day
}
