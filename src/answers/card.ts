/** Cards: the value of a metric in a period, beside the same point of the last one, the target, the team and the rank. */
import { boardRefusal, FEWEST_BESIDE_OWN, isTooFew } from '../domain/access.ts'
import type { AskedPeriod, CardAnswer, MetricLine, Subject } from '../domain/answer.ts'
import { rankReps } from '../domain/board.ts'
import { comparisonOf } from '../domain/calendar/comparison.ts'
import { addDays, type Day } from '../domain/calendar/day.ts'
import { type PeriodSpec, resolvePeriod } from '../domain/calendar/period.ts'
import { calendarOfScope, lastWorkingDay, sharedCalendar } from '../domain/calendar/working-time.ts'
import { metricOrThrow } from '../domain/metrics/catalogue.ts'
import { measure, shown } from '../domain/metrics/measure.ts'
import { progressBasisAt } from '../domain/progress-at.ts'
import { progressOf, type QuotaProgress } from '../domain/quotas/progress.ts'
import { periodBasis, type Rep, repsIn, type Scope } from '../domain/roster.ts'
import { basisFor, type Desk, isIncomplete, readOwnDays, readSums, scopeOf } from './desk.ts'
import { type Ledger, sumOfReps } from './ledger.ts'

const DAY_WEEK_MONTH: readonly PeriodSpec[] = [
  { kind: 'day', which: 0 },
  { kind: 'unit', unit: 'week', which: 0 },
  { kind: 'unit', unit: 'month', which: 0 },
]

const MONTH: readonly PeriodSpec[] = [{ kind: 'unit', unit: 'month', which: 0 }]

/** Without a period an activity is shown for today, week and month, anything else for the month. */
function periodsFor(metric: string, period: PeriodSpec | null): readonly PeriodSpec[] {
  if (period) return [period]
  return metricOrThrow(metric).family === 'A' ? DAY_WEEK_MONTH : MONTH
}

export async function readCard(
  desk: Desk,
  subject: Subject,
  { metrics, period }: { metrics: readonly string[]; period: PeriodSpec | null },
): Promise<CardAnswer> {
  const lines: MetricLine[] = []
  for (const metric of withBooked(metrics)) {
    for (const spec of periodsFor(metric, period)) lines.push(await readLine(desk, subject, { metric, spec }))
  }
  return { kind: 'card', subject, lines, lastWorkingDay: workedBefore(desk, subject, period) }
}

/** For yesterday: the last working day, when that is another one. */
function workedBefore(desk: Desk, subject: Subject, period: PeriodSpec | null): Day | null {
  if (period?.kind !== 'day' || period.which !== -1) return null
  const scope = scopeOf(subject)
  const { today } = periodBasis(desk.roster, scope, desk.now)
  const last = lastWorkingDay(calendarOfScope(desk.roster, scope), today)
  return last === addDays(today, -1) ? null : last
}

/** Meetings are shown held and booked. */
function withBooked(metrics: readonly string[]): string[] {
  return [...new Set(metrics.flatMap((id) => (id === 'meetings' ? ['meetings', 'meetings_booked'] : [id])))]
}

interface Line {
  metric: string
  spec: PeriodSpec
}

async function readLine(desk: Desk, subject: Subject, { metric, spec }: Line): Promise<MetricLine> {
  const scope = scopeOf(subject)
  const asked = askedOf(desk, scope, spec)
  const line = { metric, asked, value: null, before: null, target: null, team: null, rank: null }
  if (isIncomplete(basisFor(desk, scope, [metric]))) return line
  const members = repsIn(desk.roster, scope)
  const peers = subject.kind === 'rep' ? desk.roster.reps : members
  const ledger =
    subject.kind === 'rep'
      ? await readOwnDays(desk, { reps: peers, metrics: [metric], spec })
      : await readSums(desk, { reps: peers, metrics: [metric], days: asked.period })
  if (isKeptBack(scope, members, ledger)) return { ...line, value: 'tooFew' }
  const sums = sumOfReps(ledger, members)
  return {
    ...line,
    value: shown(measure(metricOrThrow(metric), sums)),
    before: await readBefore(desk, scope, { metric, asked }),
    target: targetLine(desk, scope, { metric, asked, ledger }),
    team: teamLine(desk, subject, { metric, ledger }),
    rank: rankLine(desk, subject, { metric, ledger }),
  }
}

