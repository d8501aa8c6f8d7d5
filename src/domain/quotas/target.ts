/** The target of any period: each day takes its share of the one quota that applies to it, so nothing counts twice. */
import { addDays, type Day, daysOf } from '../calendar/day.ts'
import { lengthInDays } from '../calendar/period.ts'
import { type Rep, type Roster, repsIn, type Scope } from '../company/roster.ts'
import { repCalendar, sharedCalendar, type WorkCalendar } from '../company/working-time.ts'
import { type Exact, exact, fromDecimal, over, sum, ZERO } from '../numbers/exact.ts'
import { isHeldBy, type Quota, type QuotaHolder, type QuotaSource, quotasOf } from './quota.ts'

/** `target` is `null` if there is none. `uncoveredDays`: working days of the period without a quota. */
export interface Target {
  target: Exact | null
  uncoveredDays: number | null
}

const NO_TARGET: Target = { target: null, uncoveredDays: null }

/** Days `[from, to)`. */
export interface AskedTarget {
  metric: string
  from: Day
  to: Day
}

/** A team's target comes from its own quotas if any overlaps the period, otherwise it is the sum of its members'. */
export function targetOf(roster: Roster, scope: Scope, quotas: readonly Quota[], asked: AskedTarget): Target {
  const relevant = quotas.filter((quota) => quota.metric === asked.metric && overlaps(quota, asked))
  if (scope.kind === 'team') {
    const own = relevant.filter((quota) => isHeldBy(quota, scope))
    if (own.length > 0) return teamTarget(roster, scope.teamId, own, asked)
  }
  const members = repsIn(roster, scope).map((rep) => repTarget(roster, rep, relevant, asked))
  return scope.kind === 'rep' ? (members[0] ?? NO_TARGET) : sumOfMembers(members)
}

export function overlaps(quota: Quota, asked: AskedTarget): boolean {
  return quota.from < asked.to && quota.to > asked.from
}

/** The uncovered days of a sum are those of the member with the most uncovered days. */
export function sumOfMembers(members: readonly Target[]): Target {
  const targets = members.flatMap((member) => (member.target ? [member.target] : []))
  if (targets.length === 0) return NO_TARGET
  const uncovered = members.map((member) => member.uncoveredDays ?? 0)
  return { target: sum(targets), uncoveredDays: Math.max(...uncovered) }
}

function repTarget(roster: Roster, rep: Rep, quotas: readonly Quota[], asked: AskedTarget): Target {
  const own = quotas.filter((quota) => isHeldBy(quota, { kind: 'rep', ownerId: rep.id }))
  const end = rep.archiveDay === null ? null : addDays(rep.archiveDay, 1)
  const calendar = repCalendar(rep, roster.settings)
  return spread({ quotas: own, asked, calendar, end, leaveLowersTarget: roster.settings.leaveLowersTarget })
}

function teamTarget(roster: Roster, teamId: string, own: readonly Quota[], asked: AskedTarget): Target {
  const zone = roster.settings.teamZones[teamId] ?? roster.zone
  const calendar = sharedCalendar(roster.settings, teamId, zone)
  return spread({ quotas: own, asked, calendar, end: null, leaveLowersTarget: true })
}

interface Spread {
  quotas: readonly Quota[]
  asked: AskedTarget
  calendar: WorkCalendar
  /** Days from here on do not count (archived reps). */
  end: Day | null
  leaveLowersTarget: boolean
}

/** The sum of each day's share. A target of 0 is not a target. */
function spread({ quotas, asked, calendar, end, leaveLowersTarget }: Spread): Target {
  if (quotas.length === 0) return NO_TARGET
  const quotaOn = quotaByDay(quotas, asked)
  const shares = new Map<Quota, DayShare>()
  let total = ZERO
  let uncoveredDays = 0
  const covered = new Map<Quota, number>()
  for (const day of daysOf(asked.from, asked.to)) {
    if (end !== null && day >= end) break
    const quota = quotaOn(day)
    if (!quota) {
      if (calendar.isPresent(day)) uncoveredDays++
      continue
    }
    const share = shares.get(quota) ?? dayShare(quota, calendar, leaveLowersTarget)
    shares.set(quota, share)
    if (share.takes(day)) covered.set(quota, (covered.get(quota) ?? 0) + 1)
  }
  for (const [quota, days] of covered) {
    const share = shares.get(quota)
    if (share) total = sum([total, { n: share.amount.n * BigInt(days), d: share.amount.d }])
  }
  return total.n === 0n ? NO_TARGET : { target: sum([total]), uncoveredDays }
}

