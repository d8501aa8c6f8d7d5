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
    ['2026', '2026-01-01 2027-01-01 2026-11-19'],
    ['FY25', '2025-01-01 2026-01-01 2026-01-01'],
    ['q4 fy26', '2026-10-01 2027-01-01 2026-11-19'],
    ['q1 2025', '2025-01-01 2025-04-01 2025-04-01'],
    ['h1', '2026-01-01 2026-07-01 2026-07-01'],
    ['H2 2025', '2025-07-01 2026-01-01 2026-01-01'],
    ['week 47', '2026-11-16 2026-11-23 2026-11-19'],
    ['week 48', '2025-11-24 2025-12-01 2025-12-01'],
    ['week 53', '2020-12-28 2021-01-04 2021-01-04'],
    ['this morning', '2026-11-18 2026-11-19 2026-11-19'],
    ['monday', '2026-11-16 2026-11-17 2026-11-17'],
    ['wednesday', '2026-11-18 2026-11-19 2026-11-19'],
    ['thu', '2026-11-12 2026-11-13 2026-11-13'],
    ['last wednesday', '2026-11-11 2026-11-12 2026-11-12'],
    ['last friday', '2026-11-13 2026-11-14 2026-11-14'],
    ['this friday', '2026-11-20 2026-11-21 2026-11-19'],
    ['next wednesday', '2026-11-25 2026-11-26 2026-11-19'],
    ['since monday', '2026-11-16 2026-11-19 2026-11-19'],
    ['since october', '2026-10-01 2026-11-19 2026-11-19'],
    ['since 24 nov', '2025-11-24 2026-11-19 2026-11-19'],
    ['24 nov', '2025-11-24 2025-11-25 2025-11-25'],
    ['nov 3rd', '2026-11-03 2026-11-04 2026-11-04'],
    ['the 5th of October', '2026-10-05 2026-10-06 2026-10-06'],
    ['october 5, 2025', '2025-10-05 2025-10-06 2025-10-06'],
    ['24/11/2026', '2026-11-24 2026-11-25 2026-11-19'],
    ['11/24/2025', '2025-11-24 2025-11-25 2025-11-25'],
    ['24-11-2025', '2025-11-24 2025-11-25 2025-11-25'],
    ['24.11.25', '2025-11-24 2025-11-25 2025-11-25'],
    ['27.11.', '2025-11-27 2025-11-28 2025-11-28'],
    ['3.4.', '2026-04-03 2026-04-04 2026-04-04'],
    ['4/4', '2026-04-04 2026-04-05 2026-04-05'],
    ['29 feb', '2024-02-29 2024-03-01 2024-03-01'],
    ['1 oct to 15 oct', '2026-10-01 2026-10-16 2026-10-16'],
    ['from oct 1 to oct 15', '2026-10-01 2026-10-16 2026-10-16'],
    ['1 oct - 15 oct', '2026-10-01 2026-10-16 2026-10-16'],
    ['1 oct–15 oct', '2026-10-01 2026-10-16 2026-10-16'],
    ['between 1 and 15 oct', '2026-10-01 2026-10-16 2026-10-16'],
    ['1 oct to 15 oct 2024', '2024-10-01 2024-10-16 2024-10-16'],
    ['20 dec to 5 jan', '2025-12-20 2026-01-06 2026-01-06'],
    ['20 dec to 5 jan 2025', '2024-12-20 2025-01-06 2025-01-06'],
    ['1 oct to today', '2026-10-01 2026-11-19 2026-11-19'],
    ['1 nov to 30 nov', '2026-11-01 2026-12-01 2026-11-19'],
    ['jan to mar', '2026-01-01 2026-04-01 2026-04-01'],
    ['nov to jan', '2026-11-01 2027-02-01 2026-11-19'],
    ['q1 to q2', '2026-01-01 2026-07-01 2026-07-01'],
    ['friday to monday', '2026-11-13 2026-11-17 2026-11-17'],
    ['week 40 to week 42', '2026-09-28 2026-10-19 2026-10-19'],
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

  it.each(['15 oct to 1 oct', '15 oct to 1 oct 2026', 'nov to oct', 'today to yesterday'])(
    '%s ends before it begins',
    (words) => {
      expect(() => days(words)).toThrow(RangeError)
    },
  )

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
    ['week 46', '2026-11-02 2026-11-09'],
    ['2025', '2024-01-01 2025-01-01'],
    ['monday', '2026-11-13 2026-11-14'],
    ['5 nov', '2026-11-03 2026-11-04'],
    ['2026-11-05', '2026-11-03 2026-11-04'],
    ['2026-11-05..2026-11-05', '2026-11-04 2026-11-05'],
    ['1 nov to 3 nov', '2026-10-29 2026-11-01'],
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
