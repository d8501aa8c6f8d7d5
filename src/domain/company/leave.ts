/** Leave: whole days away, as the settings and the out-of-office hours of HubSpot's users have them. */
import { addDays, type Day, dayOf, type Zone } from '../calendar/day.ts'
import type { KnownUser, Owner, TimeSpan, User } from './people.ts'
import type { Settings } from './settings.ts'
import { type DayHours, workingHoursOf } from './working-hours.ts'

export type PlanSource = 'settings' | 'hubspot'

/** Days away, both included. */
export interface Leave {
  first: Day
  last: Day
  source: PlanSource
}

/** A rep's own working weekdays, as ISO weekdays. */
export interface OwnWeekdays {
  days: readonly number[]
  source: PlanSource
}

/** In order, with spans that touch or overlap taken as one. Spans that do not end after they begin are left out. */
export function mergedSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const merged: TimeSpan[] = []
  for (const { from, to } of spans.filter((span) => span.to > span.from).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** The user as HubSpot lists it at `at`, with what is kept of the spans known before that vanished or were shortened. */
export function withKeptSpans(known: KnownUser | undefined, user: User, at: number): KnownUser {
  if (!known) return { ...user, isListed: true, kept: [] }
  const moment = changeOf(known, user, at)
  const dropped = known.outOfOffice.filter(
    (span) => !user.outOfOffice.some(({ from, to }) => from <= span.from && span.to <= to),
  )
  return { ...user, isListed: true, kept: mergedSpans([...known.kept, ...before(moment, dropped)]) }
}

/** A user whom HubSpot no longer lists at `at`: only the past of the spans remains. */
export function withoutUser(known: KnownUser, at: number): KnownUser {
  const kept = mergedSpans([...known.kept, ...before(at, known.outOfOffice)])
  return { ...known, isListed: false, zone: null, weekdays: null, outOfOffice: [], kept }
}

/** When the record was last changed if that was after the change known before, otherwise when it was read. */
function changeOf(known: KnownUser, { updatedAt }: User, at: number): number {
  if (updatedAt === null || updatedAt > at) return at
  return updatedAt > (known.updatedAt ?? Number.NEGATIVE_INFINITY) ? updatedAt : at
}

function before(moment: number, spans: readonly TimeSpan[]): TimeSpan[] {
  return spans.map(({ from, to }) => ({ from, to: Math.min(to, moment) }))
}

/** Users by user id. */
export type KnownUsers = ReadonlyMap<string, KnownUser>

interface RepBasis {
  owner: Owner
  zone: Zone
  settings: Settings
  users: KnownUsers
}

/** The leave of the settings and, unless they say otherwise, of HubSpot; in the order of its first days. */
export function leaveOf({ owner, zone, settings, users }: RepBasis): Leave[] {
  const set = (settings.leave[owner.id] ?? []).map(
    ([first, last]): Leave => ({ first, last, source: 'settings' }),
  )
  const spans = settings.leaveFromHubSpot ? outOfOfficeOf(owner, users) : []
  const read = spans.flatMap((span) => wholeDays(span, zone, settings))
  return [...set, ...read].sort((a, b) => (a.first < b.first ? -1 : 1))
}

/** An archived owner has no user any more, but what was kept of earlier spans; so has a person's former record. */
function outOfOfficeOf({ userId, isArchived, former = [] }: Owner, users: KnownUsers): TimeSpan[] {
  const kept = [userId, ...former.map((one) => one.userId)].flatMap((id) => users.get(id ?? '')?.kept ?? [])
  const current = isArchived ? [] : (users.get(userId ?? '')?.outOfOffice ?? [])
  return mergedSpans([...kept, ...current])
}

/** The days whose whole working time lies in the span; none, or one run of days. */
function wholeDays({ from, to }: TimeSpan, zone: Zone, hours: DayHours): Leave[] {
  const begun = dayOf(from, zone)
  const first = workingHoursOf(begun, zone, hours).from >= from ? begun : addDays(begun, 1)
  let last = dayOf(to, zone)
  while (last >= first && workingHoursOf(last, zone, hours).to > to) last = addDays(last, -1)
  return last >= first ? [{ first, last, source: 'hubspot' }] : []
}

/** `null`: the rep works on the weekdays of the company. */
export function ownWeekdaysOf({ owner, settings, users }: Omit<RepBasis, 'zone'>): OwnWeekdays | null {
  const set = settings.repWeekdays[owner.id]
  if (set) return { days: set, source: 'settings' }
  if (!settings.weekdaysFromHubSpot || owner.isArchived) return null
  const days = users.get(owner.userId ?? '')?.weekdays ?? null
  return days && { days, source: 'hubspot' }
}

export function isOnLeave({ leave }: { leave: readonly Leave[] }, day: Day): boolean {
  return leave.some(({ first, last }) => day >= first && day <= last)
}
