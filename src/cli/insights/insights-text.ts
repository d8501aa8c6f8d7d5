/** Insights as people read them in a terminal. Individual reps are in the JSON only, except for bottlenecks and plateaus. */
import type { InsightsDocument } from '../../domain/insights/document.ts'
import { ACTIVITY_KINDS } from '../../domain/metrics/activity.ts'
import type { Texts } from '../../i18n/texts.ts'
import { averageLines } from './averages-text.ts'
import { headed, NAME, percent, row, sharedScopes, short, wrapped } from './lines.ts'
import { territoryLines } from './territory-text.ts'
import { WHY_NOT } from './why-not.ts'

export function insightsText(document: InsightsDocument, texts: Texts): string {
  const { _meta: meta } = document
  const lines = [
    `Insights from ${meta.last_90_days.from} to before ${meta.last_90_days.to} (${meta.zone}, ${meta.currency})`,
    ...headed('What moves the needle', needleLines(document, texts)),
    ...headed('Before a sale (medians of won deals)', saleLines(document)),
    ...headed('Bottlenecks and mentors', bottleneckLines(document, texts)),
    ...territoryLines(document, texts),
    ...headed('Stages: median days of open deals, compared with what is usual', stageLines(document)),
    ...headed('Activity mix', mixLines(document)),
    ...headed('Calls by outcome', outcomeLines(document)),
    ...headed('Plateau: bookings of the last 3 months within 5 % of their mean', plateauLines(document)),
    ...headed('A working day, on average', averageLines(document, texts)),
    '',
    "Each rep, and every number in full: 'scoreline insights --json'.",
  ]
  return lines.join('\n')
}

function needleLines({ what_moves_the_needle: part }: InsightsDocument, texts: Texts): string[] {
  if (part.value === null) return wrapped(`None: ${WHY_NOT[part.why]} (${part.reps} reps).`)
  const rows = part.value.map(({ metric, reps, value, why }) => {
    const name = [texts.metricName(metric), 26] as const
    if (value === null) return row([name, ['–', -6], [`${WHY_NOT[why]} (${reps})`, 42]])
    return row([name, [signed(value.rho), -6], [`${reps} reps${value.weak ? ', weak' : ''}`, 20]])
  })
  return [...wrapped('Rank correlation with bookings, from -1 to 1. It does not show a cause.'), ...rows]
}

function signed(rho: number): string {
  return `${rho > 0 ? '+' : ''}${rho.toFixed(2)}`
}

function saleLines(document: InsightsDocument): string[] {
  const heads = ['deals', 'calls', 'emails', 'meetings', 'days']
  const rows = sharedScopes(document).map(([key, name]) => {
    const part = document.before_a_sale[key]
    if (!part?.value)
      return row([
        [name, NAME],
        [part ? WHY_NOT[part.why] : '', 50],
      ])
    const { deals, calls, emails, meetings, days } = part.value
    return numberRow(name, [deals, calls, emails, meetings, days].map(short))
  })
  return [...unreadLines(document), numberRow('', heads), ...rows]
}

/** Deals without their links are in no median: nobody should mistake the rest for all. */
function unreadLines({ before_a_sale: { everyone } }: InsightsDocument): string[] {
  const unread = everyone?.unread_deals ?? 0
  if (unread === 0) return []
  const deals = unread === 1 ? '1 won deal is' : `${unread} won deals are`
  return wrapped(
    `${deals} left out: HubSpot's links with calls, emails and meetings have not been read yet. 'scoreline sync --full' reads them.`,
  )
}

function numberRow(name: string, cells: readonly string[]): string {
  return row([[name, NAME], ...cells.map((cell): [string, number] => [cell, -8])])
}

function bottleneckLines({ bottlenecks, _meta: { names } }: InsightsDocument, texts: Texts): string[] {
  return Object.entries(bottlenecks).map(([key, { against, bottleneck, mentor }]) => {
    const name = [names[key] ?? key, 20] as const
    if (!bottleneck.value) return row([name, [WHY_NOT[bottleneck.why], 56]])
    const { metric, ratio } = bottleneck.value
    const place = `${texts.metricName(metric)}: ${percent(ratio)} of ${names[against] ?? against}`
    const from = mentor.value ? `← ${names[mentor.value.rep] ?? mentor.value.rep}` : ''
    return row([name, [place, 36], [from, 20]])
  })
}

function stageLines({ stage_bottlenecks: part }: InsightsDocument): string[] {
  if (part.value === null) return wrapped(`None: ${WHY_NOT[part.why]}.`)
  return part.value.flatMap(({ label, stages, slowest }) => [
    ...wrapped(label),
    ...stages.map((stage) =>
      row([
        [stage.label, NAME],
        [`${stage.open_deals} open`, -10],
        [days(stage.median_days), -9],
        [days(stage.usual_median_days), -9],
        [stage.ratio.value === null ? '–' : `× ${stage.ratio.value.toFixed(2)}`, -8],
        [slowest.value === stage.stage ? '← slowest' : '', 9],
      ]),
    ),
  ])
}

function days(value: number | null): string {
  return value === null ? '–' : `${short(value)} d`
}

function mixLines(document: InsightsDocument): string[] {
  const rows = sharedScopes(document).map(([key, name]) => {
    const part = document.activity_mix[key]
    if (!part?.value)
      return row([
        [name, NAME],
        [part ? WHY_NOT[part.why] : '', 50],
      ])
    const { shares } = part.value
    return numberRow(
      name,
      ACTIVITY_KINDS.map((kind) => percent(shares[kind])),
    )
  })
  return [numberRow('', ACTIVITY_KINDS), ...rows]
}

function outcomeLines({ calls_by_outcome: byScope }: InsightsDocument): string[] {
  const part = byScope['everyone']
  if (!part?.value) return wrapped(`None: ${part ? WHY_NOT[part.why] : ''}.`)
  const { outcomes, without_outcome: without } = part.value
  const named = outcomes.map(({ outcome, name, ...share }) => ({ label: name ?? outcome, ...share }))
  return [...named, { label: 'No outcome', ...without }].map(({ label, calls, share }) =>
    row([
      [label, 40],
      [String(calls), -9],
      [percent(share), -6],
    ]),
  )
}

function plateauLines({ plateau, _meta: { names } }: InsightsDocument): string[] {
  const still = Object.entries(plateau).filter(([, part]) => part.value?.plateau)
  if (still.length === 0) return wrapped('Nobody.')
  return wrapped(`${still.map(([key]) => names[key] ?? key).join(', ')}.`)
}
