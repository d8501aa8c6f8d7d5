/** The demo's settings go the way of every import, so that they are checked as one. */
import { knownMetrics } from '../config/known-metrics.ts'
import { readSettingsDocument } from '../config/settings.ts'
import type { Settings } from '../domain/company/settings.ts'
import { createCatalogue } from '../domain/metrics/catalogue.ts'

export function settingsOrThrow(document: object): Partial<Settings> {
  const reading = readSettingsDocument(document, knownMetrics(createCatalogue()))
  if ('complaints' in reading) throw new Error(`the demo's settings: ${reading.complaints.join('; ')}`)
  return reading.settings
}
