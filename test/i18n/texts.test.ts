import { describe, expect, it } from 'vitest'
import { createTexts } from '../../src/i18n/texts.ts'
import { thisQuarter, thisWeek } from '../slack/builders.ts'

const euros = { currency: 'EUR', exponent: 2 }
const texts = createTexts('en')

describe('numbers', () => {
  it('abbreviates money on boards and writes it out in answers', () => {
    expect(texts.formats.money(184_000_00, euros, 'short')).toBe('€184k')
    expect(texts.formats.money(184_123_45, euros, 'full')).toBe('€184,123')
    expect(texts.formats.money(12_50, euros, 'full')).toBe('€12.50')
    expect(texts.formats.money(1_200_000, { currency: 'JPY', exponent: 0 }, 'short')).toBe('¥1.2m')
  })

  it('writes a dash for a missing value and 0 for zero', () => {
    expect(texts.value('win_rate', null, { ...euros, detail: 'full' })).toBe('–')
    expect(texts.value('calls', 0, { ...euros, detail: 'full' })).toBe('0')
  })

  it('writes shares with a space before the sign', () => {
    expect(texts.value('win_rate', 0.2383, { ...euros, detail: 'full' })).toBe('23.8 %')
    expect(texts.value('win_rate', 0.2383, { ...euros, detail: 'short' })).toBe('24 %')
  })

  it('uses the singular and the plural', () => {
    expect(texts.counted('calls', 1, { ...euros, detail: 'short' })).toBe('1 call')
    expect(texts.counted('calls', 1212, { ...euros, detail: 'short' })).toBe('1,212 calls')
    expect(texts.counted('deals_won', 3, { ...euros, detail: 'short' })).toBe('3 won')
  })

  it('gives an age in the largest unit that fits', () => {
    expect([12 * 60_000, 3.5 * 3_600_000, 50 * 3_600_000].map(texts.duration)).toEqual([
      '12 min',
      '3 h',
      '2 days',
    ])
  })

  it('gives time spent in hours and minutes, and short times in minutes and seconds', () => {
    const times = [62 * 3_600_000 + 5 * 60_000, 40 * 60_000, 150_000, 45_000, 599_700, 3_599_999, 0]

    expect(times.map((ms) => texts.value('talk_time', ms, { ...euros, detail: 'full' }))).toEqual([
      '62 h 5 min',
      '40 min',
      '2 min 30 s',
      '45 s',
      '10 min',
      '1 h',
      '0 s',
    ])
  })

  it('writes parts in their own unit, and targets in that of the metric', () => {
    const how = { ...euros, detail: 'full' } as const

    expect(texts.partValue('working_hours', 37.5, { ...how, metric: 'revenue_per_hour' })).toBe('37.5 h')
    expect(texts.partValue('note_minutes', 90, { ...how, metric: 'admin_time' })).toBe('90 min')
    expect(texts.partValue('elapsed_share', 0.713, { ...how, metric: 'pace' })).toBe('71.3 %')
    expect(texts.partValue('target', 900_000_00, { ...how, metric: 'revenue' })).toBe('€900,000')
    expect(texts.partValue('target', 900, { ...how, metric: 'calls' })).toBe('900')
    expect(texts.partValue('is_over', 0, { ...how, metric: 'forecast_accuracy' })).toBe('no')
    expect(texts.partValue('companies', null, { ...how, metric: 'arpa' })).toBe('–')
  })

  it('puts the name after the number for a metric that has no noun of its own', () => {
    const how = { ...euros, detail: 'short' } as const

    expect(texts.counted('win_rate', 0.25, how)).toBe('25 % win rate')
    expect(texts.counted('arr', 184_000_00, how)).toBe('€184k ARR')
    expect(texts.counted('mql_to_sql', 0.5, how)).toBe('50 % MQL to SQL')
  })
})

