import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDays, type Day, daysOf } from '../../../src/domain/calendar/day.ts'
import { dueAt, slotsBetween } from '../../../src/domain/calendar/due.ts'
import { at } from '../../builders.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const isLong = process.env['SCORELINE_TEST_LONG'] === '1'

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'Europe/Berlin',
  'Europe/London',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'America/Nuuk',
  'Asia/Beirut',
]

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

/** The wall clock according to Intl alone, as an oracle that is independent of the code under test. */
function wallClockIn(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (instant) => format.format(instant)
}

/** The days from 2026 to 2030 on which a zone's clocks change. */
function daysOfClockChange(zone: string): Day[] {
  const clock = wallClockIn(zone)
  const noonAt = (day: Day) => clock(Date.parse(`${day}T12:00:00Z`)).slice(11)
  return daysOf('2026-01-01', '2031-01-01').filter((day) => noonAt(day) !== noonAt(addDays(day, -1)))
}

describe('when a digest is due', () => {
  it.each([
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2026-04-24', '00:30', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])(
    'on %s at %s in %s, inside the spring gap, is the first instant after the gap',
    (day, time, zone, due) => {
      expect(iso(dueAt(day, time, zone))).toBe(due)
    },
  )

  it.each([
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ])('on %s at %s in %s, in an hour that comes twice, is the first of the two', (day, time, zone, due) => {
    expect(iso(dueAt(day, time, zone))).toBe(due)
  })

  it('stays at its wall time in Chicago across the autumn clock change', () => {
    const sundays = { time: '08:00', zone: 'America/Chicago', days: [7] }

    const slots = slotsBetween(sundays, at('2026-10-24T00:00:00Z'), at('2026-11-03T00:00:00Z'))

    expect(slots.map((slot) => iso(slot.dueAt))).toEqual([
      '2026-10-25T13:00:00.000Z',
      '2026-11-01T14:00:00.000Z',
    ])
  })

  it('uses the weekday of the local date, not of the UTC date', () => {
    const mondays = { time: '08:00', zone: 'Pacific/Auckland', days: [1] }

    const slots = slotsBetween(mondays, at('2026-09-19T00:00:00Z'), at('2026-09-23T00:00:00Z'))

    expect(slots).toEqual([{ localDate: '2026-09-21', dueAt: at('2026-09-20T20:00:00Z') }])
  })

  it('includes the first instant of a span and excludes the last', () => {
    const daily = { time: '09:00', zone: 'Europe/Copenhagen', days: EVERY_DAY }
    const due = at('2026-09-21T07:00:00Z')

    expect(slotsBetween(daily, due, due)).toEqual([])
    expect(slotsBetween(daily, due, due + 1)).toEqual([{ localDate: '2026-09-21', dueAt: due }])
    expect(slotsBetween(daily, due - 5, due)).toEqual([])
  })

  it.each([
    ['2026-02-30', '09:00', 'Europe/Copenhagen'],
    ['2026-09-21', '24:00', 'Europe/Copenhagen'],
    ['2026-09-21', '9:00', 'Europe/Copenhagen'],
    ['2026-09-21', '09:00', 'Europe/Atlantis'],
  ])('refuses %s %s %s', (day, time, zone) => {
    expect(() => dueAt(day, time, zone)).toThrow(RangeError)
  })
})

describe('the present date', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('does not affect due instants: five years of them are the same in July and in December', () => {
    const everyZone = () =>
      ZONES.map((zone) =>
        ['01:30', ...(isLong ? ['00:30', '02:30'] : [])].map((time) =>
          slotsBetween(
            { time, zone, days: EVERY_DAY },
            at('2026-01-01T00:00:00Z'),
            at('2031-01-01T00:00:00Z'),
          ),
        ),
      )

    vi.useFakeTimers({ now: at('2026-07-01T00:00:00Z'), toFake: ['Date'] })
    const inJuly = everyZone()
    vi.setSystemTime(at('2026-12-01T00:00:00Z'))
    const inDecember = everyZone()

    expect(inJuly[0]?.[0]).toHaveLength(1826)
    expect(inDecember).toEqual(inJuly)
  })
})

