import type { en } from './en/language.ts'
import type { MetricTexts } from './metric-text.ts'
import type { PartTexts } from './part-text.ts'
import type { Words } from './words.ts'

/** A sentence that people read; every language has all of them. */
export type SentenceKey = keyof (typeof en)['sentences']

/** Everything that a language consists of. `locale` determines how numbers, money and dates are written. */
export interface Language {
  locale: string
  /** Shorter words for dates that the locale writes too long for a line on a phone. */
  shorter?: Readonly<Record<string, string>>
  sentences: Readonly<Record<SentenceKey, string>>
  metrics: MetricTexts
  parts: PartTexts
  words: Words
}
