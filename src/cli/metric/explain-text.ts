import type { ExplainedPart, ExplainedRecord, Explanation } from '../../domain/explanation/explanation.ts'
import type { Basis } from '../../domain/figures/basis.ts'
import { partUnit } from '../../i18n/part-text.ts'
import type { How, Texts } from '../../i18n/texts.ts'
import { unloggedText } from '../../i18n/unlogged-text.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import { headed, row, WIDTH, wrapped } from '../insights/lines.ts'
import { noNumberText } from './no-number.ts'
import { rulesText } from './rules-text.ts'

/** How a number came about, for a terminal: formula, parts, rules, records. */
export function explanationText(explanation: Explanation, texts: Texts, words: SourceWords): string {
  const { metric, basis, period, missing, value, unlogged, parts, rules, records } = explanation
  const how: How = { currency: basis.currency, exponent: basis.exponent, detail: 'full' }
  const days = `${period.from} to before ${period.to}`
  const lacking = noNumberText({ metric, period: days, missing, ...basis }, texts, words)
  return [
    ...headline(`${texts.metricName(metric, 'full')}: ${texts.value(metric, value.value, how)}`, `(${days})`),
    ...wrapped(texts.metricAbout(metric)),
    ...(lacking === null ? [] : wrapped(lacking)),
    ...(unlogged ? wrapped(unloggedText(unlogged, texts)) : []),
    ...headed(
      'Parts',
      parts.map((part) => partRow(part, texts, how)),
    ),
    ...headed('Rules', rulesText(rules, period)),
    ...headed(recordsTitle(records), recordsLines(records.newest, { texts, how, labels: basis.labels })),
  ].join('\n')
}

/** On one line where it fits. */
function headline(number: string, period: string): string[] {
  const line = `${number}  ${period}`
  return line.length <= WIDTH ? [line] : [number, `  ${period}`]
}

/** Targets in formulas are bookings targets. */
const BOOKINGS = { metric: 'revenue' } as const

const AMOUNT = 16

const MARKS: Readonly<Record<ExplainedPart['role'], string>> = {
  summand: '',
  numerator: '',
  denominator: '÷ ',
  term: '',
  condition: 'if ',
  input: 'from ',
}

function partRow({ part, role, value }: ExplainedPart, texts: Texts, how: How): string {
  // A condition that is missing does not hold.
  const amount = partUnit(part) === 'condition' ? (value ?? 0) : value
  return row([
    [`${MARKS[role]}${texts.partName(part)}`, WIDTH - AMOUNT - 3],
    [texts.partValue(part, amount, { ...how, ...BOOKINGS }), -AMOUNT],
  ])
}

function recordsTitle({ counted, withoutAmount, newest }: Explanation['records']): string {
  if (counted === 0) return 'Records: none'
  const lacking = withoutAmount === 0 ? '' : `, ${withoutAmount} of them without an amount`
  const all = newest.length < counted ? `the newest ${newest.length} of ${counted}` : String(counted)
  return `Records: ${all}${lacking}`
}

interface RecordWords {
  texts: Texts
  how: How
  labels: Basis['labels']
}

/** Types of the account's own may have long names. */
const [SHORTEST_TYPE, LONGEST_TYPE] = [9, 20]

function recordsLines(records: readonly ExplainedRecord[], words: RecordWords): string[] {
  const lengths = records.map(({ type }) => words.texts.sourceName(type, words.labels).length)
  const width = Math.min(LONGEST_TYPE, Math.max(SHORTEST_TYPE, ...lengths))
  return records.flatMap((record) => recordLines(record, width, words))
}

/** The link has a line of its own, so that terminals can open it. */
function recordLines(
  { type, day, adds, link }: ExplainedRecord,
  width: number,
  { texts, how, labels }: RecordWords,
): string[] {
  const added = adds.map(({ part, amount }) => {
    const name = texts.partName(part)
    if (amount === 0) return `${name}: no amount`
    return amount === 1 ? name : `${texts.partValue(part, amount, { ...how, ...BOOKINGS })} ${name}`
  })
  return [
    row([
      [day ?? '', 10],
      [texts.sourceName(type, labels), width],
      [added.join(', '), WIDTH - 15 - width],
    ]),
    `    ${link}`,
  ]
}
