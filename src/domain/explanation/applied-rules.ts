/** The rules that decided a number: only those that its parts depend on, with their names and amounts. */
import type { Day, Zone } from '../calendar/day.ts'
import { type CallOutcome, nameOf, type Owner, type Pipeline } from '../company/people.ts'
import { type Rep, type Roster, repsIn, type Scope } from '../company/roster.ts'
import { isSalesPipeline, type Rules } from '../company/rules.ts'
import type { Settings } from '../company/settings.ts'
import { isOwnTally, typeOfTally } from '../facts/tally.ts'
import type { AskedDays } from '../figures/moment.ts'
import { type ScorecardLines, talliesBehind } from '../figures/tallies-behind.ts'
import { outcomeNames } from '../insights/call-outcomes.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import type { ExpectedBy } from '../metrics/expected.ts'
import type { Measured } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import { type AppliedRule, declaredPart, isOfDeals, type Part } from '../metrics/parts.ts'
import { toNumber } from '../numbers/exact.ts'
import type { Tiers } from '../quotas/commission.ts'
import type { Expected } from '../quotas/expected-share.ts'
import type { Quota } from '../quotas/quota.ts'
import { quotasBehind, targetOf } from '../quotas/target.ts'

export interface Named {
  id: string
  name: string
}

/** `null`: the number does not depend on that rule. */
export interface AppliedRules {
  zone: Zone
  today: Day
  /** Whether it is the present state, whatever the period: as a whole, only the part from open deals, or not at all. */
  stateNow: 'whole' | 'part' | 'none'
  reps: AppliedReps
  minimumSample: { needed: number; sample: number | null; isSmall: boolean } | null
  /** Each rate is the amount of company currency for one unit of the other, as decimal text. */
  money: { currency: string; exponent: number; rates: Record<string, string> } | null
  outcomes: { connected: Named[]; positive: Named[] } | null
  pipelines: { sales: Named[]; renewal: Named[] } | null
  /** The target of bookings, and the quotas that it comes from. Targets are in minor units. */
  target: { target: number | null; uncoveredDays: number | null; quotas: AppliedQuota[] } | null
  expected: AppliedExpected | null
  workingTime: { hoursPerDay: number; dayStart: string } | null
  minutes: { note: number; task: number } | null
  cost: { repsWithCost: number } | null
  properties: { cost: string | null; contractYears: string | null } | null
  tiers: Tiers | null
  scorecard: Settings['scorecard'] | null
}

/** What part of the bookings target would be there by now, and the shares of the past periods that it comes from. */
export interface AppliedExpected {
  share: number | null
  by: ExpectedBy
  /** Whose past it is: a team or group; `null`: everyone's, or no past. */
  whose: string | null
  periods: { from: Day; to: Day; share: number }[]
}

export interface AppliedReps {
  counted: Named[]
  /** Owners in the scope who do not count at all, or not in this period. */
  leftOut: (Named & { why: 'untracked' | 'archivedBefore' })[]
  /** Time zones of reps that differ from the scope's. Those reps' records count by their own zone. */
  otherZones: Zone[]
}

/** `who`: `rep:<owner id>` or `team:<team id>`. */
export type AppliedQuota = Pick<Quota, 'source' | 'from' | 'to' | 'target'> & { who: string }

export interface RulesBasis {
  roster: Roster
  catalogue: Catalogue
  owners: readonly Owner[]
  quotas: readonly Quota[]
  pipelines: readonly Pipeline[]
  callOutcomes: readonly CallOutcome[]
  rules: Rules
  scope: Scope
  zone: Zone
  days: AskedDays
  /** Of the bookings; `null` where the metric does not depend on it. */
  expected: Expected | null
}

export function appliedRules(
  metric: Metric,
  parts: readonly Part[],
  { basis, measured }: { basis: RulesBasis; measured: Measured },
): AppliedRules {
  const { roster, catalogue, rules, days, zone } = basis
  const { settings } = roster
  const rests = restsOn(parts, { settings, catalogue })
  return {
    zone,
    today: days.today,
    stateNow: stateNowOf(parts),
    reps: appliedReps(basis),
    minimumSample: sampleOf(metric, measured),
    money: rests.onMoney
      ? { currency: rules.currency, exponent: rules.exponent, rates: rests.onRates ? rules.rates : {} }
      : null,
    outcomes: rests.on('outcomes') ? outcomesOf(basis) : null,
    pipelines: rests.onDeals ? pipelinesOf(basis) : null,
    target: rests.on('target') ? targetIn(basis) : null,
    expected: basis.expected && appliedExpected(basis.expected, roster),
    workingTime: rests.on('workingTime')
      ? { hoursPerDay: settings.hoursPerDay, dayStart: settings.dayStart }
      : null,
    minutes: rests.on('minutes') ? { note: settings.noteMinutes, task: settings.taskMinutes } : null,
    cost: rests.on('cost') ? { repsWithCost: countCosted(basis) } : null,
    properties: rests.on('properties')
      ? { cost: rules.costProperty, contractYears: rules.contractYearsProperty }
      : null,
    tiers: rests.on('tiers') ? (settings.commission?.tiers ?? null) : null,
    scorecard: rests.on('scorecard') ? settings.scorecard : null,
  }
}

