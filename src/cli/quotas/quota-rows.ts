/** Quotas as people read them: holder's name, metric, days, target. */
import { addDays, type Day, dayOf } from '../../domain/calendar/day.ts'
import { nameOf } from '../../domain/company/people.ts'
import type { Catalogue } from '../../domain/metrics/catalogue.ts'
import {
  isHeldBy,
  type Quota,
  type QuotaHolder,
  type QuotaSource,
  writtenTarget,
} from '../../domain/quotas/quota.ts'
import { quotaOn } from '../../domain/quotas/target.ts'
import type { CompanyContext } from '../../values/context.ts'
import { cut } from '../insights/lines.ts'

/** `replaced`: another quota of the same holder and metric applies today. */
export type QuotaState = 'inForce' | 'replaced' | 'later' | 'over'

/** As the settings write it: `to` is not included, money is in major units and durations are in hours. */
export interface QuotaRow {
  source: QuotaSource
  who: string
  name: string
  metric: string
  from: Day
  to: Day
  target: string
  state: QuotaState
}

const SOURCES: readonly QuotaSource[] = ['hubspot', 'csv', 'slack']

/** Sorted by source, then name, metric and day. None until HubSpot has been read. */
export function quotaRows({ roster, directory, quotas, now, catalogue }: CompanyContext): QuotaRow[] {
  if (!roster) return []
  const today = dayOf(now, roster.zone)
  const units = { catalogue, exponent: roster.exponent }
  const rows = quotas.map((quota): QuotaRow => {
    const { source, metric, from, to } = quota
    return {
      ...{ source, who: keyOf(quota.who), name: nameIn(directory, quota.who), metric, from, to },
      target: writtenTarget(quota, units),
      state: stateOf(quota, quotas, today),
    }
  })
  return rows.sort(
    (a, b) =>
      SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
      a.name.localeCompare(b.name) ||
      a.metric.localeCompare(b.metric) ||
      a.from.localeCompare(b.from),
  )
}

function keyOf(who: QuotaHolder): string {
  return who.kind === 'rep' ? `rep:${who.ownerId}` : `team:${who.teamId}`
}

/** An id that nobody has is shown as it is. */
function nameIn({ owners, teams }: CompanyContext['directory'], who: QuotaHolder): string {
  if (who.kind === 'team') return teams.find(({ id }) => id === who.teamId)?.name ?? who.teamId
  const owner = owners.find(({ id }) => id === who.ownerId)
  return owner ? nameOf(owner) : who.ownerId
}

function stateOf(quota: Quota, quotas: readonly Quota[], today: Day): QuotaState {
  if (quota.to <= today) return 'over'
  if (quota.from > today) return 'later'
  const rivals = quotas.filter((one) => one.metric === quota.metric && isHeldBy(one, quota.who))
  return quotaOn(rivals, today) === quota ? 'inForce' : 'replaced'
}

const STATES: Readonly<Record<QuotaState, string>> = {
  inForce: '',
  replaced: '  (replaced today by another quota)',
  later: '  (later)',
  over: '  (over)',
}

export interface QuotaWords {
  metricName(metric: string): string
  catalogue: Catalogue
  /** The company's, as an ISO code. */
  currency: string
}

/** `Ana Sørensen: Bookings, 2026-10-01 to 2026-12-31, €12,000`. */
export function quotaText(row: QuotaRow, words: QuotaWords): string {
  const days = `${row.from} to ${addDays(row.to, -1)}`
  return `${row.name}: ${cut(words.metricName(row.metric), 60)}, ${days}, ${targetText(row, words)}${STATES[row.state]}`
}

/** Every digit that was written: a target is not rounded where people check it. */
function targetText({ metric, target }: QuotaRow, { catalogue, currency }: QuotaWords): string {
  const value = Number(target)
  const unit = catalogue.find(metric)?.unit
  if (unit !== 'money') {
    const number = new Intl.NumberFormat('en', { maximumFractionDigits: 10 }).format(value)
    return unit === 'duration' ? `${number} h` : number
  }
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const digits = Number.isInteger(value) ? { maximumFractionDigits: 0 } : {}
  return new Intl.NumberFormat('en', { ...money, ...digits }).format(value).replace(/\s/g, ' ')
}
