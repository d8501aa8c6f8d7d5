/** The demo's settings go the way of every import, so that they are checked as one. */
import { KNOWN_METRICS } from '../config/known-metrics.ts'
import { readSettingsDocument } from '../config/settings.ts'
import type { Settings } from '../domain/company/settings.ts'

export function settingsOrThrow(document: object): Partial<Settings> {
  const reading = readSettingsDocument(document, KNOWN_METRICS)
  if ('complaints' in reading) throw new Error(`the demo's settings: ${reading.complaints.join('; ')}`)
  return reading.settings
}
