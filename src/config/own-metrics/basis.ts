/** What own metrics are checked against, and how they are passed to the checks. */
import type { OwnMetric } from '../../domain/company/own-metrics.ts'
import type { NamedObject } from '../../domain/company/people.ts'
import type { Settings } from '../../domain/company/settings.ts'

/** What own metrics are checked against besides each other. */
export interface OwnMetricsBasis {
  /** Codes of the supported languages. */
  languages: readonly string[]
  /** What a phrase means in any account, in words; `null`: nothing. */
  meaningOf(phrase: string): string | null
}

/** What the store knows: nothing of an account that has never been read. */
export interface Present {
  settings: Settings
  /** What HubSpot said of object types and their properties. */
  objects: readonly NamedObject[]
  /** The type id, or the name of one of the eight, for a name of an object type; `null` if only the account knows it. */
  typeOf(object: string): string | null
}

/** A metric that can be read, and its place in the list. */
export interface Placed {
  at: number
  metric: OwnMetric
}