function stateNowOf(parts: readonly Part[]): AppliedRules['stateNow'] {
  if (parts.every((part) => declaredPart(part).stateNow === 'whole')) return 'whole'
  return parts.some((part) => declaredPart(part).stateNow === 'part') ? 'part' : 'none'
}

/** What parts rest on, directly and through the tallies that they are computed from. */
function restsOn(parts: readonly Part[], lines: ScorecardLines) {
  const tallies = talliesBehind(parts, lines)
  const all = [...new Set<Part>([...parts, ...tallies])].map((part) => declaredPart(part))
  const isOwnMoney = tallies.some(
    (tally) => isOwnTally(tally) && lines.catalogue.ownPart(tally)?.unit === 'money',
  )
  // An own metric counts the deals of every pipeline.
  const onDeals =
    parts.some(isOfDeals) || tallies.some((tally) => !isOwnTally(tally) && typeOfTally(tally) === 'deals')
  return {
    on: (rule: AppliedRule) => all.some(({ rules }) => rules?.includes(rule)),
    onMoney: all.some(({ unit }) => unit === 'money') || isOwnMoney,
    onRates: onDeals || isOwnMoney,
    onDeals,
  }
}

function sampleOf({ minimumSample }: Metric, { denominator }: Measured): AppliedRules['minimumSample'] {
  if (minimumSample === 0) return null
  const sample = denominator && toNumber(denominator)
  return { needed: minimumSample, sample, isSmall: sample !== null && sample < minimumSample }
}

function appliedReps({ roster, owners, scope, days, zone }: RulesBasis): AppliedReps {
  const reps = repsIn(roster, scope)
  const isOver = ({ archiveDay }: Rep) => archiveDay !== null && archiveDay < days.from
  const [counted, over] = [reps.filter((rep) => !isOver(rep)), reps.filter(isOver)]
  const tracked = new Set(roster.reps.map(({ id }) => id))
  const untracked = owners.filter((owner) => !tracked.has(owner.id) && isMember(owner, scope))
  return {
    counted: counted.map(({ id, name }) => ({ id, name })),
    leftOut: [
      ...over.map(({ id, name }) => ({ id, name, why: 'archivedBefore' as const })),
      ...untracked.map((owner) => ({ id: owner.id, name: nameOf(owner), why: 'untracked' as const })),
    ],
    otherZones: [...new Set(counted.map((rep) => rep.zone))].filter((other) => other !== zone),
  }
}

function isMember(owner: Owner, scope: Scope): boolean {
  if (scope.kind === 'team') return owner.teams.some(({ teamId }) => teamId === scope.teamId)
  return scope.kind === 'everyone'
}

function outcomesOf({ callOutcomes, rules }: RulesBasis): AppliedRules['outcomes'] {
  const names = outcomeNames(callOutcomes)
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? id }))
  return { connected: named(rules.connectedDispositions), positive: named(rules.positiveDispositions) }
}

function pipelinesOf({ pipelines, rules }: RulesBasis): AppliedRules['pipelines'] {
  const named = pipelines.map(({ id, label }) => ({ id, name: label }))
  return {
    sales: named.filter(({ id }) => isSalesPipeline(rules, id)),
    renewal: named.filter(({ id }) => rules.renewalPipelines.includes(id)),
  }
}

function targetIn({ roster, scope, quotas, days }: RulesBasis): AppliedRules['target'] {
  const asked = { metric: 'revenue', from: days.from, to: days.to }
  const { target, uncoveredDays } = targetOf(roster, scope, quotas, asked)
  const behind = quotasBehind(roster, scope, quotas, asked)
  return { target: target && toNumber(target), uncoveredDays, quotas: behind.map(toApplied) }
}

function appliedExpected({ share, by, past }: Expected, { teams }: Roster): AppliedExpected {
  const periods = past?.periods ?? []
  return {
    share: share && toNumber(share),
    by,
    whose: past && nameOfScope(past.whose, teams),
    periods: periods.map((period) => ({ ...period, share: toNumber(period.share) })),
  }
}

function nameOfScope(scope: Scope, teams: Roster['teams']): string | null {
  if (scope.kind === 'group') return scope.name
  if (scope.kind !== 'team') return null
  return teams.find(({ id }) => id === scope.teamId)?.name ?? scope.teamId
}

function toApplied({ source, who, from, to, target }: Quota): AppliedQuota {
  const holder = who.kind === 'rep' ? `rep:${who.ownerId}` : `team:${who.teamId}`
  return { source, who: holder, from, to, target }
}

function countCosted({ roster, scope }: RulesBasis): number {
  const { repCost } = roster.settings
  return repsIn(roster, scope).filter(({ id }) => (repCost[id] ?? []).length > 0).length
}
