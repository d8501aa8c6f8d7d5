/** Due instants: computed from a wall time, a zone and weekdays, and from nothing else. */
import { addDays, type Day, dayOf, daysOf, instantAt, isDay, isoWeekday, isZone, type Zone } from './day.ts'

/** A wall time (`HH:MM`) on ISO weekdays (1 = Monday) in a zone. */
export interface WallSchedule {
  time: string
  zone: Zone
  days: readonly number[]
}

/** One occurrence of a schedule. Its local date identifies it, whatever instant (epoch ms) that turns out to be. */
export interface DueSlot {
  localDate: Day
  dueAt: number
}

/**
 * The instant (epoch ms) of a wall time on a local date. In an hour that comes twice it is the first of the two; a time
 * that a clock change skips gives the first instant after the gap. Throws a `RangeError` for a day, time or zone that
 * does not exist.
 */
export function dueAt(localDate: Day, time: string, zone: Zone): number {
  if (!isDay(localDate)) throw new RangeError(`'${localDate}' is not a day such as 2026-10-31`)
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (hours === undefined) throw new RangeError(`'${time}' is not a time such as 09:00`)
  if (!isZone(zone)) throw new RangeError(`'${zone}' is not an IANA time zone`)
  return instantAt(localDate, Number(hours) * 60 + Number(minutes), zone)
}

/** The slots of a schedule with a due instant in `[from, to)` (epoch ms), in order. */
export function slotsBetween({ time, zone, days }: WallSchedule, from: number, to: number): DueSlot[] {
  return daysOf(addDays(dayOf(from, zone), -1), addDays(dayOf(to, zone), 1))
    .filter((day) => days.includes(isoWeekday(day)))
    .map((localDate) => ({ localDate, dueAt: dueAt(localDate, time, zone) }))
    .filter((slot) => from <= slot.dueAt && slot.dueAt < to)
}
