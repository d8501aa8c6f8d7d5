import { knownMetrics } from '../config/known-metrics.ts'
import type { KnownNames } from '../config/settings-schema.ts'
import { createCatalogue } from '../domain/metrics/catalogue.ts'
import { LANGUAGE_CODES } from '../i18n/spoken.ts'

/** What imported settings and quotas may name. */
export const KNOWN_NAMES: KnownNames = {
  metrics: knownMetrics(createCatalogue()),
  languages: LANGUAGE_CODES,
}
