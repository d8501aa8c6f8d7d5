import { dayOf } from '../../domain/calendar/day.ts'
import type { PlanSource } from '../../domain/company/leave.ts'
import { type Rep, rosterFrom } from '../../domain/company/roster.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import { type Finding, ok } from './finding.ts'

const SOURCES: Readonly<Record<PlanSource, string>> = {
  hubspot: "from HubSpot's users",
  settings: 'from the settings',
}

/** Who is away today or later, and who has weekdays of their own, by where each comes from. */
export async function leaveFindings(clock: Clock, store: Store): Promise<Finding[]> {
  const roster = rosterFrom(await store.directory.read(), await store.settings.read())
  const reps = roster?.reps.filter(({ owner }) => !owner.isArchived) ?? []
  return [
    ...bySource('leave', (source) => reps.flatMap((rep) => leaveText(rep, source, clock.now()))),
    ...bySource('weekdays', (source) => reps.flatMap((rep) => weekdaysText(rep, source))),
  ]
}

function bySource(check: string, textsFrom: (source: PlanSource) => string[]): Finding[] {
  return (['hubspot', 'settings'] as const).flatMap((source) => {
    const texts = textsFrom(source)
    return texts.length > 0 ? [ok(check, `${SOURCES[source]}: ${listed(texts)}`)] : []
  })
}

const NAMED = 20

function listed(texts: readonly string[]): string {
  const more = texts.length > NAMED ? `; and ${texts.length - NAMED} more` : ''
  return texts.slice(0, NAMED).join('; ') + more
}

function leaveText({ name, zone, leave }: Rep, source: PlanSource, now: number): string[] {
  const today = dayOf(now, zone)
  const ahead = leave.filter((one) => one.source === source && one.last >= today)
  const spans = ahead.map(({ first, last }) => (first === last ? first : `${first} to ${last}`))
  return spans.length > 0 ? [`${name} ${spans.join(', ')}`] : []
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function weekdaysText({ name, weekdays }: Rep, source: PlanSource): string[] {
  if (weekdays?.source !== source) return []
  return [`${name} ${weekdays.days.map((day) => WEEKDAYS[day - 1]).join(' ')}`]
}
