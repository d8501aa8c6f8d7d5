import { insteadText, wrongText } from '../../config/own-metrics/objects.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { objectName } from '../../domain/company/object-names.ts'
import type { OwnFault } from '../../domain/company/own-faults.ts'
import type { How, Texts } from '../../i18n/texts.ts'
import type { Trial, TriedMetric, TriedRecord } from '../../reports/trial/trial.ts'
import { MOST_RECORDS, type TrialReading } from '../../reports/trial/trial-records.ts'
import type { UnknownValue } from '../../reports/trial/unknown-values.ts'
import { headed, row, wrapped } from '../insights/lines.ts'

/** What was read, and for each metric the last four weeks and the newest records. */
export function trialText(trial: Trial, texts: Texts): string {
  return [
    ...trial.readings.flatMap((reading) => readingText(reading, trial)),
    'Nothing was saved.',
    ...trial.tried.flatMap((tried) => triedText(tried, trial, texts)),
  ].join('\n')
}

function readingText(
  { type, property, isSearched, records, isCut, error }: TrialReading,
  { objects }: Trial,
) {
  const name = objectName(type, objects)
  if (error !== null) return wrapped(`${name} could not be read: ${error}`, '')
  const how = isSearched ? `searched by ${property}, the last 4 weeks and a day around them` : 'listed'
  const all = `Read ${records.toLocaleString('en')} ${name} (${how}).`
  const limit = MOST_RECORDS.toLocaleString('en')
  return wrapped(
    isCut ? `${all} There are more than the ${limit} that are tried, so numbers are too low.` : all,
    '',
  )
}

function triedText(tried: TriedMetric, trial: Trial, texts: Texts): string[] {
  const { id, name } = tried.metric
  const how: How = { currency: trial.currency, exponent: trial.exponent, detail: 'full' }
  const { values } = tried
  const valueRow = (label: string, value: number | null) =>
    row([
      [label, LABEL],
      [texts.value(id, value, how), -VALUE],
    ])
  const weeks = trial.weeks.map(({ from, to }, at) =>
    valueRow(`${from} to ${addDays(to, -1)}`, values?.weeks[at] ?? null),
  )
  return [
    ...headed(`${id}: ${name.en}`, wrapped(texts.metricAbout(id))),
    ...tried.faults.flatMap((fault) => wrapped(faultLine(fault, trial))),
    ...tried.unknownValues.flatMap((one) => wrapped(unknownText(one))),
    ...(tried.unknownParts.length > 0 ? wrapped(partsText(tried.unknownParts)) : []),
    ...(values ? [...weeks, valueRow('in all', values.whole)] : []),
    ...recordsText(tried, { texts, how }),
  ]
}

const LABEL = 26
const VALUE = 16

function faultLine(fault: OwnFault, { objects }: Trial): string {
  const where = fault.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1)
  const lacking = objects.find(({ name }) => name === fault.object)?.lacking ?? []
  const instead =
    fault.reason === 'forbidden' && lacking.length > 0
      ? `give the service key the scope ${lacking.join(' and ')}`
      : insteadText(fault)
  return `${where}: ${wrongText(fault)}: ${instead}`
}

const NAMED_VALUES = 12

function unknownText({ property, text, meant, known }: UnknownValue): string {
  const start = `"${text}" is not a value of ${property}`
  if (meant !== null) return `${start}, but the label of one: write "${meant}".`
  const values = known
    .slice(0, NAMED_VALUES)
    .map(({ value, label }) => (value === label ? value : `${value} (${label})`))
  const more = known.length > NAMED_VALUES ? ' …' : ''
  return `${start}. Its values are ${values.join(', ')}${more}.`
}

function partsText(parts: readonly string[]): string {
  const verb = parts.length === 1 ? 'has' : 'have'
  return `It has no value because ${parts.join(', ')} ${verb} none: built-in metrics have numbers once 'scoreline sync' has filled the store.`
}

function recordsText(
  { metric, counted, newest, badNumbers }: TriedMetric,
  words: { texts: Texts; how: How },
): string[] {
  if (counted === 0) return []
  const some =
    newest.length < counted
      ? `the newest ${newest.length} of ${counted.toLocaleString('en')}`
      : String(counted)
  const bad = badNumbers > 0 ? [`  ${badNumbers} of them have a number that cannot be read, and add 0`] : []
  return [`  Records: ${some}`, ...bad, ...newest.flatMap((record) => recordLines(metric.id, record, words))]
}

/** The link has a line of its own, so that terminals can open it. */
function recordLines(
  metric: string,
  { id, day, rep, amount, link }: TriedRecord,
  { texts, how }: { texts: Texts; how: How },
): string[] {
  return [
    row([
      [day, 10],
      [rep, 26],
      [texts.value(metric, amount, how), -VALUE],
      [id, -18],
    ]),
    `    ${link}`,
  ]
}
