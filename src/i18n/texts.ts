/** Words: turns domain words and numbers into sentences of one language. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { AskedPeriod } from '../domain/answer.ts'
import { CATALOGUE } from '../domain/metrics/catalogue.ts'
import { type Currency, createFormats, type Formats } from './formats.ts'
import type { Language, SentenceKey } from './language.ts'
import { DEFAULT_LANGUAGE, languageOf } from './languages.ts'
import { unitOf } from './metric-units.ts'
import { periodName } from './period-name.ts'

export type TextValues = Record<string, string | number>

/** How long a number may be: boards and digests are `short`. */
export type Room = 'short' | 'full'

export interface Texts {
  formats: Formats
  say(key: SentenceKey, values?: TextValues): string
  /** The name of a metric, with its basis where there is room ('Bookings (won, by close date)'). */
  metricName(metric: string, room?: Room): string
  metricAbout(metric: string): string
  /** The names of all metrics, in the order of the catalogue. */
  metricNames(): string[]
  /** A value of a metric in its unit; money in minor units; '–' for no value. */
  value(metric: string, value: number | null, how: Currency & { room: Room }): string
  /** The value with its noun: '212 calls', '3 won'. */
  counted(metric: string, value: number, how: Currency & { room: Room }): string
  percent(share: number, digits?: number): string
  /** '12 min', '3 h', '2 days': the largest unit that fits. */
  duration(ms: number): string
  /** `hasYear` false: typed dates and whole months of a year that is known go without it. */
  period(asked: AskedPeriod, hasYear?: boolean): string
}

/** No value, which is not 0. */
export const NO_VALUE = '–'

const known = new Map<Language, Texts>()

/** The texts of a language code or locale; English where it is not spoken. */
export function createTexts(code: string = DEFAULT_LANGUAGE): Texts {
  const language = languageOf(code)
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

  const duration: Texts['duration'] = (ms) => {
    const [n, key] = largestUnit(Math.abs(ms))
    return say(key, { n, value: formats.number(n) })
  }

  const value: Texts['value'] = (metric, amount, how) => {
    if (amount === null) return NO_VALUE
    switch (unitOf(metric)) {
      case 'money':
        return formats.money(amount, how, how.room)
      case 'ratio':
        return percent(amount, how.room === 'short' ? 0 : 1)
      case 'duration':
        return duration(amount)
      case 'days':
        return say('unit.days', { n: amount, value: formats.number(amount, 1) })
      case 'points':
        return say('unit.points', { n: amount, value: formats.number(amount, 1) })
      default:
        return formats.number(amount, 1)
    }
  }

  return {
    formats,
    say,
    percent,
    duration,
    value,
    metricName: (metric, room = 'short') => {
      const text = language.metrics[metric]
      return (room === 'full' && text?.full) || text?.name || metric
    },
    metricAbout: (metric) => language.metrics[metric]?.about ?? metric,
    metricNames: () => CATALOGUE.map(({ id }) => language.metrics[id]?.name ?? id),
    counted: (metric, amount, how) =>
      write(language.metrics[metric]?.counted ?? `{value} ${metric}`, {
        n: amount,
        value: value(metric, amount, how),
      }),
    period: (asked, hasYear = true) => periodName(asked, { say, formats }, hasYear),
  }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function largestUnit(ms: number): [number, SentenceKey] {
  if (ms >= 2 * DAY_MS) return [Math.floor(ms / DAY_MS), 'unit.days']
  if (ms >= HOUR_MS) return [Math.floor(ms / HOUR_MS), 'unit.hours']
  return [Math.round(ms / 60_000), 'unit.minutes']
}

/** Fills ICU messages in; each is parsed once. Values are never read as messages. */
function writerOf(locale: string): (message: string, values?: TextValues) => string {
  const parsed = new Map<string, IntlMessageFormat>()
  return (message, values) => {
    const format = parsed.get(message) ?? new IntlMessageFormat(message, locale)
    parsed.set(message, format)
    return String(format.format(values))
  }
}
