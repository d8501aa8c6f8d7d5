/** Reporting days in every time zone, on every day on which clocks change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type Day,
  dayOf,
  dayStart,
  daysBetween,
  daysOf,
  instantAt,
} from '../../src/domain/calendar/day.ts'
import { at } from '../builders.ts'
import { cases, LONG_MS } from './cases.ts'
import { ALL_ZONES, type ClockChange, clockChanges, DAY_MS, localDayAt, wallAt } from './wall-clock.ts'

const HOUR_MS = 3_600_000

const zone = fc.constantFrom(...ALL_ZONES)
const year = fc.integer({ min: 1971, max: 2037 })

interface Around {
  zone: string
  change: ClockChange | null
  instants: number[]
}

/** A zone with one of a year's clock changes and instants near it; arbitrary instants if the clocks do not change. */
const around: fc.Arbitrary<Around> = fc
  .tuple(zone, year, fc.nat(), fc.array(fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }), { maxLength: 20 }))
  .map(([name, of, index, near]) => {
    const changes = clockChanges(name, of)
    const change = changes[index % Math.max(1, changes.length)] ?? null
    const centre = change?.at ?? Date.UTC(of, index % 12, 1 + (index % 28))
    const edges = [-1, 0, 1, -HOUR_MS, HOUR_MS, HOUR_MS / 2, -HOUR_MS / 2]
    return { zone: name, change, instants: [...edges, ...near].map((ms) => centre + ms) }
  })

/** The local date, except in an hour that comes twice around midnight: a day that has begun does not end again. */
function dayByClock(instant: number, { zone, change }: Around): Day {
  const shown = localDayAt(instant, zone)
  if (change === null || instant < change.at) return shown
  const begun = localDayAt(change.at - 1, zone)
  return begun > shown ? begun : shown
}

describe('reporting days in any zone', () => {
  it(
    'contain each instant once, on the day that clocks show',
    () => {
      fc.assert(
        fc.property(around, (where) => {
          for (const instant of where.instants) {
            const day = dayOf(instant, where.zone)
            expect(day).toBe(dayByClock(instant, where))
            expect(dayStart(day, where.zone)).toBeLessThanOrEqual(instant)
            expect(dayStart(addDays(day, 1), where.zone)).toBeGreaterThan(instant)
          }
        }),
        cases(700),
      )
    },
    LONG_MS,
  )

  it(
    'leave no gaps: each begins where the previous one ends',
    () => {
      fc.assert(
        fc.property(zone, year, fc.nat({ max: 364 }), (name, of, offset) => {
          const first = addDays(`${of}-01-01`, offset)
          for (const day of daysOf(first, addDays(first, 30))) {
            const [start, end] = [dayStart(day, name), dayStart(addDays(day, 1), name)]
            expect(start).toBeLessThanOrEqual(end)
            expect(dayOf(start - 1, name) < day).toBe(true)
            // A day that a zone skipped when it crossed the date line has no instants at all.
            expect(dayOf(start, name)).toBe(start === end ? dayOf(end, name) : day)
          }
        }),
        cases(300),
      )
    },
    LONG_MS,
  )

  it(
    'are longer or shorter by exactly the clock change',
    () => {
      fc.assert(
        fc.property(around, ({ zone: name, change, instants: [instant = 0] }) => {
          const span = [addDays(dayOf(instant, name), -2), addDays(dayOf(instant, name), 3)] as const
          const shift = change === null ? 0 : change.byMs
          const lengthMs = dayStart(span[1], name) - dayStart(span[0], name)

          expect(lengthMs).toBe(daysBetween(...span) * DAY_MS - shift)
        }),
        cases(300),
      )
    },
    LONG_MS,
  )

  it(
    'never run backwards: a later instant is never on an earlier day',
    () => {
      fc.assert(
        fc.property(around, ({ zone: name, instants }) => {
          const days = [...instants].sort((a, b) => a - b).map((instant) => dayOf(instant, name))

          expect(days).toEqual([...days].sort())
        }),
        cases(300),
      )
    },
    LONG_MS,
  )
})

