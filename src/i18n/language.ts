import type { en } from './en/language.ts'
import type { MetricTexts } from './metric-text.ts'
import type { PartTexts } from './part-text.ts'
import type { Words } from './words.ts'

/** A sentence that somebody reads; every language has each. */
export type SentenceKey = keyof (typeof en)['sentences']

/** Everything that one language brings. `locale` decides numbers, money and dates. */
export interface Language {
  locale: string
  /** Short words of dates that the locale writes longer than a line on a phone likes. */
  shorter?: Readonly<Record<string, string>>
  sentences: Readonly<Record<SentenceKey, string>>
  metrics: MetricTexts
  parts: PartTexts
  words: Words
}
