/** What a person is told about their own data. */
import type { Seer } from '../access/seers.ts'
import type { Day } from '../calendar/day.ts'
import type { Visibility } from '../company/settings.ts'

/** Everything that one person looked at on one day, in the time zone of the one who was looked at. */
export interface LooksOfDay {
  day: Day
  /** The looker's name in HubSpot, otherwise the Slack user id, or the user of the machine. */
  name: string
  isCommandLine: boolean
  /** Each once; empty if none was asked for by name. */
  metrics: string[]
}

export interface PrivacyAnswer {
  kind: 'privacy'
  /** Whether figures are kept about the person. */
  isRep: boolean
  seers: Seer[]
  visibility: Visibility | null
  hasOptedOut: boolean
  /** Newest first. */
  looks: LooksOfDay[]
  /** How many days back looks are shown. */
  days: number
}