export function askedOf(desk: Desk, scope: Scope, spec: PeriodSpec): AskedPeriod {
  return { spec, period: resolvePeriod(spec, periodBasis(desk.roster, scope, desk.now)) }
}

async function readBefore(
  desk: Desk,
  scope: Scope,
  { metric, asked }: { metric: string; asked: AskedPeriod },
) {
  const { settings, zone } = desk.roster
  const basis = periodBasis(desk.roster, scope, desk.now)
  const { from, to } = comparisonOf(asked, basis, sharedCalendar(settings, null, zone))
  if (to <= from) return null
  const tomorrow = addDays(basis.today, 1)
  const period = { from, to, until: to < tomorrow ? to : tomorrow }
  const reps = repsIn(desk.roster, scope)
  const ledger = await readSums(desk, { reps, metrics: [metric], days: period })
  if (isKeptBack(scope, reps, ledger)) return null
  return { period, value: shown(measure(metricOrThrow(metric), sumOfReps(ledger, reps))) }
}

interface Measuring {
  metric: string
  ledger: Ledger
}

function targetLine(
  desk: Desk,
  scope: Scope,
  { metric, asked, ledger }: Measuring & { asked: AskedPeriod },
): QuotaProgress | null {
  const { roster, context, now } = desk
  if (!context.quotas.some((quota) => quota.metric === metric)) return null
  const sums = sumOfReps(ledger, repsIn(roster, scope))
  const basis = progressBasisAt(
    { roster, quotas: context.quotas, at: now },
    { scope, period: asked.period, sums },
    metric,
  )
  return basis.target ? progressOf(basis) : null
}

/** The asker's primary team beside the asker, where enough of it have data. */
function teamLine(desk: Desk, subject: Subject, { metric, ledger }: Measuring) {
  const teamId = desk.selfRep?.primaryTeamId
  if (subject.kind !== 'rep' || !subject.isAsker || !teamId) return null
  const members = repsIn(desk.roster, { kind: 'team', teamId })
  if (withData(members, ledger).length < FEWEST_BESIDE_OWN) return null
  const name = desk.roster.teams.find((team) => team.id === teamId)?.name ?? teamId
  return { name, value: shown(measure(metricOrThrow(metric), sumOfReps(ledger, members))) }
}

/** Reps for whom something was counted. */
export function withData(reps: readonly Rep[], ledger: Ledger): Rep[] {
  return reps.filter((rep) => Object.values(ledger.get(rep.id) ?? {}).some((amount) => amount !== 0))
}

/** Whether a total of these reps says too much about each of those who have data. One's own numbers are no total. */
export function isKeptBack(scope: Scope, reps: readonly Rep[], ledger: Ledger): boolean {
  return scope.kind !== 'rep' && isTooFew(withData(reps, ledger).length)
}

/** The asker's own place among the reps, where boards may name people. Nobody is shown as last. */
function rankLine(desk: Desk, subject: Subject, { metric, ledger }: Measuring) {
  const isOwn = subject.kind === 'rep' && subject.isAsker
  if (!isOwn || boardRefusal(desk.roster.settings.visibility)) return null
  const board = rankReps(metricOrThrow(metric), measured(boardReps(desk), { metric, ledger }))
  const own = board.standings.find((standing) => standing.rep === subject.ownerId)
  const ranked = board.standings.filter(
    (standing) => standing.rank !== null && (standing.value.value ?? 0) !== 0,
  )
  const isLast = own?.rank === ranked.at(-1)?.rank && ranked.length > 1 && own?.rank !== 1
  const hasPlace = own !== undefined && ranked.includes(own) && !isLast
  return hasPlace && own.rank !== null ? { rank: own.rank, of: ranked.length } : null
}

/** Who may stand on a board: not archived, not opted out. */
export function boardReps(desk: Desk): Rep[] {
  const { optOut } = desk.roster.settings
  return desk.roster.reps.filter((rep) => !rep.owner.isArchived && !optOut.includes(rep.id))
}

export function measured(reps: readonly Rep[], { metric, ledger }: Measuring) {
  const declared = metricOrThrow(metric)
  return reps.map((rep) => ({ owner: rep.owner, measured: measure(declared, ledger.get(rep.id) ?? {}) }))
}