describe('days and periods', () => {
  it('abbreviates days, whatever the locale writes', () => {
    expect(texts.formats.day('2026-09-21')).toBe('Mon 21 Sep')
    expect(texts.formats.time(Date.parse('2026-09-21T05:55:00Z'), 'Europe/Copenhagen')).toBe('07:55')
  })

  it('names a period as it was asked for', () => {
    const period = { from: '2026-09-01', to: '2026-09-16', until: '2026-09-16' }
    const names = [
      texts.period(thisWeek),
      texts.period(thisQuarter),
      texts.period({ spec: { kind: 'last', count: 7, unit: 'days' }, period }),
      texts.period({ spec: { kind: 'month', year: 2026, month: 9 }, period }),
      texts.period({ spec: { kind: 'range', first: '2026-09-01', last: '2026-09-15' }, period }),
      texts.period({ spec: { kind: 'isoWeek', year: 2026, week: 47 }, period }),
      texts.period({ spec: { kind: 'toDate', unit: 'quarter' }, period }),
      texts.period({ spec: { kind: 'date', day: '2026-09-01' }, period }),
      texts.period({ spec: { kind: 'weekday', weekday: 2, which: 'last' }, period }),
      texts.period({ spec: { kind: 'latestHalf', half: 2 }, period }),
      texts.period({ spec: { kind: 'latestWeek', week: 36 }, period }),
      texts.period({ spec: { kind: 'sinceStart', of: { kind: 'latestMonth', month: 9 } }, period }),
    ]

    expect(names).toEqual([
      'this week',
      'Q3',
      'the last 7 days (1 Sep to 15 Sep)',
      'September 2026',
      '1 Sep to 15 Sep 2026',
      'week 47 of 2026',
      'quarter to date',
      '1 Sep 2026',
      'Tue 1 Sep',
      'H2 2026',
      'week 36 of 2026',
      'since 1 Sep',
    ])
  })
})

it('names the year of a period that is not running', () => {
  const lastYear = { from: '2025-07-01', to: '2025-10-01', until: '2025-10-01' }

  expect(texts.period({ spec: { kind: 'latestQuarter', quarter: 3 }, period: lastYear })).toBe('Q3 2025')
  expect(
    texts.period({
      spec: { kind: 'month', year: 2026, month: 9 },
      period: { ...thisQuarter.period, from: '2026-09-01' },
    }),
  ).toBe('September')
})

it('adds the date to yesterday, and calls whole years and months by their names', () => {
  const range = (from: string, to: string) => ({
    spec: { kind: 'range', first: from, last: to } as const,
    period: { from, to, until: to },
  })

  expect(
    texts.period({
      spec: { kind: 'day', which: -1 },
      period: { from: '2026-09-20', to: '2026-09-21', until: '2026-09-21' },
    }),
  ).toBe('yesterday (Sun 20 Sep)')
  expect(texts.period(range('2025-01-01', '2026-01-01'))).toBe('2025')
  expect(texts.period(range('2025-10-01', '2025-11-01'))).toBe('October 2025')
  expect(texts.period(range('2025-10-01', '2025-11-01'), false)).toBe('October')
  expect(texts.period(range('2025-12-20', '2026-01-11'))).toBe('20 Dec 2025 to 10 Jan 2026')
})

it('uses the first requested language that is supported', () => {
  expect(createTexts(null, 'da').say('period.today')).toBe('i dag')
  expect(createTexts('xx', undefined, 'sv-SE', 'da').say('period.lastWeek')).toBe('förra veckan')
  expect(createTexts('xx', 'ro_RO', 'da').say('period.today')).toBe('azi')
  expect(createTexts('dav').say('period.today')).toBe('today')
})

it('uses English if no requested language is supported', () => {
  expect(createTexts().say('period.today')).toBe('today')
  expect(createTexts('xx-YY').say('period.today')).toBe('today')
  expect(createTexts('__proto__').say('period.today')).toBe('today')
})

it('never parses a value as a message', () => {
  expect(texts.say('help.unknown', { word: "{n, plural, other {#}} '{'" })).toBe(
    "I do not know “{n, plural, other {#}} '{'”.",
  )
})
