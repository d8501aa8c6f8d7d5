import type { Answer, AnswerBody } from '../../domain/answer/answer.ts'
import { dayOf } from '../../domain/calendar/day.ts'
import { type Basis, loadedShare } from '../../domain/figures/basis.ts'
import type { Texts } from '../../i18n/texts.ts'

/** An answer says how old its data is from this age on. */
const OLD_MS = 30 * 60_000

/** The line that ends every answer with numbers: metrics, basis, zone and how fresh the data is. */
export function basisLine({ body, basis }: Answer, texts: Texts): string[] {
  if (!basis) return []
  const metrics = metricsOf(body).map((metric) => texts.metricName(metric, 'full'))
  return [[...metrics, basis.zone, ...stateOf(basis, texts)].join(' · ')]
}

/** The metrics that an answer shows, each once. */
function metricsOf(body: AnswerBody): string[] {
  switch (body.kind) {
    case 'card':
      return [...new Set(body.lines.map((line) => line.metric))]
    case 'versus':
      return [...new Set(body.columns.flatMap(({ lines }) => lines.map((line) => line.metric)))]
    case 'quota':
    case 'board':
    case 'reps':
      return [body.metric]
    case 'today':
      return body.quota ? [body.quota.metric] : []
    default:
      return []
  }
}

function stateOf(basis: Basis, texts: Texts): string[] {
  return [
    ...freshness(basis, texts),
    ...unreadable(basis, texts),
    ...loading(basis, texts),
    ...recalculating(basis, texts),
  ]
}

/** Says nothing where there is nothing to read: HubSpot lacks what the metrics name. */
function freshness(basis: Basis, texts: Texts): string[] {
  const isLacking = basis.asOf === null && !basis.isHubSpotDown && basis.problems.length > 0
  return isLacking ? [] : [ageText(basis, texts)]
}

function ageText({ asOf, now, zone, isHubSpotDown }: Basis, texts: Texts): string {
  if (asOf === null) return texts.say(isHubSpotDown ? 'basis.neverDown' : 'basis.never')
  const isSameDay = dayOf(asOf, zone) === dayOf(now, zone)
  const clock = texts.formats.time(asOf, zone)
  const time = isSameDay ? clock : `${texts.formats.dayOfInstant(asOf, zone)} ${clock}`
  const age = texts.duration(now - asOf)
  if (isHubSpotDown) return texts.say('basis.down', { time, age })
  return now - asOf < OLD_MS ? texts.say('basis.asOf', { time }) : texts.say('basis.old', { time, age })
}

function unreadable({ unreadable: sources, labels }: Basis, texts: Texts): string[] {
  return sources.length === 0
    ? []
    : [
        texts.say('basis.unreadable', {
          types: sources.map((source) => texts.sourceName(source, labels)).join(', '),
        }),
      ]
}

function loading(basis: Basis, texts: Texts): string[] {
  if (basis.loading.length === 0) return []
  const share = loadedShare(basis.loading)
  if (share === null) return [texts.say('basis.loadingStart')]
  return [texts.say('basis.loading', { share: texts.percent(share) })]
}

function recalculating({ recalculated }: Basis, texts: Texts): string[] {
  if (recalculated === null) return []
  return [texts.say('basis.recalculating', { share: texts.percent(recalculated) })]
}
