/** Turns domain terms and numbers into sentences in one language. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { AskedPeriod } from '../domain/answer/asked-period.ts'
import { isFurtherType } from '../domain/facts/facts.ts'
import { isOwnTally, ownMetricOf } from '../domain/facts/tally.ts'
import type { Basis } from '../domain/figures/basis.ts'
import type { ShownSource } from '../domain/figures/incomplete.ts'
import { BUILT_IN, builtIn } from '../domain/metrics/catalogue.ts'
import type { Family } from '../domain/metrics/metric.ts'
import type { NamedMetric } from '../domain/metrics/named-metric.ts'
import type { PartUnit, Unit } from '../domain/metrics/unit.ts'
import { brief, insideSentence } from './brief.ts'
import { ageText, timeSpent } from './durations.ts'
import { type Currency, createFormats, type Formats } from './formats.ts'
import type { Language, SentenceKey } from './language.ts'
import type { MetricText } from './metric-text.ts'
import { ownFormula } from './own-formula.ts'
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
  /** The same texts, together with those about an account's own metrics. Made once for each list. */
  with(named: readonly NamedMetric[]): Texts
  say(key: SentenceKey, values?: TextValues): string
  /** The name of a metric, with its basis where there is room ('Bookings (won, by close date)'); estimates say so. */
  metricName(metric: string, detail?: Detail): string
  /** How the number is calculated, in plain words of at most 200 characters. */
  metricAbout(metric: string): string
  /** What people call what numbers rest on: a type of records, or whatever `labels` calls it. */
  sourceName(source: ShownSource, labels: Basis['labels']): string
  /** The names of all metrics as they can be typed, by family, in the order of the catalogue. */
  metricNames(): { family: Family; names: string[] }[]
  unitOf(metric: string): Unit
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
  /** With `hasYear` false, typed dates, weeks, months and quarters leave out the year, because it is known. */
  period(asked: AskedPeriod, hasYear?: boolean): string
}

/** Shown for a missing value, which is not 0. */
export const NO_VALUE = '–'

const NONE: readonly NamedMetric[] = []
/** By language, and by the list of own metrics that the texts are about. */
const known = new Map<Language, WeakMap<readonly NamedMetric[], Texts>>()

/**
 * The texts of the first supported language requested, such as the reader's, then the workspace's; otherwise English. They
 * know the metrics that every account has.
 */
export function createTexts(...requested: readonly (string | null | undefined)[]): Texts {
  return textsIn(languageOf(requested), NONE)
}

function textsIn(language: Language, named: readonly NamedMetric[]): Texts {
  const byList = known.get(language) ?? new WeakMap<readonly NamedMetric[], Texts>()
  known.set(language, byList)
  const texts = byList.get(named) ?? textsOf(language, named)
  byList.set(named, texts)
  return texts
}

function textsOf(language: Language, named: readonly NamedMetric[]): Texts {
  // Formats and parsed messages are those of the language.
  const basic = named === NONE ? null : textsIn(language, NONE)
  const formats = basic?.formats ?? createFormats(language)
  const write = writerOf(language)
  const say: Texts['say'] = (key, values) => write(language.sentences[key], values)
  const percent: Texts['percent'] = (share, digits = 0) =>
    say('unit.percent', { n: formats.number(share * 100, digits) })
  const amount = amountWriter({ say, formats, percent })
  const own = new Map(named.map((metric) => [metric.id, metric]))
  const naming = namesOf(language, { say, formats }, own)
  const { unitOf } = naming
  const value: Texts['value'] = (metric, number, how) =>
    number !== null && how.detail === 'full' && isPlainSum(own.get(metric))
      ? formats.number(number, SUM_DIGITS)
      : amount(unitOf(metric), number, how)

  return {
    formats,
    with: (others) => textsIn(language, others.length === 0 ? NONE : others),
    say,
    percent,
    value,
    ...naming,
    duration: (ms) => ageText(ms, { say, formats }),
    counted: (metric, number, how) =>
      write(textOf(language, metric)?.counted ?? countedOf(own.get(metric), number), {
        n: number,
        value: value(metric, number, how),
        name: insideSentence(naming.metricName(metric), language.locale),
      }),
    partValue: (part, number, how) =>
      isOwnTally(part)
        ? value(ownMetricOf(part), number, how)
        : amount(partUnit(part) ?? unitOf(how.metric), number, how),
    period: (asked, hasYear = true) => periodName(asked, { say, formats }, hasYear),
  }
}

/** Plain sums are kept with this many digits after the point, and shown as they are. */
const SUM_DIGITS = 6

function isPlainSum(metric: NamedMetric | undefined): boolean {
  return metric?.unit === 'count' && metric.formula.kind === 'records' && metric.formula.property !== null
}

/** Of an own metric only the plural is known. */
function countedOf(metric: NamedMetric | undefined, number: number): string {
  return metric && number === 1 ? '{value} × {name}' : '{value} {name}'
}

function textOf({ metrics }: Language, metric: string): MetricText | undefined {
  const texts: Readonly<Record<string, MetricText>> = metrics
  return Object.hasOwn(texts, metric) ? texts[metric] : undefined
}

type Naming = Pick<Texts, 'metricName' | 'metricAbout' | 'metricNames' | 'unitOf' | 'partName' | 'sourceName'>

function namesOf(
  language: Language,
  words: Pick<Texts, 'say' | 'formats'>,
  own: ReadonlyMap<string, NamedMetric>,
): Naming {
  const { locale } = language
  const { language: code } = new Intl.Locale(locale)
  const nameIn = ({ name }: NamedMetric) => name[code] ?? name.en
  const typedName = (metric: Pick<NamedMetric, 'id'>) => {
    const declared = own.get(metric.id)
    return declared ? nameIn(declared) : (textOf(language, metric.id)?.name ?? metric.id)
  }
  const metricName: Texts['metricName'] = (metric, detail = 'short') => {
    const declared = own.get(metric)
    if (declared) return nameIn(declared)
    const text = textOf(language, metric)
    const name = (detail === 'full' && text?.title) || text?.name || metric
    return builtIn(metric)?.isEstimate ? words.say('note.estimate', { metric: name }) : name
  }
  return {
    metricName,
    metricAbout(metric) {
      const declared = own.get(metric)
      return declared
        ? ownFormula(declared, { ...words, locale, metricName })
        : (textOf(language, metric)?.formula ?? metric)
    },
    metricNames: () =>
      [...Map.groupBy([...BUILT_IN, ...own.values()], ({ family }) => family)].map(([family, metrics]) => ({
        family,
        names: metrics.map(typedName),
      })),
    unitOf: (metric) => own.get(metric)?.unit ?? builtIn(metric)?.unit ?? 'count',
    partName: (part) =>
      isOwnTally(part) ? insideSentence(metricName(ownMetricOf(part)), locale) : language.parts[part],
    sourceName: (source, labels) =>
      isFurtherType(source) || isOwnTally(source)
        ? brief(labels[source] ?? source)
        : words.say(`type.${source}`),
  }
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

const messages = new WeakMap<Language, Map<string, IntlMessageFormat>>()

/** Fills in ICU messages, parsing each only once. Values are never parsed as messages. */
function writerOf(language: Language): (message: string, values?: TextValues) => string {
  const { locale } = language
  const parsed = messages.get(language) ?? new Map<string, IntlMessageFormat>()
  messages.set(language, parsed)
  return (message, values) => {
    const format = parsed.get(message) ?? new IntlMessageFormat(message, locale)
    parsed.set(message, format)
    return String(format.format(values))
  }
}
