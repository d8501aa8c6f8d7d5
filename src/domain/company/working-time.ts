/** Working time: which days are working days for a rep or a team, and how much of them has passed. */

import { addDays, type Day, dayOf, daysOf, isoWeekday, type Zone } from '../calendar/day.ts'
import {
  compare,
  type Exact,
  exact,
  fromDecimal,
  minus,
  ONE,
  over,
  plus,
  times,
  ZERO,
} from '../numbers/exact.ts'
import { isOnLeave } from './leave.ts'
import { type Rep, type Roster, repOf, type Scope } from './roster.ts'
import type { Settings } from './settings.ts'
import { workingHoursOf } from './working-hours.ts'

/** A calendar: which days are working days, and in which time zone. */
export interface WorkCalendar {
  zone: Zone
  /** Working days as planned, before absence. */
  isScheduled(day: Day): boolean
  /** Scheduled and not absent. For a team as a whole, the same as scheduled. */
  isPresent(day: Day): boolean
}

function holidaysOf(settings: Settings, teamId: string | null): ReadonlySet<Day> {
  const own = teamId === null ? undefined : settings.holidays[teamId]
  return new Set(own ?? settings.holidays['default'] ?? [])
}

/**
 * Scheduled: the rep's own weekdays or the company's, less the primary team's holidays. Present: also less leave and
 * days before the start.
 */
export function repCalendar(rep: Rep, settings: Settings): WorkCalendar {
  const weekdays = rep.weekdays?.days ?? settings.workingWeekdays
  const holidays = holidaysOf(settings, rep.primaryTeamId)
  const start = settings.startedOn[rep.id] ?? ''
  const isScheduled = (day: Day) => weekdays.includes(isoWeekday(day)) && !holidays.has(day)
  return {
    zone: rep.zone,
    isScheduled,
    isPresent: (day) => day >= start && isScheduled(day) && !isOnLeave(rep, day),
  }
}

/** The calendar of a team (or of everyone) as a whole, without any rep's own weekdays or leave. */
export function sharedCalendar(settings: Settings, teamId: string | null, zone: Zone): WorkCalendar {
  const holidays = holidaysOf(settings, teamId)
  const isScheduled = (day: Day) => settings.workingWeekdays.includes(isoWeekday(day)) && !holidays.has(day)
  return { zone, isScheduled, isPresent: isScheduled }
}

export function calendarOfScope(roster: Roster, scope: Scope): WorkCalendar {
  const { settings, zone } = roster
  if (scope.kind === 'team')
    return sharedCalendar(settings, scope.teamId, settings.teamZones[scope.teamId] ?? zone)
  const rep = scope.kind === 'rep' ? repOf(roster, scope.ownerId) : undefined
  return rep ? repCalendar(rep, settings) : sharedCalendar(settings, null, zone)
}

/**
 * Working time of a period, in working days. `elapsedShare` is `null` until the period is over if it has no working
 * days.
 */
export interface WorkingTime {
  days: number
  elapsed: Exact
  remaining: Exact
  elapsedShare: Exact | null
  isOver: boolean
}

/** Working days before today count 1, today counts its elapsed part, later ones count 0. */
export function workingTime(
  calendar: WorkCalendar,
  period: { from: Day; to: Day },
  { now, settings }: { now: number; settings: Settings },
): WorkingTime {
  const today = dayOf(now, calendar.zone)
  const days = daysOf(period.from, period.to).filter((day) => calendar.isPresent(day))
  const before = days.filter((day) => day < today).length
  const part = days.includes(today) ? elapsedPart(today, calendar.zone, { now, settings }) : ZERO
  const elapsed = plus(exact(before), part)
  const isOver = today >= period.to
  return {
    days: days.length,
    elapsed,
    remaining: minus(exact(days.length), elapsed),
    elapsedShare: isOver ? ONE : over(elapsed, exact(days.length)),
    isOver,
  }
}

/** The share of today's working hours that has passed: 0 before they begin, 1 after they end. */
export function elapsedPart(
  today: Day,
  zone: Zone,
  { now, settings }: { now: number; settings: Settings },
): Exact {
  const { from: start } = workingHoursOf(today, zone, settings)
  const hours = fromDecimal(String(settings.hoursPerDay)) ?? exact(8)
  const share = over(exact(now - start), times(hours, exact(3_600_000)))
  if (!share || compare(share, ZERO) < 0) return ZERO
  return compare(share, ONE) > 0 ? ONE : share
}

/** The last working day before today; yesterday if the last 14 days have none. */
export function lastWorkingDay(calendar: WorkCalendar, today: Day): Day {
  const recent = daysOf(addDays(today, -14), today).toReversed()
  return recent.find((day) => calendar.isPresent(day)) ?? recent[0] ?? today
}

/** The earliest of the last `count` working days before today; `count` calendar days back if there are too few. */
export function workingDaysBack(calendar: WorkCalendar, today: Day, count: number): Day {
  const days = daysOf(addDays(today, -count * 3 - 30), today).filter((day) => calendar.isPresent(day))
  return days.at(-count) ?? addDays(today, -count)
}
