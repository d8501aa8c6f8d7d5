import type { InsightsDocument } from '../../domain/insights/document.ts'
import { type BuiltInMetricId, builtIn } from '../../domain/metrics/catalogue.ts'
import type { Texts } from '../../i18n/texts.ts'
import { NAME, row, sharedScopes, short, wrapped } from './lines.ts'
import { WHY_NOT } from './why-not.ts'

const AVERAGES: readonly BuiltInMetricId[] = ['calls', 'emails', 'meetings', 'deals_won', 'revenue']

export function averageLines(document: InsightsDocument, texts: Texts): string[] {
  const rows = sharedScopes(document).map(([key, name]) => {
    const part = document.averages[key]
    if (!part?.value)
      return row([
        [name, NAME],
        [part ? WHY_NOT[part.why] : '', 50],
      ])
    const { per_working_day: perDay } = part.value
    return averageRow(
      name,
      AVERAGES.map((metric) => averageOf(perDay[metric], { metric, document, texts })),
    )
  })
  return [
    averageRow(
      '',
      AVERAGES.map((metric) => texts.metricName(metric)),
    ),
    ...rows,
    ...ownAverageLines(document, texts),
  ]
}

function averageRow(name: string, cells: readonly string[]): string {
  return row([[name, NAME], ...cells.map((cell): [string, number] => [cell, -9])])
}

function averageOf(
  value: number | undefined,
  { metric, document, texts }: { metric: string; document: InsightsDocument; texts: Texts },
): string {
  if (value === undefined) return '–'
  const { currency, exponent } = document._meta
  // A count of less than one a day still says something.
  if (texts.unitOf(metric) === 'count') return short(value)
  return texts.value(metric, value, { currency, exponent, detail: 'short' })
}

/** The averages of each own metric on a line of its own, since their number has no limit that a table could hold. */
function ownAverageLines(document: InsightsDocument, texts: Texts): string[] {
  const scopes = sharedScopes(document)
  const perDay = scopes.map(([key]) => document.averages[key]?.value?.per_working_day ?? {})
  const own = [...new Set(perDay.flatMap((one) => Object.keys(one)))].filter((id) => !builtIn(id))
  return own.flatMap((metric) => {
    const averages = scopes.flatMap(([, name], index) => {
      const value = perDay[index]?.[metric]
      return value === undefined ? [] : [`${name} ${averageOf(value, { metric, document, texts })}`]
    })
    return wrapped(`${texts.metricName(metric)}: ${averages.join(' · ')}`)
  })
}
