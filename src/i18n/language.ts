import type { en } from './texts/en.ts'

/** A sentence that somebody reads; every language has each. */
export type SentenceKey = keyof (typeof en)['sentences']

/** How a metric is named. `counted` is an ICU message with the number, `full` the name where there is room. */
export interface MetricText {
  name: string
  /** What is counted, in words. */
  about: string
  counted: string
  full?: string
}

/** Everything that one language brings. `locale` decides numbers, money and dates. */
export interface Language {
  locale: string
  /** Short words of dates that the locale writes longer than a line on a phone likes. */
  shorter?: Record<string, string>
  sentences: Record<SentenceKey, string>
  metrics: Record<string, MetricText>
}
