/** Quotas: who is to reach how much of which metric in which days. */
import type { Day } from '../calendar/day.ts'
import type { QuotaSetting, Settings } from '../company/settings.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { type Exact, exact, fromDecimal, times, toWhole } from '../numbers/exact.ts'

export type QuotaSource = 'hubspot' | 'csv' | 'slack'
export type QuotaHolder = { kind: 'rep'; ownerId: string } | { kind: 'team'; teamId: string }

/** `target` is above 0, in minor units for money, as decimal text. `to` is not included. The later `madeAt` wins. */
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
export function allQuotas(goals: readonly Quota[], settings: Settings, units: QuotaUnits): Quota[] {
  return [...goals, ...fromSettings(settings.quotas, units)]
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

function toQuota(setting: QuotaSetting, { catalogue, exponent }: QuotaUnits, madeAt: number): Quota | null {
  const who = toHolder(setting.who)
  const target = fromDecimal(setting.target)
  if (!who || !target) return null
  const isMoney = catalogue.find(setting.metric)?.unit === 'money'
  const inUnits = isMoney ? exact(toWhole(times(target, exact(10n ** BigInt(exponent))))) : target
  const { source, metric, from, to } = setting
  return { source, who, metric, from, to, target: toText(inUnits), madeAt }
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
