/** Quotas: who has to reach how much of a metric, and in which days. */
import type { Day } from '../calendar/day.ts'
import { presentIds } from '../company/persons.ts'
import type { Roster } from '../company/roster.ts'
import type { QuotaSetting } from '../company/settings.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { writtenUnit } from '../metrics/written-units.ts'
import { type Exact, exact, fromDecimal, over, times, toWhole, ZERO } from '../numbers/exact.ts'

export type QuotaSource = 'hubspot' | 'csv' | 'slack'
export type QuotaHolder = { kind: 'rep'; ownerId: string } | { kind: 'team'; teamId: string }

/**
 * `target` is decimal text above 0, in minor units for money and ms for durations. `to` is not included. If nothing
 * else decides between two quotas, the later `madeAt` wins.
 */
export interface Quota {
  source: QuotaSource
  who: QuotaHolder
  metric: string
  from: Day
  to: Day
  target: string
  madeAt: number
}

/** The units of quotas: those of the metrics, and the number of decimals of the company currency. */
export interface QuotaUnits {
  catalogue: Catalogue
  exponent: number
}

/** All quotas: those from HubSpot's goals, and those of the settings, converted to the units of tallies. */
export function allQuotas(
  goals: readonly Quota[],
  { reps, settings }: Pick<Roster, 'reps' | 'settings'>,
  units: QuotaUnits,
): Quota[] {
  const present = presentIds(reps.map(({ owner }) => owner))
  const ofPersons = goals.map((goal) => ofPresentHolder(goal, present))
  return [...ofPersons, ...fromSettings(settings.quotas, units)]
}

/** A goal from before its owner left and came back belongs to the same person. */
function ofPresentHolder(goal: Quota, present: Readonly<Record<string, string>>): Quota {
  const { who } = goal
  const ownerId = who.kind === 'rep' ? present[who.ownerId] : undefined
  return ownerId === undefined ? goal : { ...goal, who: { kind: 'rep', ownerId } }
}

/** A quota without an instant counts as made just after the one before it in the list. */
function fromSettings(list: readonly QuotaSetting[], units: QuotaUnits): Quota[] {
  let latest = 0
  return list.flatMap((setting) => {
    latest = setting.at ? Date.parse(setting.at) : latest + 1
    const quota = toQuota(setting, units, latest)
    return quota ? [quota] : []
  })
}

function toQuota(setting: QuotaSetting, units: QuotaUnits, madeAt: number): Quota | null {
  const who = toHolder(setting.who)
  const target = fromDecimal(setting.target)
  if (!who || !target) return null
  const { source, metric, from, to } = setting
  return { source, who, metric, from, to, target: inTallyUnits(target, metric, units), madeAt }
}

/** Converts a target as people write it to the units of tallies, with money rounded to minor units. */
export function inTallyUnits(target: Exact, metric: string, { catalogue, exponent }: QuotaUnits): string {
  const declared = catalogue.find(metric)
  if (!declared) return toText(target)
  const inUnits = times(target, writtenUnit(declared, exponent))
  return toText(declared.unit === 'money' ? exact(toWhole(inUnits)) : inUnits)
}

/** Converts the target back to what people write: money in major units, durations in hours. */
export function writtenTarget(
  { metric, target }: Pick<Quota, 'metric' | 'target'>,
  { catalogue, exponent }: QuotaUnits,
): string {
  const declared = catalogue.find(metric)
  const inUnits = fromDecimal(target) ?? ZERO
  return toText((declared && over(inUnits, writtenUnit(declared, exponent))) ?? inUnits)
}

function toText({ n, d }: Exact): string {
  return d === 1n ? String(n) : String(Number(n) / Number(d))
}

function toHolder(who: string): QuotaHolder | null {
  const [kind, id] = who.split(':')
  if (id === undefined) return null
  if (kind === 'rep') return { kind, ownerId: id }
  return kind === 'team' ? { kind, teamId: id } : null
}

export function isHeldBy(quota: Quota, holder: QuotaHolder): boolean {
  if (quota.who.kind === 'rep') return holder.kind === 'rep' && quota.who.ownerId === holder.ownerId
  return holder.kind === 'team' && quota.who.teamId === holder.teamId
}

const grouped = new WeakMap<readonly Quota[], ReadonlyMap<string, Quota[]>>()

/** The quotas of one holder and metric. The list is grouped once, because many questions ask about the same one. */
export function quotasOf(
  quotas: readonly Quota[],
  { holder, metric }: { holder: QuotaHolder; metric: string },
): readonly Quota[] {
  const groups = grouped.get(quotas) ?? Map.groupBy(quotas, (quota) => keyOf(quota.who, quota.metric))
  grouped.set(quotas, groups)
  return groups.get(keyOf(holder, metric)) ?? []
}

function keyOf(holder: QuotaHolder, metric: string): string {
  return holder.kind === 'rep' ? `rep:${holder.ownerId} ${metric}` : `team:${holder.teamId} ${metric}`
}

/** The metrics that have a quota, sorted by id. */
export function quotaMetrics(quotas: readonly Quota[]): string[] {
  return [...new Set(quotas.map((quota) => quota.metric))].sort()
}
