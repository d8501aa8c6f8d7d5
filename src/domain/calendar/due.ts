/** Due instants: what a wall time, a zone and weekdays mean, by a rule that depends on nothing else. */
import { IANAZone } from 'luxon'
import { addDays, type Day, dayOf, daysOf, isDay, isoWeekday, type Zone } from './day.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** A wall time (`HH:MM`) on ISO weekdays (1 = Monday) in a zone. */
export interface WallSchedule {
  time: string
  zone: Zone
  days: readonly number[]
}

/** One turn of a schedule. It is known by its local date, whatever instant (epoch ms) that becomes. */
export interface DueSlot {
  localDate: Day
  dueAt: number
}

/**
 * The instant (epoch ms) of a wall time on a local date. Of an hour that comes twice it is the first pass; a time that a
 * clock change leaves out runs at the first instant after the gap. Throws a `RangeError` for a day, time or zone that
 * does not exist.
 */
export function dueAt(localDate: Day, time: string, zone: Zone): number {
  const wall = wallClock(localDate, time)
  const at = offsetsOf(zone)
  const offsets = [at(wall - DAY_MS), at(wall + DAY_MS)]
  const passes = offsets.filter((offset) => at(wall - offset) === offset).map((offset) => wall - offset)
  return passes.length > 0 ? Math.min(...passes) : afterGap(wall, offsets, at)
}

/** The slots of a schedule with a due instant in `[from, to)` (epoch ms), in order. */
export function slotsBetween({ time, zone, days }: WallSchedule, from: number, to: number): DueSlot[] {
  return daysOf(addDays(dayOf(from, zone), -1), addDays(dayOf(to, zone), 1))
    .filter((day) => days.includes(isoWeekday(day)))
    .map((localDate) => ({ localDate, dueAt: dueAt(localDate, time, zone) }))
    .filter((slot) => from <= slot.dueAt && slot.dueAt < to)
}

type OffsetAt = (instant: number) => number

/** A zone's offset from UTC in milliseconds at an instant. */
function offsetsOf(name: Zone): OffsetAt {
  const zone = IANAZone.create(name)
  if (!zone.isValid) throw new RangeError(`'${name}' is no IANA time zone`)
  return (instant) => zone.offset(instant) * MINUTE_MS
}

/** The instant at which a clock in UTC would show the day and time. */
function wallClock(localDate: Day, time: string): number {
  if (!isDay(localDate)) throw new RangeError(`'${localDate}' is no day`)
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`'${time}' is no time such as 09:00`)
  return Date.parse(`${localDate}T${time}:00Z`)
}

/** Seeks the clock change between the two readings of a time that it leaves out. */
function afterGap(wall: number, offsets: readonly number[], at: OffsetAt): number {
  let before = wall - Math.max(...offsets)
  let after = wall - Math.min(...offsets)
  const old = at(before)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (at(middle) === old) before = middle
    else after = middle
  }
  return after
}
