import { describe, expect, it } from 'vitest'
import { nameRunningPeriod } from '../../../src/domain/calendar/name-period.ts'
import { type PeriodBasis, resolvePeriod } from '../../../src/domain/calendar/period.ts'
import { readPeriod } from '../../../src/domain/calendar/period-words.ts'
import { comparisonOf } from '../../../src/domain/company/comparison.ts'
import { DEFAULT_SETTINGS } from '../../../src/domain/company/settings.ts'
import { sharedCalendar } from '../../../src/domain/company/working-time.ts'

/** A Wednesday. */
const today: PeriodBasis = { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 }

function days(words: string, basis: PeriodBasis = today): string {
  const spec = readPeriod(words)
  if (!spec) return 'unread'
  const { from, to, until } = resolvePeriod(spec, basis)
  return `${from} ${to} ${until}`
}

describe('periods', () => {
  it.each([
    ['today', '2026-11-18 2026-11-19 2026-11-19'],
    ['yesterday', '2026-11-17 2026-11-18 2026-11-18'],
    ['tomorrow', '2026-11-19 2026-11-20 2026-11-19'],
    ['this week', '2026-11-16 2026-11-23 2026-11-19'],
    ['last week', '2026-11-09 2026-11-16 2026-11-16'],
    ['next week', '2026-11-23 2026-11-30 2026-11-19'],
    ['this month', '2026-11-01 2026-12-01 2026-11-19'],
    ['next month', '2026-12-01 2027-01-01 2026-11-19'],
    ['last quarter', '2026-07-01 2026-10-01 2026-10-01'],
    ['this year', '2026-01-01 2027-01-01 2026-11-19'],
    ['last 7 days', '2026-11-11 2026-11-18 2026-11-18'],
    ['last 2 weeks', '2026-11-02 2026-11-16 2026-11-16'],
    ['last 3 months', '2026-08-01 2026-11-01 2026-11-01'],
    ['last 13 months', '2025-10-01 2026-11-01 2026-11-01'],
    ['mtd', '2026-11-01 2026-11-19 2026-11-19'],
    ['qtd', '2026-10-01 2026-11-19 2026-11-19'],
    ['ytd', '2026-01-01 2026-11-19 2026-11-19'],
    ['since 2026-10-05', '2026-10-05 2026-11-19 2026-11-19'],
    ['since 2026-12-05', '2026-12-05 2026-12-06 2026-11-19'],
    ['2026-10', '2026-10-01 2026-11-01 2026-11-01'],
    ['october 2025', '2025-10-01 2025-11-01 2025-11-01'],
    ['october', '2026-10-01 2026-11-01 2026-11-01'],
    ['december', '2025-12-01 2026-01-01 2026-01-01'],
    ['2026-Q3', '2026-07-01 2026-10-01 2026-10-01'],
    ['2026-W47', '2026-11-16 2026-11-23 2026-11-19'],
    ['2020-W53', '2020-12-28 2021-01-04 2021-01-04'],
    ['2026-10-01..2026-10-31', '2026-10-01 2026-11-01 2026-11-01'],
    ['  This   MONTH ', '2026-11-01 2026-12-01 2026-11-19'],
  ])('%s means %s', (words, expected) => {
    expect(days(words)).toBe(expected)
  })

  it.each([
    '',
    'soon',
    'last 0 days',
    'next year',
    '2026-13',
    '2026-W54',
    '2026-Q5',
    '2026-02-30..2026-03-01',
    '2026-10-31..2026-10-01',
  ])('%j is not a period', (words) => {
    expect(days(words)).toBe('unread')
  })

  it('start weeks and fiscal years where the settings say', () => {
    const basis = { today: '2026-11-18', weekStart: 7, fiscalYearStartMonth: 4 }

    expect(days('this week', basis)).toBe('2026-11-15 2026-11-22 2026-11-19')
    expect(days('this quarter', basis)).toBe('2026-10-01 2027-01-01 2026-11-19')
    expect(days('this year', basis)).toBe('2026-04-01 2027-04-01 2026-11-19')
    expect(days('2026-Q1', basis)).toBe('2026-04-01 2026-07-01 2026-07-01')
    expect(days('2026-W47', basis)).toBe('2026-11-16 2026-11-23 2026-11-19')
  })

  it('have a name if the days are exactly the current week, month, quarter or year', () => {
    expect(nameRunningPeriod({ from: '2026-10-01', to: '2027-01-01' }, today)).toEqual({
      kind: 'unit',
      unit: 'quarter',
      which: 0,
    })
    expect(nameRunningPeriod({ from: '2026-10-02', to: '2027-01-01' }, today)).toEqual({
      kind: 'range',
      first: '2026-10-02',
      last: '2026-12-31',
    })
  })
})

describe('default comparisons', () => {
  const calendar = sharedCalendar(
    { ...DEFAULT_SETTINGS, holidays: { default: ['2026-10-12', '2026-11-04'] } },
    null,
    'UTC',
  )

  function compared(words: string): string {
    const spec = readPeriod(words)
    if (!spec) return 'unread'
    const { from, to } = comparisonOf({ spec, period: resolvePeriod(spec, today) }, today, calendar)
    return `${from} ${to}`
  }

  it.each([
    // November 2, 3, 5, 6, 9–13 and 16–18 are 12 working days. October's 12th working day is the 19th: the 12th is a holiday.
    ['this month', '2026-10-01 2026-10-20'],
    ['mtd', '2026-10-01 2026-10-20'],
    ['2026-11', '2026-10-01 2026-10-20'],
    ['this week', '2026-11-09 2026-11-12'],
    ['last week', '2026-11-02 2026-11-09'],
    ['last month', '2026-09-01 2026-10-01'],
    ['next month', '2026-11-01 2026-12-01'],
    ['last 2 weeks', '2026-10-19 2026-11-02'],
    ['last 3 months', '2026-05-01 2026-08-01'],
    ['last 7 days', '2026-11-04 2026-11-11'],
    ['today', '2026-11-17 2026-11-18'],
    ['since 2026-11-09', '2026-10-30 2026-11-09'],
    ['2026-10-01..2026-10-31', '2026-08-31 2026-10-01'],
  ])('%s is compared with %s', (words, expected) => {
    expect(compared(words)).toBe(expected)
  })
})
