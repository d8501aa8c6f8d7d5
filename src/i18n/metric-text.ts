import type { BuiltInMetricId } from '../domain/metrics/catalogue.ts'

/** Every metric that has a text: the built-in ones, and the table of the funnel. */
export type MetricId = BuiltInMetricId | 'funnel'

/** What one language says of a metric. */
export interface MetricText {
  /** Short enough for a line on a phone, and a word that people can type. */
  name: string
  /** Where there is room: with what the name leaves open. */
  title?: string
  /** An ICU message with the number and its noun; left out where the name follows the number. */
  counted?: string
  /**
   * How the number comes about, to be read after its name and a colon, in at most 200 characters: what counts, from
   * which field of HubSpot as people know it, and what does not.
   */
  formula: string
  /** What people type for it, with commas between; left out where the words of a view ask for it. */
  words?: string
}

export type MetricTexts = Readonly<Record<MetricId, MetricText>>
