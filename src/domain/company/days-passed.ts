/** Working days passed: the basis of working hours, costs and scorecard benchmarks. */

import type { Day } from '../calendar/day.ts'
import type { Exact } from '../numbers/exact.ts'
import type { Rep } from './roster.ts'
import type { Settings } from './settings.ts'
import { repCalendar, type WorkCalendar, workingTime } from './working-time.ts'

/**
 * The rep's working days passed: each one before today counts 1, today counts the part that has elapsed in the rep's
 * zone, later days count 0. Leave, days before the start and days after the archive day do not count. A team's working
 * days are the sum over its reps.
 */
export function daysPassed(
  rep: Rep,
  period: { from: Day; to: Day },
  { now, settings }: { now: number; settings: Settings },
): Exact {
  return workingTime(untilArchive(rep, repCalendar(rep, settings)), period, { now, settings }).elapsed
}

/** Days after an archived rep's last day never count. */
function untilArchive({ archiveDay }: Rep, calendar: WorkCalendar): WorkCalendar {
  if (archiveDay === null) return calendar
  return { ...calendar, isPresent: (day) => day <= archiveDay && calendar.isPresent(day) }
}
