/** The report: every metric for every scope and period, as one JSON document. */

import { rankReps } from '../domain/board.ts'
import { comparisonOf } from '../domain/calendar/comparison.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Period, type PeriodSpec, resolvePeriod } from '../domain/calendar/period.ts'
import { readPeriod } from '../domain/calendar/period-words.ts'
import { repCalendar, sharedCalendar, workingTime } from '../domain/calendar/working-time.ts'
import { type Exact, exact, fromDecimal, over, sum, times, toNumber, ZERO } from '../domain/exact.ts'
import { CATALOGUE } from '../domain/metrics/catalogue.ts'
import { type Measured, measure, shown, type Value } from '../domain/metrics/measure.ts'
import { progressBasisAt, type ScopedSums } from '../domain/progress-at.ts'
import { type ProgressBasis, progressOf } from '../domain/quotas/progress.ts'
import { type Quota, quotaMetrics } from '../domain/quotas/quota.ts'
import { basisIn, periodBasis, type Rep, type Roster, repsIn, type Scope } from '../domain/roster.ts'
import { TALLIES } from '../domain/tally.ts'
import type { Store } from '../ports.ts'
import { type AnswerPorts, readContext } from './context.ts'
import { type Ledger, readLedger, sumOfReps } from './ledger.ts'
import { qualitySheet, readQuality } from './quality.ts'

