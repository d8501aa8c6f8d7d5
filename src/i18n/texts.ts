/** Turns domain terms and numbers into sentences in one language. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { AskedPeriod } from '../domain/answer/answer.ts'
import { isFurtherType } from '../domain/facts/facts.ts'
import { isOwnTally, ownMetricOf } from '../domain/facts/tally.ts'
import type { Basis } from '../domain/figures/basis.ts'
import type { ShownSource } from '../domain/figures/incomplete.ts'
import { BUILT_IN } from '../domain/metrics/catalogue.ts'
import type { PartUnit } from '../domain/metrics/unit.ts'
import { ageText, timeSpent } from './durations.ts'
import { type Currency, createFormats, type Formats } from './formats.ts'
import type { Language, SentenceKey } from './language.ts'
import type { MetricText } from './metric-text.ts'
import { isEstimated, unitOf } from './metric-units.ts'
import { type PartId, partUnit } from './part-text.ts'
import { periodName } from './period-name.ts'
import { languageOf } from './spoken.ts'

export type TextValues = Record<string, string | number>

/** How long a number may be; boards and digests use `short`. */
export type Detail = 'short' | 'full'

/** The currency of amounts, and how much room there is. */
export type How = Currency & { detail: Detail }

export interface Texts {
  formats: Formats
  say(key: SentenceKey, values?: TextValues): string
  /** The name of a metric, with its basis where there is room ('Bookings (won, by close date)'); estimates say so. */
  metricName(metric: string, detail?: Detail): string
  /** How the number is calculated, in plain words of at most 200 characters. */
  metricAbout(metric: string): string
  /** What people call what numbers rest on: a type of records, or whatever `labels` calls it. */
  sourceName(source: ShownSource, labels: Basis['labels']): string
  /** The names of all metrics as they can be typed, in the order of the catalogue. */
  metricNames(): string[]
  /** A value of a metric in its unit; money in minor units; '–' for no value. */
  value(metric: string, value: number | null, how: How): string
  /** The value with its noun: '212 calls', '3 won'. */
  counted(metric: string, value: number, how: How): string
  /** The name of a part of a formula: 'connected outbound calls'. */
  partName(part: PartId): string
  /** A part in its unit; parts without a unit of their own, such as a target, have that of `metric`. */
  partValue(part: PartId, value: number | null, how: How & { metric: string }): string
  percent(share: number, digits?: number): string
  /** How old something is, in the largest unit that fits: '12 min', '3 h', '2 days'. */
  duration(ms: number): string
  /** With `hasYear` false, typed dates and whole months leave out the year, because it is known. */
  period(asked: AskedPeriod, hasYear?: boolean): string
}

/** Shown for a missing value, which is not 0. */
export const NO_VALUE = '–'

const known = new Map<Language, Texts>()

/** The texts of the first supported language requested, such as the reader's, then the workspace's; otherwise English. */
export function createTexts(...requested: readonly (string | null | undefined)[]): Texts {
  const language = languageOf(requested)
  const texts = known.get(language) ?? textsOf(language)
  known.set(language, texts)
  return texts
}

function textsOf(language: Language): Texts {
  const formats = createFormats(language)
  const write = writerOf(language.locale)
  const say: Texts['say'] = (key, values) => write(language.sentences[key], values)
  const percent: Texts['percent'] = (share, digits = 0) =>
    say('unit.percent', { n: formats.number(share * 100, digits) })
  const amount = amountWriter({ say, formats, percent })
  const value: Texts['value'] = (metric, number, how) => amount(unitOf(metric), number, how)
  const naming = namesOf(language, say)

  return {
    formats,
    say,
    percent,
    value,
    ...naming,
    duration: (ms) => ageText(ms, { say, formats }),
    counted: (metric, number, how) =>
      write(textOf(language, metric)?.counted ?? '{value} {name}', {
        n: number,
        value: value(metric, number, how),
        name: insideSentence(naming.metricName(metric), language.locale),
      }),
    partValue: (part, number, how) => amount(partUnit(part) ?? unitOf(how.metric), number, how),
    period: (asked, hasYear = true) => periodName(asked, { say, formats }, hasYear),
  }
}

function textOf({ metrics }: Language, metric: string): MetricText | undefined {
  const texts: Readonly<Record<string, MetricText>> = metrics
  return Object.hasOwn(texts, metric) ? texts[metric] : undefined
}

type Naming = Pick<Texts, 'metricName' | 'metricAbout' | 'metricNames' | 'partName' | 'sourceName'>

function namesOf(language: Language, say: Texts['say']): Naming {
  return {
    metricName: (metric, detail = 'short') => {
      const text = textOf(language, metric)
      const name = (detail === 'full' && text?.title) || text?.name || metric
      return isEstimated(metric) ? say('note.estimate', { metric: name }) : name
    },
    metricAbout: (metric) => textOf(language, metric)?.formula ?? metric,
    metricNames: () => BUILT_IN.map(({ id }) => language.metrics[id].name),
    partName: (part) => (isOwnTally(part) ? ownMetricOf(part) : language.parts[part]),
    sourceName: (source, labels) =>
      isFurtherType(source) || isOwnTally(source) ? (labels[source] ?? source) : say(`type.${source}`),
  }
}

/** 'Win rate' becomes 'win rate' after a number; 'ARR' stays. */
function insideSentence(name: string, locale: string): string {
  return name.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLocaleLowerCase(locale))
}

type AmountWriter = (unit: PartUnit, amount: number | null, how: How) => string

function amountWriter({ say, formats, percent }: Pick<Texts, 'say' | 'formats' | 'percent'>): AmountWriter {
  return (unit, amount, how) => {
    if (amount === null) return NO_VALUE
    const plain = { n: amount, value: formats.number(amount, 1) }
    switch (unit) {
      case 'money':
        return formats.money(amount, how, how.detail)
      case 'ratio':
        return percent(amount, how.detail === 'short' ? 0 : 1)
      case 'duration':
        return timeSpent(amount, { say, formats })
      case 'minutes':
      case 'hours':
      case 'days':
      case 'points':
        return say(`unit.${unit}`, plain)
      case 'condition':
        return say(amount === 0 ? 'unit.no' : 'unit.yes')
      default:
        return plain.value
    }
  }
}

/** Fills in ICU messages, parsing each only once. Values are never parsed as messages. */
function writerOf(locale: string): (message: string, values?: TextValues) => string {
  const parsed = new Map<string, IntlMessageFormat>()
  return (message, values) => {
    const format = parsed.get(message) ?? new IntlMessageFormat(message, locale)
    parsed.set(message, format)
    return String(format.format(values))
  }
}
