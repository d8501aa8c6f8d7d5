/** Spans of months and days: whatever period is requested, each of its days counts once and no other day does. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysOf } from '../../src/domain/calendar/day.ts'
import { cut, lengthOf, type Span, spansOf } from '../../src/store/tally-spans.ts'
import { cases } from '../properties/cases.ts'

/** How often each day counts, without the days that do not count. */
function daysCounted(spans: readonly Span[]): Map<Day, number> {
  const counted = new Map<Day, number>()
  for (const { unit, from, until, sign } of spans) {
    const days = unit === 'day' ? daysOf(from, until) : daysOf(`${from}-01`, `${until}-01`)
    for (const day of days) counted.set(day, (counted.get(day) ?? 0) + sign)
  }
  return new Map([...counted].filter(([, times]) => times !== 0).sort())
}

function once(from: Day, until: Day): Map<Day, number> {
  return new Map(daysOf(from, until).map((day) => [day, 1]))
}

function told(from: Day, until: Day): string[] {
  return spansOf(from, until).map(
    (span) => `${span.sign === 1 ? '+' : '-'} ${span.unit} ${span.from} ${span.until}`,
  )
}

describe('the spans of', () => {
  it.each([
    ['a week', '2026-11-16', '2026-11-23', ['+ day 2026-11-16 2026-11-23']],
    ['a month', '2026-10-01', '2026-11-01', ['+ month 2026-10 2026-11']],
    [
      'the current month',
      '2026-11-01',
      '2026-11-19',
      ['+ month 2026-11 2026-12', '- day 2026-11-19 2026-12-01'],
    ],
    ['a month that began', '2026-11-01', '2026-11-12', ['+ day 2026-11-01 2026-11-12']],
    ['a year', '2026-01-01', '2027-01-01', ['+ month 2026-01 2027-01']],
    ['a leap February', '2028-02-01', '2028-03-01', ['+ month 2028-02 2028-03']],
    [
      'days on both sides of a month',
      '2026-09-25',
      '2026-11-05',
      ['+ month 2026-10 2026-11', '+ day 2026-09-25 2026-10-01', '+ day 2026-11-01 2026-11-05'],
    ],
    ['days on both sides of a new year', '2026-12-28', '2027-01-04', ['+ day 2026-12-28 2027-01-04']],
    [
      'the inside of a month',
      '2026-10-03',
      '2026-10-30',
      ['+ month 2026-10 2026-11', '- day 2026-10-01 2026-10-03', '- day 2026-10-30 2026-11-01'],
    ],
    ['the last month of all', '9999-12-01', '9999-12-31', ['+ day 9999-12-01 9999-12-31']],
    ['the day of what has none', '0001-01-01', '0001-01-02', ['+ day 0001-01-01 0001-01-02']],
    ['no day', '2026-10-01', '2026-10-01', []],
    ['days that end before they begin', '2026-10-02', '2026-10-01', []],
  ])('%s', (_, from, until, spans) => {
    expect(told(from, until)).toEqual(spans)
  })

  it('any days contain each day once', () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2019-12-15', days))
    fc.assert(
      fc.property(start, fc.nat({ max: 800 }), (from, length) => {
        const until = addDays(from, length)
        const spans = spansOf(from, until)

        expect(daysCounted(spans)).toEqual(once(from, until))
        expect(spans.length).toBeLessThanOrEqual(4)
      }),
      cases(300),
    )
  })

  it.each([
    ['9999-01-01', '9999-12-01', 7],
    ['9999-11-01', '9999-11-10', 160],
    ['9998-12-05', '9999-12-20', 160],
  ])('%s to %s are cut at the end of all days too', (from, until, most) => {
    const pieces = spansOf(from, until).flatMap((span) => cut(span, most))

    expect(daysCounted(pieces)).toEqual(once(from, until))
  })

  it('any days have the same sum when split, and no piece exceeds the limit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 900 }), fc.integer({ min: 1, max: 40 }), (length, most) => {
        const [from, until] = ['2026-01-09', addDays('2026-01-09', length)]
        const pieces = spansOf(from, until).flatMap((span) => cut(span, most))

        expect(daysCounted(pieces)).toEqual(once(from, until))
        expect(pieces.every((piece) => lengthOf(piece) >= 1 && lengthOf(piece) <= most)).toBe(true)
      }),
      cases(200),
    )
  })
})