/** A period of which the words cannot be read. */
export class UnknownPeriodError extends Error {
  override name = 'UnknownPeriodError'
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Sheet = { [key: string]: Json }

/** Metrics that belong to the report. Lost deals are in it as a tally. */
const REPORTED = CATALOGUE.filter((metric) => metric.id !== 'deals_lost')

interface Desk {
  store: Store
  roster: Roster
  quotas: readonly Quota[]
  at: number
  ledgers: Map<string, Promise<Ledger>>
}

/** Throws `UnknownPeriodError` for words that are no period; `null` while HubSpot was never read. */
export async function readReport(
  ports: AnswerPorts,
  { periods, at }: { periods: readonly string[]; at?: number | undefined },
): Promise<Sheet | null> {
  const now = at ?? ports.clock.now()
  const specs = periods.map((words) => ({ words, spec: readPeriodOrThrow(words) }))
  const { roster, quotas } = await readContext(ports, now)
  if (!roster) return null
  const desk: Desk = { store: ports.store, roster, quotas, at: now, ledgers: new Map() }
  const report: Sheet = {}
  for (const { words, spec } of specs) report[words] = await periodSheet(desk, spec)
  report['_data_quality'] = qualitySheet((await readQuality(ports, now)) ?? [])
  report['_meta'] = metaSheet(desk)
  return report
}

export function readPeriodOrThrow(words: string): PeriodSpec {
  const spec = readPeriod(words)
  if (spec) return spec
  throw new UnknownPeriodError(
    `'${words}' is no period. Write e.g. 'this month', '2026-10', '2026-Q3', 'last 7 days' or '2026-10-01..2026-10-31'.`,
  )
}

function scopesOf(roster: Roster): { name: string; scope: Scope }[] {
  return [
    ...roster.reps.map((rep) => ({
      name: `rep:${rep.id}`,
      scope: { kind: 'rep', ownerId: rep.id } as const,
    })),
    ...roster.teams.map((team) => ({
      name: `team:${team.id}`,
      scope: { kind: 'team', teamId: team.id } as const,
    })),
    { name: 'everyone', scope: { kind: 'everyone' } as const },
  ]
}

function metaSheet({ roster, at }: Desk): Sheet {
  return {
    now: new Date(at).toISOString(),
    zone: roster.zone,
    currency: roster.currency,
    exponent: roster.exponent,
    scopes: scopesOf(roster).map(({ name }) => name),
  }
}

async function periodSheet(desk: Desk, spec: PeriodSpec): Promise<Sheet> {
  const sheet: Sheet = {}
  for (const { name, scope } of scopesOf(desk.roster)) sheet[name] = await scopeSheet(desk, scope, spec)
  sheet['_ranks'] = await ranksSheet(desk, spec)
  const basis = periodBasis(desk.roster, { kind: 'everyone' }, desk.at)
  const asked = { spec, period: resolvePeriod(spec, basis) }
  const calendar = sharedCalendar(desk.roster.settings, null, desk.roster.zone)
  const { from, to } = comparisonOf(asked, basis, calendar)
  sheet['_comparison'] = { from, to }
  return sheet
}

/** Scopes in one zone ask for the same days: these are read once. */
function ledgerFor(desk: Desk, { from, until }: Pick<Period, 'from' | 'until'>): Promise<Ledger> {
  const key = `${from} ${until}`
  const known = desk.ledgers.get(key)
  if (known) return known
  const query = { reps: desk.roster.reps, tallies: TALLIES, from, until, at: desk.at }
  const ledger = readLedger(desk.store, query)
  desk.ledgers.set(key, ledger)
  return ledger
}

async function scopeSheet(desk: Desk, scope: Scope, spec: PeriodSpec): Promise<Sheet> {
  const { roster } = desk
  const period = resolvePeriod(spec, periodBasis(roster, scope, desk.at))
  const reps = repsIn(roster, scope)
  const sums = sumOfReps(await ledgerFor(desk, period), reps)
  const sheet: Sheet = {}
  for (const metric of REPORTED) sheet[metric.id] = { ...shown(measure(metric, sums)) }
  for (const tally of TALLIES) sheet[`tally:${tally}`] = plain(exact(sums[tally] ?? 0))
  sheet['working_hours'] = plain(workingHours(desk, reps, period))
  Object.assign(sheet, attainmentSheet(desk, { scope, period, sums }))
  sheet['_period'] = { from: period.from, to: period.to, until: period.until }
  sheet['_quota'] = quotaSheet(desk, { scope, period, sums })
  return sheet
}

function plain(value: Exact): Sheet {
  return { value: toNumber(value), numerator: toNumber(value), denominator: null }
}

/** Hours of a working day × working days passed, summed over the reps. */
function workingHours({ roster, at }: Desk, reps: readonly Rep[], period: Period): Exact {
  const { settings } = roster
  const hours = fromDecimal(String(settings.hoursPerDay)) ?? ZERO
  const days = reps.map((rep) => {
    const calendar = repCalendar(rep, settings)
    const counted = {
      ...calendar,
      isPresent: (day: Day) => calendar.isPresent(day) && !isAfterArchive(rep, day),
    }
    return workingTime(counted, period, { now: at, settings }).elapsed
  })
  return times(hours, sum(days))
}

function isAfterArchive(rep: Rep, day: Day): boolean {
  return rep.archiveDay !== null && day > rep.archiveDay
}

function attainmentOf({ target, actual, elapsedShare }: ProgressBasis): {
  attainment: Measured
  pace: Measured
} {
  const attainment = target && over(actual, target)
  const pace = attainment && elapsedShare && over(attainment, elapsedShare)
  return {
    attainment: { value: attainment, numerator: actual, denominator: target },
    pace: { value: pace, numerator: attainment, denominator: attainment && elapsedShare },
  }
}

/** Q metrics mean revenue where no metric is named. */
function attainmentSheet(desk: Desk, scoped: ScopedSums): Sheet {
  const { attainment, pace } = attainmentOf(progressBasisAt(desk, scoped, 'revenue'))
  return {
    quota_attainment: { ...shown(attainment) },
    pace: { ...shown(pace) },
    projected_attainment: { ...shown(pace) },
  }
}

function quotaSheet(desk: Desk, scoped: ScopedSums): Sheet {
  const known = quotaMetrics(desk.quotas).filter((id) => REPORTED.some((metric) => metric.id === id))
  return Object.fromEntries(
    known.map((id) => {
      const progress = progressOf(progressBasisAt(desk, scoped, id))
      const sheet: Sheet = {
        target: progress.target,
        actual: progress.actual,
        attainment: progress.attainment,
        elapsed_share: progress.elapsedShare,
        pace: progress.pace,
        status: progress.status,
        projected: progress.projected,
        needed_per_day: progress.neededPerDay,
        remaining_days: progress.remainingDays,
        uncovered_days: progress.uncoveredDays,
      }
      return [id, sheet]
    }),
  )
}

/** Q metrics are ranked by the attainment and pace of each rep. */
const RANKED_PROGRESS = [
  { id: 'quota_attainment', from: 'attainment' },
  { id: 'pace', from: 'pace' },
  { id: 'projected_attainment', from: 'pace' },
] as const

/** Each rep over the period in the rep's own zone; archived ones in no period. */
async function ranksSheet(desk: Desk, spec: PeriodSpec): Promise<Sheet> {
  const { roster } = desk
  const active = roster.reps.filter((rep) => !rep.owner.isArchived)
  const rows = await Promise.all(
    active.map(async ({ id, zone, owner }) => {
      const period = resolvePeriod(spec, basisIn(roster, zone, desk.at))
      const sums = (await ledgerFor(desk, period)).get(id) ?? {}
      const scope = { kind: 'rep', ownerId: id } as const
      return {
        owner,
        sums,
        progress: attainmentOf(progressBasisAt(desk, { scope, period, sums }, 'revenue')),
      }
    }),
  )
  const sheet: Sheet = {}
  for (const metric of REPORTED) {
    const measured = rows.map(({ owner, sums }) => ({ owner, measured: measure(metric, sums) }))
    sheet[metric.id] = rankSheet(rankReps(metric, measured))
  }
  for (const { id, from } of RANKED_PROGRESS) {
    const measured = rows.map(({ owner, progress }) => ({ owner, measured: progress[from] }))
    sheet[id] = rankSheet(rankReps({ id, better: 'up', minimumSample: 0 }, measured))
  }
  return sheet
}

function rankSheet({
  standings,
}: {
  standings: readonly { rep: string; rank: number | null; value: Value }[]
}): Sheet {
  return {
    ranks: Object.fromEntries(standings.map(({ rep, rank }) => [`rep:${rep}`, rank])),
    order: standings.filter(({ rank }) => rank !== null).map(({ rep }) => `rep:${rep}`),
  }
}
