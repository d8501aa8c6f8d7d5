import { DateTime } from 'luxon'
import { describe, expect, it, vi } from 'vitest'
import {
  addDays,
  dayOf,
  dayStart,
  daysBetween,
  daysOf,
  instantAt,
  isDay,
  isoWeekday,
  isZone,
} from '../../../src/domain/calendar/day.ts'
import { at } from '../../builders.ts'

const ZONES = [
  'UTC',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/Copenhagen',
  'Pacific/Auckland',
  'Pacific/Chatham',
]

describe('reporting days', () => {
  it.each([
    ['2026-10-02T03:59:59.999Z', 'America/New_York', '2026-10-01'],
    ['2026-10-02T04:00:00.000Z', 'America/New_York', '2026-10-02'],
    ['2026-10-01T18:29:59.999Z', 'Asia/Kolkata', '2026-10-01'],
    ['2026-10-01T18:30:00.000Z', 'Asia/Kolkata', '2026-10-02'],
    ['2026-10-01T11:00:00.000Z', 'Pacific/Auckland', '2026-10-02'],
    ['2026-10-02T00:00:00.000Z', 'America/Los_Angeles', '2026-10-01'],
  ])('assign %s in %s to %s', (instant, zone, day) => {
    expect(dayOf(at(instant), zone)).toBe(day)
  })

  it('begin right after the gap if a clock change skips midnight', () => {
    expect(dayStart('2026-04-24', 'Africa/Cairo')).toBe(at('2026-04-23T22:00:00Z'))
    expect(dayStart('2026-09-06', 'America/Santiago')).toBe(at('2026-09-06T04:00:00Z'))
  })

  it('begin at the first midnight if midnight comes twice', () => {
    expect(dayStart('2026-11-01', 'America/Havana')).toBe(at('2026-11-01T04:00:00Z'))
  })

  it.each(ZONES)('follow each other without gap or overlap in %s for five years', (zone) => {
    for (const day of daysOf('2026-01-01', '2031-01-01')) {
      const start = dayStart(day, zone)
      expect([dayOf(start - 1, zone), dayOf(start, zone)]).toEqual([addDays(day, -1), day])
    }
  })

  it.each(ZONES)('agree with the calendar of %s throughout two years', (zone) => {
    for (let hour = 0; hour < 2 * 365 * 24; hour += 7) {
      const instant = at('2026-01-01T00:30:00Z') + hour * 3_600_000
      expect(dayOf(instant, zone)).toBe(DateTime.fromMillis(instant, { zone }).toISODate())
    }
  })

  it('map a wall time in a spring gap to the end of the gap, and one that comes twice to the first of the two', () => {
    expect(instantAt('2026-03-08', 150, 'America/New_York')).toBe(at('2026-03-08T07:00:00Z'))
    expect(instantAt('2026-03-29', 150, 'Europe/Berlin')).toBe(at('2026-03-29T01:00:00Z'))
    expect(instantAt('2026-10-04', 135, 'Australia/Lord_Howe')).toBe(at('2026-10-03T15:30:00Z'))
    expect(instantAt('2026-10-25', 150, 'Europe/Berlin')).toBe(at('2026-10-25T00:30:00Z'))
    expect(instantAt('2026-11-01', 90, 'America/New_York')).toBe(at('2026-11-01T05:30:00Z'))
  })

  it('know which days exist and how far apart they are', () => {
    expect(
      ['2026-02-28', '2024-02-29', '2026-02-29', '2026-02-30', '2026-13-01', '26-01-01', ''].map(isDay),
    ).toEqual([true, true, false, false, false, false, false])
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
    expect(isoWeekday('2026-09-21')).toBe(1)
    expect(isoWeekday('2026-09-27')).toBe(7)
  })

  it('looks each zone up once: a look takes kilobytes outside the heap', () => {
    const format = vi.spyOn(Intl, 'DateTimeFormat')

    const known = Array.from({ length: 100 }, () => isZone('Pacific/Pitcairn'))

    expect(new Set(known)).toEqual(new Set([true]))
    expect(format.mock.calls.length).toBeLessThanOrEqual(2)
    format.mockRestore()
  })
})