/** The one quota that applies to a day. A quota for exactly the requested days applies to all of them. */
function quotaByDay(
  quotas: readonly Quota[],
  { from, to }: Pick<AskedTarget, 'from' | 'to'>,
): (day: Day) => Quota | undefined {
  const ordered = [...quotas].sort(byPrecedence)
  const exactOne = ordered.find((quota) => quota.from === from && quota.to === to)
  return (day) => exactOne ?? ordered.find((one) => one.from <= day && day < one.to)
}

/** The quota that applies on a day, among quotas of one holder and metric. */
export function quotaOn(quotas: readonly Quota[], day: Day): Quota | undefined {
  return quotaByDay(quotas, { from: day, to: addDays(day, 1) })(day)
}

/** The quotas that a target comes from: those that apply to at least one of the requested days, without duplicates. */
export function quotasBehind(
  roster: Roster,
  scope: Scope,
  quotas: readonly Quota[],
  asked: AskedTarget,
): Quota[] {
  const relevant = quotas.filter((quota) => quota.metric === asked.metric && overlaps(quota, asked))
  const own = scope.kind === 'team' ? relevant.filter((quota) => isHeldBy(quota, scope)) : []
  const holders: QuotaHolder[] = repsIn(roster, scope).map(({ id }) => ({ kind: 'rep', ownerId: id }))
  const lists =
    own.length > 0 ? [own] : holders.map((holder) => relevant.filter((quota) => isHeldBy(quota, holder)))
  const days = daysOf(asked.from, asked.to)
  return lists.flatMap((list) => {
    const quotaOn = quotaByDay(list, asked)
    return [...new Set(days.flatMap((day) => quotaOn(day) ?? []))]
  })
}

interface DayShare {
  amount: Exact
  takes(day: Day): boolean
}

/** The share of a quota that one day takes, and which days take it. */
function dayShare(quota: Quota, calendar: WorkCalendar, leaveLowersTarget: boolean): DayShare {
  const days = daysOf(quota.from, quota.to)
  const target = fromDecimal(quota.target) ?? ZERO
  const scheduled = days.filter((day) => calendar.isScheduled(day)).length
  if (scheduled === 0) return { amount: over(target, exact(days.length)) ?? ZERO, takes: () => true }
  const present = days.filter((day) => calendar.isPresent(day)).length
  const sharing = leaveLowersTarget ? scheduled : present
  return { amount: over(target, exact(sharing)) ?? ZERO, takes: (day) => calendar.isPresent(day) }
}

const SOURCE_ORDER: Readonly<Record<QuotaSource, number>> = { hubspot: 0, csv: 1, slack: 2 }

/** Order of precedence: source (Slack, CSV, HubSpot), then the shortest period, then the latest made. */
function byPrecedence(a: Quota, b: Quota): number {
  const source = SOURCE_ORDER[b.source] - SOURCE_ORDER[a.source]
  if (source !== 0) return source
  const length = lengthInDays(a) - lengthInDays(b)
  return length !== 0 ? length : b.madeAt - a.madeAt
}

interface Span {
  from: Day
  to: Day
}

/**
 * The period of the quota in force. For a rep, or a team with quotas of its own: the shortest that applies today.
 * Otherwise the one that most of the scope's reps with a quota share; among equals the shorter. `null` without any.
 */
export function periodInForce(
  roster: Roster,
  scope: Scope,
  { quotas, metric, today }: { quotas: readonly Quota[]; metric: string; today: Day },
): Span | null {
  const current = (holder: QuotaHolder) =>
    quotasOf(quotas, { holder, metric }).filter(({ from, to }) => from <= today && today < to)
  const own = scope.kind === 'team' ? current(scope) : []
  if (own.length > 0) return mostShared([own])
  const reps = repsIn(roster, scope).filter((rep) => rep.archiveDay === null || rep.archiveDay >= today)
  return mostShared(reps.map(({ id }) => current({ kind: 'rep', ownerId: id })))
}

/** The period that occurs in most of the lists; among equals the shortest. */
function mostShared(lists: readonly (readonly Quota[])[]): Span | null {
  const shares = new Map<string, { span: Span; count: number }>()
  for (const list of lists) {
    for (const [key, { from, to }] of new Map(list.map((quota) => [`${quota.from} ${quota.to}`, quota]))) {
      shares.set(key, { span: { from, to }, count: (shares.get(key)?.count ?? 0) + 1 })
    }
  }
  const [first] = [...shares.values()].sort(
    (a, b) => b.count - a.count || lengthInDays(a.span) - lengthInDays(b.span),
  )
  return first?.span ?? null
}
