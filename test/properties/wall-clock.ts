/** Wall clocks from `Intl` alone: an oracle that is independent of the code under test. */
import { addDays, type Day, daysOf } from '../../src/domain/calendar/day.ts'

export const DAY_MS = 86_400_000

export const ALL_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, format)
  return format
}

/** What clocks in the zone show, expressed as the epoch milliseconds at which UTC clocks show the same. */
export function wallAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  return Date.parse(`${formatOf(zone).format(whole).replace(' ', 'T')}Z`) + (instant - whole)
}

export function localDayAt(instant: number, zone: string): Day {
  return new Date(wallAt(instant, zone)).toISOString().slice(0, 10)
}

/** The first instant with a new offset, and how far clocks went forward (below 0: back). */
export interface ClockChange {
  at: number
  byMs: number
}

const known = new Map<string, ClockChange[]>()

/** The clock changes of a zone in a year. */
export function clockChanges(zone: string, year: number): ClockChange[] {
  const key = `${zone} ${year}`
  const found = known.get(key) ?? findChanges(zone, year)
  known.set(key, found)
  return found
}

function findChanges(zone: string, year: number): ClockChange[] {
  const offsetAt = (instant: number) => wallAt(instant, zone) - instant
  const changes: ClockChange[] = []
  let before = offsetAt(Date.UTC(year, 0, 1))
  for (const day of daysOf(`${year}-01-01`, `${year + 1}-01-01`)) {
    let [low, high] = [Date.parse(`${day}T00:00:00Z`), Date.parse(`${addDays(day, 1)}T00:00:00Z`)]
    const after = offsetAt(high)
    if (after === before) continue
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (offsetAt(middle) === before) low = middle
      else high = middle
    }
    changes.push({ at: high, byMs: after - before })
    before = after
  }
  return changes
}