describe('wall times in any zone', () => {
  const minutes = fc.uniqueArray(fc.nat({ max: 1439 }), { minLength: 2, maxLength: 12 })

  it(
    'are mapped to later instants the later they are',
    () => {
      fc.assert(
        fc.property(around, minutes, ({ zone: name, instants: [instant = 0] }, list) => {
          const day = dayOf(instant, name)
          const times = [addDays(day, -1), day, addDays(day, 1)].flatMap((one) =>
            [...list].sort((a, b) => a - b).map((minute) => instantAt(one, minute, name)),
          )

          expect(times).toEqual([...times].sort((a, b) => a - b))
        }),
        cases(300),
      )
    },
    LONG_MS,
  )

  it(
    'are what clocks show at their instant, or are mapped to the end of the gap that skips them',
    () => {
      fc.assert(
        fc.property(around, minutes, ({ zone: name, change, instants: [instant = 0] }, list) => {
          for (const minute of list) {
            const day = dayOf(instant, name)
            const wall = Date.parse(`${day}T00:00:00Z`) + minute * 60_000
            const found = instantAt(day, minute, name)
            if (wallAt(found, name) === wall) {
              // It is the first of two: clocks did not show this time one offset change earlier.
              const earlier = found - Math.abs(change?.byMs ?? 0)
              expect(change !== null && earlier !== found && wallAt(earlier, name) === wall).toBe(false)
            } else {
              expect(found).toBe(change?.at)
              expect(wallAt(found, name)).toBeGreaterThan(wall)
              expect(wallAt(found - 1, name)).toBeLessThan(wall)
            }
          }
        }),
        cases(300),
      )
    },
    LONG_MS,
  )
})

describe('days that clocks cut short or stretch', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23, '2026-03-28T23:00:00Z'],
    ['Europe/Berlin', '2026-10-25', 25, '2026-10-24T22:00:00Z'],
    ['America/New_York', '2026-03-08', 23, '2026-03-08T05:00:00Z'],
    ['America/New_York', '2026-11-01', 25, '2026-11-01T04:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', 23.5, '2026-10-03T13:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', 24.5, '2026-04-04T13:00:00Z'],
    ['Antarctica/Troll', '2026-03-29', 22, '2026-03-29T00:00:00Z'],
    ['Antarctica/Troll', '2026-10-25', 26, '2026-10-24T22:00:00Z'],
    // There is no midnight: clocks jump from 23:59 to 01:00.
    ['Africa/Cairo', '2026-04-24', 23, '2026-04-23T22:00:00Z'],
    ['America/Santiago', '2026-09-06', 23, '2026-09-06T04:00:00Z'],
    ['Asia/Beirut', '2026-03-29', 23, '2026-03-28T22:00:00Z'],
    // The last hour of the day comes twice.
    ['Africa/Cairo', '2026-10-29', 25, '2026-10-28T21:00:00Z'],
    ['America/Santiago', '2026-04-04', 25, '2026-04-04T03:00:00Z'],
    // The first hour of the day comes twice.
    ['America/Havana', '2026-11-01', 25, '2026-11-01T04:00:00Z'],
    // Clocks go from one minute past midnight back to 23:01: the day has begun and continues.
    ['America/St_Johns', '2009-11-01', 25, '2009-11-01T02:30:00Z'],
    // Clocks move by half an hour at midnight, first back, then forward.
    ['Asia/Pyongyang', '2015-08-14', 24.5, '2015-08-13T15:00:00Z'],
    ['Asia/Pyongyang', '2018-05-04', 23.5, '2018-05-03T15:30:00Z'],
    // The zone crosses the date line: this day never existed.
    ['Pacific/Apia', '2011-12-30', 0, '2011-12-30T10:00:00Z'],
    ['Pacific/Fakaofo', '2011-12-30', 0, '2011-12-30T11:00:00Z'],
    ['Pacific/Kwajalein', '1993-08-21', 0, '1993-08-21T12:00:00Z'],
  ])('in %s, %s has %s hours and begins at %s', (name, day, hours, start) => {
    expect(new Date(dayStart(day, name)).toISOString()).toBe(new Date(start).toISOString())
    expect((dayStart(addDays(day, 1), name) - dayStart(day, name)) / HOUR_MS).toBe(hours)
  })

  it.each([
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31'],
    ['America/Santiago', '2026-09-06T03:59:59.999Z', '2026-09-05'],
    ['America/Santiago', '2026-09-06T04:00:00.000Z', '2026-09-06'],
    ['America/Santiago', '2026-04-05T03:59:59.999Z', '2026-04-04'],
    ['America/Santiago', '2026-04-05T04:00:00.000Z', '2026-04-05'],
    ['Africa/Cairo', '2026-04-23T21:59:59.999Z', '2026-04-23'],
    ['Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-24'],
    ['Australia/Lord_Howe', '2026-04-04T12:59:59.999Z', '2026-04-04'],
    ['Australia/Lord_Howe', '2026-04-04T13:00:00.000Z', '2026-04-05'],
  ])('in %s, %s is on %s', (name, instant, day) => {
    expect(dayOf(at(instant), name)).toBe(day)
  })
})
