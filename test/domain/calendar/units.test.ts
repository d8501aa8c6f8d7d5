import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../../src/domain/calendar/period-words.ts'
import { namedUnit, unitAfter } from '../../../src/domain/calendar/units.ts'

describe('periods that are named as whole units', () => {
  it.each([
    ['this week', 'week'],
    ['this month', 'month'],
    ['this quarter', 'quarter'],
    ['this year', 'year'],
    ['last quarter', 'quarter'],
    ['2026-10', 'month'],
    ['2026-Q4', 'quarter'],
    ['2026-W47', 'week'],
    ['october', 'month'],
    ['2026-10-01..2026-10-31', null],
    ['mtd', null],
    ['since 2026-10-01', null],
    ['last 3 months', null],
    ['today', null],
  ])('%s: %s', (words, unit) => {
    const spec = readPeriod(words)
    expect(spec && namedUnit(spec)).toBe(unit)
  })
})

describe('units before and after one', () => {
  it.each([
    ['week', '2026-11-16', -1, '2026-11-09', '2026-11-16'],
    ['week', '2026-11-15', 2, '2026-11-29', '2026-12-06'],
    ['month', '2026-11-01', -12, '2025-11-01', '2025-12-01'],
    ['month', '2026-11-01', 0, '2026-11-01', '2026-12-01'],
    ['quarter', '2026-11-01', -1, '2026-08-01', '2026-11-01'],
    ['quarter', '2026-11-01', 1, '2027-02-01', '2027-05-01'],
    ['year', '2026-02-01', -2, '2024-02-01', '2025-02-01'],
  ] as const)('%s from %s, %i', (unit, first, count, from, to) => {
    expect(unitAfter(unit, first, count)).toEqual({ from, to })
  })
})
