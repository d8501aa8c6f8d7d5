/** Quotas: who is to reach how much of which metric in which days. */
import type { Day } from '../calendar/day.ts'
import { presentIds } from '../company/persons.ts'
import type { Roster } from '../company/roster.ts'
import type { QuotaSetting } from '../company/settings.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { writtenUnit } from '../metrics/written-units.ts'
import { type Exact, exact, fromDecimal, over, times, toWhole, ZERO } from '../numbers/exact.ts'

export type QuotaSource = 'hubspot' | 'csv' | 'slack'
export type QuotaHolder = { kind: 'rep'; ownerId: string } | { kind: 'team'; teamId: string }

/** `target` is above 0, in minor units for money and ms for durations, as decimal text. `to` is not included. The later `madeAt` wins. */
export interface Quota {
  source: QuotaSource
  who: QuotaHolder
  metric: string
  from: Day
  to: Day
  target: string
  madeAt: number
}

/** In what quotas are counted: the metrics' units, and the digits of the company currency's minor unit. */
export interface QuotaUnits {
  catalogue: Catalogue
  exponent: number
}

/** All quotas: HubSpot's goals, and those of the settings in the units of the tallies. */
export function allQuotas(
  goals: readonly Quota[],
  { reps, settings }: Pick<Roster, 'reps' | 'settings'>,
  units: QuotaUnits,
): Quota[] {
  const present = presentIds(reps.map(({ owner }) => owner))
  const ofPersons = goals.map((goal) => ({ ...goal, who: presentHolder(goal.who, present) }))
  return [...ofPersons, ...fromSettings(settings.quotas, units)]
}

/** A goal from before its owner left and came back is the person's. */
function presentHolder(who: QuotaHolder, present: Readonly<Record<string, string>>): QuotaHolder {
  return who.kind === 'rep' ? { ...who, ownerId: present[who.ownerId] ?? who.ownerId } : who
}

/** Where no instant is given, a quota was made after the one before it in the list. */
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

/** A target as people write it in the units of the tallies, money rounded to minor units. */
export function inTallyUnits(target: Exact, metric: string, { catalogue, exponent }: QuotaUnits): string {
  const declared = catalogue.find(metric)
  if (!declared) return toText(target)
  const inUnits = times(target, writtenUnit(declared, exponent))
  return toText(declared.unit === 'money' ? exact(toWhole(inUnits)) : inUnits)
}

/** The target as people write it: money in major units, durations in hours. */
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

/** The metrics that some quota is about, in the order of the catalogue's ids. */
export function quotaMetrics(quotas: readonly Quota[]): string[] {
  return [...new Set(quotas.map((quota) => quota.metric))].sort()
}
