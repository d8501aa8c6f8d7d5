import { DateTime } from 'luxon'
import { createRandom, type Random, seedOf } from '../random.ts'
import { leaver, planted, type RepModel, reps } from './people.ts'

export interface CompanyTime {
  /** The time the company was generated for: "now" for everything planted in it. */
  nowMs: number
  seed: number
  firstDay: string
  /** Absences by owner id, first and last day, both included. */
  leave: Record<string, [string, string][]>
  /** The same for those who entered theirs as out-of-office hours in HubSpot. */
  leaveInHubSpot: Record<string, [string, string]>
  startedOn: Record<string, string>
  repWeekdays: Record<string, number[]>
  holidays: string[]
  leftOn: string
  /** The days from which the planted win rate is halved and the planted activity is low. */
  winRateFellOn: string
  activityFellOn: string
}

export const accountZone = 'Europe/Copenhagen'

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

function onWorkday(day: string): string {
  return isoWeekday(day) > 5 ? onWorkday(plusDays(day, 1)) : day
}

function holidaysOf(firstDay: string, lastDay: string): string[] {
  const years = [0, 1, 2].map((after) => Number(firstDay.slice(0, 4)) + after)
  return years
    .flatMap((year) => ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'].map((day) => `${year}-${day}`))
    .filter((day) => day >= firstDay && day <= lastDay)
}

/** Three leaves in the past 13 months for everybody, at different times. */
function pastLeave(rep: RepModel, seed: number, today: string): [string, string][] {
  const random = createRandom(seedOf(seed, 'leave', rep.ownerId))
  return [random.whole(45, 110), random.whole(140, 230), random.whole(260, 390)].map((ago) => {
    const first = onWorkday(plusDays(today, -ago))
    return [first, plusDays(first, random.whole(3, 8))]
  })
}

export function companyTime({ now, seed, days }: { now: number; seed: number; days: number }): CompanyTime {
  const today = DateTime.fromMillis(now, { zone: accountZone }).toISODate() ?? ''
  const leave = Object.fromEntries(reps.map((rep) => [rep.ownerId, pastLeave(rep, seed, today)]))
  leave[planted.newHire] = []
  const firstDay = plusDays(today, -days)
  return {
    nowMs: now,
    seed,
    firstDay,
    leave,
    leaveInHubSpot: {
      [planted.onLeave]: [plusDays(today, -4), plusDays(today, 10)],
      [planted.onShortLeave]: [plusDays(today, -1), plusDays(today, 3)],
    },
    startedOn: { [planted.newHire]: onWorkday(plusDays(today, -35)) },
    repWeekdays: { [planted.partTimer]: [1, 2, 4] },
    holidays: holidaysOf(firstDay, plusDays(today, 366)),
    leftOn: plusDays(today, -100),
    winRateFellOn: plusDays(today, -120),
    activityFellOn: plusDays(today, -42),
  }
}

/** Whether a rep is at work on a day. */
export function isAtWork(time: CompanyTime, rep: RepModel, day: string): boolean {
  const weekdays = time.repWeekdays[rep.ownerId] ?? [1, 2, 3, 4, 5]
  if (!weekdays.includes(isoWeekday(day)) || time.holidays.includes(day)) return false
  const started = time.startedOn[rep.ownerId]
  if (started !== undefined && day < started) return false
  if (rep.ownerId === leaver.ownerId && day >= time.leftOn) return false
  return !leavesOf(time, rep.ownerId).some(([first, last]) => day >= first && day <= last)
}

function leavesOf({ leave, leaveInHubSpot }: CompanyTime, ownerId: string): [string, string][] {
  const entered = leaveInHubSpot[ownerId]
  return [...(leave[ownerId] ?? []), ...(entered ? [entered] : [])]
}

const starts = new Map<string, number>()

/** Midnight of a day in a zone. */
export function dayStartMs(day: string, zone: string): number {
  const key = day + zone
  const known = starts.get(key)
  if (known !== undefined) return known
  const start = DateTime.fromISO(day, { zone }).toMillis()
  starts.set(key, start)
  return start
}

/** A random time in the working day, 08:30 to 17:00 in the rep's zone. */
export function workMoment(random: Random, rep: RepModel, day: string): number {
  return dayStartMs(day, rep.zone) + 8.5 * 3_600_000 + Math.floor(random.next() * 8.5 * 3_600_000)
}

/** The first day on or after this one on which the rep is at work. */
export function nextWorkday(time: CompanyTime, rep: RepModel, day: string): string {
  let next = day
  for (let tries = 0; tries < 60 && !isAtWork(time, rep, next); tries += 1) next = plusDays(next, 1)
  return next
}

/** The same time of day, moved to the first day on or after it on which the rep is at work. */
export function onWorkdayMs(
  time: CompanyTime,
  rep: RepModel,
  { fromDay, atMs }: { fromDay: string; atMs: number },
): number {
  let day = fromDay
  while (dayStartMs(plusDays(day, 1), rep.zone) <= atMs) day = plusDays(day, 1)
  const next = nextWorkday(time, rep, day)
  return next === day ? atMs : atMs - dayStartMs(day, rep.zone) + dayStartMs(next, rep.zone)
}

export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let product = random.next()
  let count = 0
  while (product > limit) {
    product *= random.next()
    count += 1
  }
  return count
}
