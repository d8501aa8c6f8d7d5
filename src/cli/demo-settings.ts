/** The demo's settings take the same path as every import, so that they are checked like one. */
import { readSettingsDocument } from '../config/settings.ts'
import type { Settings } from '../domain/company/settings.ts'
import { KNOWN_NAMES } from './known-names.ts'

export function settingsOrThrow(document: object): Partial<Settings> {
  const reading = readSettingsDocument(document, KNOWN_NAMES)
  if ('complaints' in reading) throw new Error(`the demo's settings: ${reading.complaints.join('; ')}`)
  return reading.settings
}
