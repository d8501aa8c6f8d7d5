/** Working days passed: what working hours, costs and scorecard benchmarks go by. */

import type { Day } from '../calendar/day.ts'
import type { Exact } from '../numbers/exact.ts'
import type { Rep } from './roster.ts'
import type { Settings } from './settings.ts'
import { repCalendar, type WorkCalendar, workingTime } from './working-time.ts'

/**
 * The rep's working days passed, in days: those before today count 1, today its elapsed part in the rep's zone, later
 * ones 0. Leave, days before the start and days after the archive day are none. A team's are the sum of its reps'.
 */
export function daysPassed(
  rep: Rep,
  period: { from: Day; to: Day },
  { now, settings }: { now: number; settings: Settings },
): Exact {
  return workingTime(untilArchive(rep, repCalendar(rep, settings)), period, { now, settings }).elapsed
}

/** Days after an archived rep's last one count nowhere. */
function untilArchive({ archiveDay }: Rep, calendar: WorkCalendar): WorkCalendar {
  if (archiveDay === null) return calendar
  return { ...calendar, isPresent: (day) => day <= archiveDay && calendar.isPresent(day) }
}
