import type { BuiltInMetricId } from '../domain/metrics/catalogue.ts'

/** Every metric that has a text: the built-in ones and the funnel, which is a table. */
export type MetricId = BuiltInMetricId | 'funnel'

/** The texts of a metric in one language. */
export interface MetricText {
  /** Short enough for a line on a phone. People can type it. */
  name: string
  /** A longer name for where there is room, with what the short name leaves open. */
  title?: string
  /** An ICU message with the number and its noun. If left out, the name follows the number. */
  counted?: string
  /**
   * How the number is calculated, to be read after its name and a colon, in at most 200 characters: what counts, by
   * which HubSpot field (as people know it), and what does not.
   */
  formula: string
  /** What people type for it, separated by commas. Left out if the words of a view ask for it. */
  words?: string
}

export type MetricTexts = Readonly<Record<MetricId, MetricText>>
