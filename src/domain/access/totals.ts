/** Totals of only a few people, which reveal too much about each of those who have data. */
import type { PeriodUnit } from '../calendar/period.ts'
import { type Rep, repsIn, type Scope } from '../company/roster.ts'
import type { Settings, Visibility } from '../company/settings.ts'
import { hasAny } from '../figures/records.ts'
import { talliesBehind } from '../figures/tallies-behind.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import type { Sums } from '../metrics/measure.ts'
import { type Metric, partsOf } from '../metrics/metric.ts'
import { isOfDeals, type Part } from '../metrics/parts.ts'
import { type Quota, quotasOf } from '../quotas/quota.ts'
import { type AskedTarget, overlaps } from '../quotas/target.ts'
import type { Targets } from '../quotas/targets.ts'
import { refusalFor, type Viewer } from './access.ts'
import { isManager, rolesOf } from './roles.ts'
import type { RefusalReason } from './subject.ts'

/** A total of fewer people with data than this reveals too much about each of them. */
const FEWEST_IN_TOTAL = 3
/** If nobody is named, a post about fewer people with data than this would still reveal who they are. */
const FEWEST_UNNAMED = 5
/** The asker's team is shown next to the asker's own number if at least this many people have data. */
const FEWEST_BESIDE_OWN = 5

/** What was counted for a metric, for some reps in a period. `sums` are by owner id. */
export interface Counted {
  metric: Metric
  reps: readonly Rep[]
  sums: ReadonlyMap<string, Sums>
  settings: Settings
  catalogue: Catalogue
}

/** Why a total is not shown. */
export type TotalRefusal = Extract<RefusalReason, 'tooFew' | 'partPeriod' | 'oneOtherTeam'>

function fewestIn({ visibility }: Pick<Settings, 'visibility'>): number {
  return visibility === 'team' ? FEWEST_UNNAMED : FEWEST_IN_TOTAL
}

/** A total reveals nothing to somebody who may see the numbers of each person in it. A rep's own numbers are not a total. */
function mayRevealNew(viewer: Viewer, scope: Scope, reps: readonly Rep[]): boolean {
  if (scope.kind === 'rep') return false
  return reps.some(
    ({ id, name }) => refusalFor(viewer, { kind: 'rep', ownerId: id, name, isAsker: false }) !== null,
  )
}

/** Whether a scope has too few reps to show somebody any total of it, whatever the numbers. */
export function isSmallScope(viewer: Viewer, scope: Scope): boolean {
  const reps = repsIn(viewer.roster, scope)
  if (scope.kind === 'rep' || reps.length >= fewestIn(viewer.roster.settings)) return false
  return reps.length === 0 || mayRevealNew(viewer, scope, reps)
}

/**
 * Whether an answer withholds a total because too few people are behind it, or behind one part of a ratio. With nobody
 * there is nothing to reveal.
 */
export function isKeptBack(scope: Scope, counted: Counted): boolean {
  const fewest = fewestIn(counted.settings)
  return scope.kind !== 'rep' && peopleBehind(counted).some((people) => people > 0 && people < fewest)
}

/** What a target is made of, for some reps in a period. */
export interface CountedTargets {
  reps: readonly Rep[]
  targets: Targets
  quotas: readonly Quota[]
  asked: AskedTarget
}

/** Whether a total target is withheld, because it is the sum of too few people's. A team's own quota is nobody's. */
export function isTargetKeptBack(
  viewer: Viewer,
  scope: Scope,
  { reps, targets, quotas, asked }: CountedTargets,
): boolean {
  if (!mayRevealNew(viewer, scope, reps)) return false
  const own = scope.kind === 'team' ? quotasOf(quotas, { holder: scope, metric: asked.metric }) : []
  if (own.some((quota) => overlaps(quota, asked))) return false
  const people = reps.filter(({ id }) => targets({ kind: 'rep', ownerId: id }, asked).target !== null).length
  return people > 0 && people < fewestIn(viewer.roster.settings)
}

/**
 * Whether somebody gets a total only of whole periods: where boards do not name people, the difference of two periods
 * would tell one person's numbers. Managers may see every total.
 */
export function needsWholePeriods({ asker, roster }: Viewer, scope: Scope): boolean {
  const { visibility } = roster.settings
  if (scope.kind === 'rep' || (visibility !== 'top' && visibility !== 'team')) return false
  return !rolesOf(asker, roster.settings).some(isManager)
}

/** What a total was counted from. */
export interface CountedTotal {
  counted: Counted
  /** Where only whole periods are shown, the same for each month of a quarter or year. */
  months: readonly Counted[]
  /** What the period is a whole one of; `null`: other days. */
  unit: PeriodUnit | null
}

/** Why somebody does not get a total that is of a scope they may see; `null`: they get it. */
export function totalRefusal(
  viewer: Viewer,
  scope: Scope,
  { counted, months, unit }: CountedTotal,
): TotalRefusal | null {
  if (!mayRevealNew(viewer, scope, counted.reps)) return null
  if (isKeptBack(scope, counted)) return 'tooFew'
  if (!needsWholePeriods(viewer, scope)) return null
  if (unit === null) return 'partPeriod'
  if (scope.kind === 'everyone' && otherTeams(viewer) === 1) return 'oneOtherTeam'
  return months.some((month) => isKeptBack(scope, month)) ? 'tooFew' : null
}

/** The teams of reps besides the viewer's own; those without a team count as one. */
function otherTeams({ self, roster }: Viewer): number {
  const own = self.teams.map(({ teamId }) => teamId)
  const others = roster.reps.filter(({ teamIds }) => !teamIds.some((id) => own.includes(id)))
  return new Set(others.map(({ primaryTeamId }) => primaryTeamId)).size
}

/** Whether a team's number may be shown next to that of one of its members. */
export function isBesideOwn(counted: Counted): boolean {
  return areEnough(peopleBehind(counted), FEWEST_BESIDE_OWN)
}

/** Whether a digest may show a total. If nobody is named, it has to be of more than a few people. */
export function isTotalPosted(visibility: Visibility, counted: Counted): boolean {
  return visibility !== 'team' || areEnough(peopleBehind(counted), FEWEST_UNNAMED)
}

function areEnough(people: readonly number[], fewest: number): boolean {
  return people.every((count) => count === 0 || count >= fewest) && people.some((count) => count > 0)
}

/** How many reps have data behind each part of the metric that says something about them. */
function peopleBehind({ metric, reps, sums, settings, catalogue }: Counted): number[] {
  return sidesOf(metric).map((side) => {
    const data = [
      ...talliesBehind(side, { settings, catalogue }),
      ...side.filter((part) => isOfDeals(part) || TARGETS.includes(part)),
    ]
    return reps.filter((rep) => hasAny(data, sums.get(rep.id) ?? {})).length
  })
}

/** Working time and the like exist even for a rep who did nothing, but a target is somebody's. */
const TARGETS: readonly Part[] = ['target', 'with_target']

/** The two parts of a ratio, otherwise the metric as a whole; and what it has of targets. */
function sidesOf(metric: Metric): (readonly Part[])[] {
  const parts = partsOf(metric)
  const whole = parts.filter((part) => !TARGETS.includes(part))
  const sides = metric.kind === 'ratio' ? [metric.numerator, metric.denominator] : [whole]
  return [...sides, parts.filter((part) => TARGETS.includes(part))]
}
