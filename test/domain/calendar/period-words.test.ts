import { expect, test } from 'vitest'
import { readPeriod, readTypedPeriod } from '../../../src/domain/calendar/period-words.ts'

test.each([
  ['today', { kind: 'day', which: 0 }],
  ['This  Month', { kind: 'unit', unit: 'month', which: 0 }],
  ['next quarter', { kind: 'unit', unit: 'quarter', which: 1 }],
  ['last year', { kind: 'unit', unit: 'year', which: -1 }],
  ['last 7 days', { kind: 'last', count: 7, unit: 'days' }],
  ['last 1 week', { kind: 'last', count: 1, unit: 'weeks' }],
  ['ytd', { kind: 'toDate', unit: 'year' }],
  ['since 2026-10-05', { kind: 'since', day: '2026-10-05' }],
  ['2026-10', { kind: 'month', year: 2026, month: 10 }],
  ['october 2026', { kind: 'month', year: 2026, month: 10 }],
  ['oct', { kind: 'latestMonth', month: 10 }],
  ['2026-Q3', { kind: 'quarter', year: 2026, quarter: 3 }],
  ['q3', { kind: 'latestQuarter', quarter: 3 }],
  ['2026-W53', { kind: 'isoWeek', year: 2026, week: 53 }],
  ['2026-10-01..2026-10-31', { kind: 'range', first: '2026-10-01', last: '2026-10-31' }],
])('%s is a period', (text, spec) => {
  expect(readPeriod(text)).toEqual(spec)
})

test.each([
  ...['', 'next year', 'last 0 days', '2026-13', '2025-W53', 'q5', '2026-02-30..2026-03-01', 'octo'],
  ...['2026-10-31..2026-10-01', 'since 2026-02-30', 'last 7', 'fortnight'],
])("'%s' is not a period", (text) => {
  expect(readPeriod(text)).toBeNull()
})

test.each([
  ['30 feb', 'noSuchDay'],
  ['31/11/2026', 'noSuchDay'],
  ['2026-02-30', 'noSuchDay'],
  ['since 31 april', 'noSuchDay'],
  ['1 feb to 30 feb', 'noSuchDay'],
  ['24/13', 'noSuchDay'],
  ['29 feb 2026', 'noSuchDay'],
  ['week 54', 'noSuchWeek'],
  ['week 53 2026', null],
  ['2025-W53', 'noSuchWeek'],
  ['2026-10-15..2026-10-01', 'endsBeforeItBegins'],
  ['15/10/2026 to 01/10/2026', 'dayOrMonth'],
  ['3/4', 'dayOrMonth'],
  ['3/4/2026', 'dayOrMonth'],
] as const)('%s has the form of a period, but is not one: %s', (text, problem) => {
  expect(readPeriod(text) === null).toBe(problem !== null)
  if (problem) expect(readTypedPeriod(text)).toBe(problem)
})
