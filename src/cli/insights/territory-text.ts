import type { InsightsDocument } from '../../domain/insights/document.ts'
import type { BesideMean } from '../../domain/insights/territory-balance.ts'
import { type BuiltInMetricId, builtIn } from '../../domain/metrics/catalogue.ts'
import type { Texts } from '../../i18n/texts.ts'
import { headed, percent, row, wrapped } from './lines.ts'
import { WHY_NOT } from './why-not.ts'

/** Balance and boards of territories. A number more than 30 % off the mean is marked. */
export function territoryLines(document: InsightsDocument, texts: Texts): string[] {
  const { by, property } = document.territories
  const title = `Territories, by ${by === 'team' ? 'team' : `'${property}'`}`
  return headed(title, [...balanceLines(document, texts), ...boardLines(document, texts)])
}

function balanceLines({ territories: { balance }, _meta: meta }: InsightsDocument, texts: Texts): string[] {
  if (balance.value === null) return wrapped(`No balance: ${WHY_NOT[balance.why]}.`)
  const heads = row([
    ['share of the mean (! beyond ±30 %)', 34],
    ['reps', -10],
    ['leads', -10],
    ['pipeline per rep', -20],
  ])
  const rows = balance.value.territories.map(({ name, reps, leads, pipeline_per_rep: perRep }) => {
    const money = perRep.value && texts.formats.money(perRep.value.value, meta, 'short')
    return row([
      [name, 34],
      [`${reps.value} ${besideMean(reps)}`, -10],
      [`${leads.value} ${besideMean(leads)}`, -10],
      [perRep.value ? `${money} ${besideMean(perRep.value)}` : WHY_NOT[perRep.why], -20],
    ])
  })
  return [heads, ...rows]
}

function besideMean({ of_mean: ofMean, flagged }: BesideMean): string {
  return `${ofMean === null ? '–' : percent(ofMean)}${flagged ? '!' : ''}`
}

/** The boards people ask for first, besides those of own metrics; the JSON has them all. */
const SHOWN: readonly string[] = [
  'revenue',
  'deals_won',
  'win_rate',
  'leads_converted',
] satisfies BuiltInMetricId[]

function boardLines({ territories: { boards }, _meta: meta }: InsightsDocument, texts: Texts): string[] {
  if (boards.value === null) return wrapped(`No boards: ${WHY_NOT[boards.why]}.`)
  return boards.value
    .filter(({ metric }) => SHOWN.includes(metric) || !builtIn(metric))
    .flatMap(({ metric, value: standings, why }) => {
      const title = texts.metricName(metric)
      if (standings === null) return wrapped(`${title}: ${WHY_NOT[why]}`)
      const places = standings.map(({ rank, name, value }) => {
        const amount = texts.value(metric, value, { ...meta, detail: 'short' })
        return `${rank ?? '–'} ${name} ${amount}`
      })
      return wrapped(`${title}: ${places.join(' · ')}`)
    })
}
