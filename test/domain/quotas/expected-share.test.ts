import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/domain/company/settings.ts'
import { sharedCalendar } from '../../../src/domain/company/working-time.ts'
import { isTooEarly } from '../../../src/domain/metrics/expected.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'
import { areEnough, pastShare, withActual } from '../../../src/domain/quotas/expected-share.ts'
import { pastPeriods, pointAt } from '../../../src/domain/quotas/past-periods.ts'

const WEEKDAYS = sharedCalendar(DEFAULT_SETTINGS, null, 'UTC')

describe('the past periods of a running one', () => {
  it.each([
    ['week', '2026-11-16', 12, '2026-08-24', '2026-11-09'],
    ['month', '2026-11-01', 12, '2025-11-01', '2026-10-01'],
    ['quarter', '2026-11-01', 8, '2024-11-01', '2026-08-01'],
    ['year', '2026-01-01', 5, '2021-01-01', '2025-01-01'],
  ] as const)('%s', (unit, from, count, first, last) => {
    const periods = pastPeriods(unit, from, WEEKDAYS)

    expect([periods.length, periods[0]?.from, periods.at(-1)?.from]).toEqual([count, first, last])
    expect(periods.at(-1)?.to).toBe(from)
  })

  it('leaves out one without a working day', () => {
    const holidays = { default: ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'] }
    const calendar = sharedCalendar({ ...DEFAULT_SETTINGS, holidays }, null, 'UTC')

    const starts = pastPeriods('week', '2026-11-16', calendar).map(({ from }) => from)

    expect(starts).toHaveLength(11)
    expect(starts).not.toContain('2026-10-26')
  })
})

describe('the point of a past period', () => {
  const [october] = pastPeriods('month', '2025-11-01', WEEKDAYS).slice(-1)

  it.each([
    [exact(0), '2025-10-01', '2025-10-02', exact(0)],
    // 23 working days; the third is a Friday, and the weekend after it belongs to the fourth.
    [exact(3, 23), '2025-10-04', '2025-10-07', exact(0)],
    [exact(7, 46), '2025-10-04', '2025-10-07', exact(1, 2)],
    [exact(45, 46), '2025-10-31', '2025-11-01', exact(1, 2)],
    [exact(1), '2025-11-01', '2025-11-01', exact(0)],
  ])('%o', (share, done, next, part) => {
    expect(october && pointAt(october, share)).toEqual({ done, next, part })
  })

  it('takes days off at the start with the first working day, and those at the end with the last', () => {
    const [november] = pastPeriods('month', '2025-12-01', WEEKDAYS).slice(-1)

    expect(november && pointAt(november, exact(1, 40))).toMatchObject({
      done: '2025-11-01',
      next: '2025-11-04',
    })
    expect(november && pointAt(november, exact(39, 40))).toMatchObject({
      done: '2025-11-28',
      next: '2025-12-01',
    })
  })
})

describe('enough of a past', () => {
  it.each([
    ['four periods and 100 records', [25, 25, 25, 25], true],
    ['99 records', [25, 25, 25, 24], false],
    ['three periods', [50, 50, 50], false],
  ])('%s', (_, records, enough) => {
    expect(areEnough(records.map((count) => ({ actual: 1, records: count })))).toBe(enough)
  })

  it('takes only periods with an actual above 0', () => {
    const totals = [1, 0, -5].map((actual) => ({ actual, records: 40 }))
    expect(withActual(totals)).toEqual([{ actual: 1, records: 40 }])
  })
})

describe('the share', () => {
  const week = { from: '2026-11-09', to: '2026-11-16', part: exact(1, 2) }

  it('adds up what was there, so that large periods weigh more, and keeps the share of each', () => {
    const found = pastShare({ kind: 'everyone' }, [
      { ...week, actual: 100, done: 10, next: 20 },
      { ...week, actual: 300, done: 120, next: 0 },
    ])

    expect(found).toEqual({
      share: exact(7, 20),
      by: 'past',
      past: {
        whose: { kind: 'everyone' },
        periods: [
          { from: week.from, to: week.to, share: exact(1, 5) },
          { from: week.from, to: week.to, share: exact(2, 5) },
        ],
      },
    })
  })

  it.each([
    ['more than in all', { actual: 210, done: 260, next: 0 }, exact(1)],
    ['less than nothing', { actual: 10, done: -30, next: 0 }, exact(0)],
  ])('stays between 0 and 1: %s', (_, course, share) => {
    expect(pastShare({ kind: 'everyone' }, [{ ...week, ...course }]).share).toEqual(share)
  })

  it('is too early under 0.05 of a past, never of a straight line', () => {
    expect(isTooEarly({ share: exact(4, 100), by: 'past' })).toBe(true)
    expect(isTooEarly({ share: exact(5, 100), by: 'past' })).toBe(false)
    expect(isTooEarly({ share: exact(1, 100), by: 'straight' })).toBe(false)
    expect(isTooEarly({ share: null, by: 'straight' })).toBe(false)
  })
})
