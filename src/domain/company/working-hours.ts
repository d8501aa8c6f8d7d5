/** The working time of a day: when it starts and ends. */
import { type Day, instantAt, type Zone } from '../calendar/day.ts'
import type { TimeSpan } from './people.ts'
import type { Settings } from './settings.ts'

export type DayHours = Pick<Settings, 'dayStart' | 'hoursPerDay'>

const HOUR_MS = 3_600_000

/** From the start of the working day, for so many hours, in the zone. */
export function workingHoursOf(day: Day, zone: Zone, { dayStart, hoursPerDay }: DayHours): TimeSpan {
  const from = instantAt(day, minutesOf(dayStart), zone)
  return { from, to: from + Math.round(hoursPerDay * HOUR_MS) }
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