describe("the machine's own time zone", () => {
  it('does not affect due instants', () => {
    const module = new URL('../../../src/domain/calendar/due.ts', import.meta.url).href
    const program = `const { dueAt } = await import(${JSON.stringify(module)})
      const zones = ['Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe']
      console.log(zones.map((zone) => new Date(dueAt('2026-09-21', '09:00', zone)).toISOString()).join(' '))`
    const underZone = (TZ: string) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }).trim()

    const due = '2026-09-21T03:30:00.000Z 2026-09-21T03:15:00.000Z 2026-09-20T22:30:00.000Z'
    expect(['UTC', 'America/New_York', 'Pacific/Auckland'].map(underZone)).toEqual([due, due, due])
  })
})

describe.each(ZONES)('every clock change from 2026 to 2030 in %s', (zone) => {
  const clock = wallClockIn(zone)
  const changes = daysOfClockChange(zone)

  it(`maps each wall time to the first minute that shows it, otherwise to the first minute after the gap${isLong ? '' : ' (a tenth of the times)'}`, () => {
    for (const change of changes) {
      const start = Date.parse(`${addDays(change, -2)}T09:00:00Z`)
      const step = isLong ? MINUTE_MS : 15 * MINUTE_MS
      const minutes = Array.from({ length: (4 * 24 * HOUR_MS) / step }, (_, n) => start + n * step)
      const shown = minutes.map((instant) => ({ instant, wall: clock(instant) }))

      for (const day of [addDays(change, -1), change, addDays(change, 1)]) {
        for (let minute = 0; minute < 1440; minute += isLong ? 1 : 15) {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const first = shown.find(({ wall }) => wall >= `${day} ${time}`)
          expect(`${day} ${time} ${iso(dueAt(day, time, zone))}`).toBe(
            `${day} ${time} ${iso(first?.instant ?? 0)}`,
          )
        }
      }
    }
  })

  it(`yields each local date once and in order when ticking through the two days around it${isLong ? '' : ' (a tenth of the ticks)'}`, () => {
    const step = (isLong ? 1 : 10) * MINUTE_MS
    for (const change of changes) {
      for (const time of isLong ? ['00:00', '02:30', '23:45'] : ['02:30']) {
        const start = Date.parse(`${change}T12:00:00Z`) - 24 * HOUR_MS
        const end = start + 48 * HOUR_MS
        const schedule = { time, zone, days: EVERY_DAY }
        const ticked = []
        for (let tick = start; tick < end; tick += step)
          ticked.push(...slotsBetween(schedule, tick, tick + step))

        expect(ticked).toEqual(slotsBetween(schedule, start, end))
        expect(new Set(ticked.map((slot) => slot.localDate)).size).toBe(ticked.length)
        expect(ticked.length).toBeGreaterThanOrEqual(1)
        for (const [index, slot] of ticked.entries()) {
          expect(slot.dueAt).toBeGreaterThan(ticked[index - 1]?.dueAt ?? 0)
        }
      }
    }
  })
})

describe('days without a midnight', () => {
  it.each([
    ['Africa/Cairo', '2026-04-24', 23],
    ['America/Santiago', '2026-09-06', 23],
    ['Europe/Berlin', '2026-10-25', 25],
  ])('in %s, %s begins once and lasts %i hours, and the next day follows immediately', (zone, day, hours) => {
    const start = dueAt(day, '00:00', zone)

    expect(dueAt(addDays(day, 1), '00:00', zone) - start).toBe(hours * HOUR_MS)
    expect(start - dueAt(addDays(day, -1), '00:00', zone)).toBe(24 * HOUR_MS)
    expect(wallClockIn(zone)(start).slice(0, 10)).toBe(day)
    expect(wallClockIn(zone)(start - 1).slice(0, 10)).toBe(addDays(day, -1))
  })
})
