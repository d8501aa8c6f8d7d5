/** Whole weeks, months, quarters and years, and the ones before and after them. */
import { addDays, type Day } from './day.ts'
import type { PeriodSpec, PeriodUnit } from './period.ts'

/** The unit of a period that is asked for by the name of a whole one. A range of dates has none, whatever its days. */
export function namedUnit(spec: PeriodSpec): PeriodUnit | null {
  switch (spec.kind) {
    case 'unit':
      return spec.unit
    case 'month':
    case 'latestMonth':
      return 'month'
    case 'quarter':
    case 'latestQuarter':
      return 'quarter'
    case 'isoWeek':
    case 'latestWeek':
      return 'week'
    case 'year':
      return 'year'
    default:
      return null
  }
}

const MONTHS: Readonly<Record<Exclude<PeriodUnit, 'week'>, number>> = { month: 1, quarter: 3, year: 12 }

/** The unit that is `count` later than the one that begins on `first`; earlier if `count` is below 0. */
export function unitAfter(unit: PeriodUnit, first: Day, count: number): { from: Day; to: Day } {
  return { from: unitStart(unit, first, count), to: unitStart(unit, first, count + 1) }
}

function unitStart(unit: PeriodUnit, first: Day, count: number): Day {
  if (unit === 'week') return addDays(first, 7 * count)
  const index = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + count * MONTHS[unit]
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
}
