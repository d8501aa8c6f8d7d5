/** Looks: each time somebody is shown the figures of another person. */
import type { PeriodSpec } from '../calendar/period.ts'
import type { View } from '../question/lexicon.ts'

/** Where figures were shown. */
export const SURFACES = ['command', 'button', 'home', 'message', 'mention', 'commandLine'] as const
export type Surface = (typeof SURFACES)[number]

/** What was shown. `period`: as typed on the command line, and `null` if none was asked for. */
export interface Shown {
  view: View
  metrics: readonly string[]
  period: PeriodSpec | string | null
}

export interface Look {
  /** Who looked: a Slack user id, or `cli:` and the user of the machine. */
  actor: string
  /** The owner that this person is linked to. */
  actorOwnerId: string | null
  /** The owner whose figures were shown. */
  ownerId: string
  shown: Shown
  surface: Surface
}

/** How long a person can read who looked at their figures, in days, if the audit is kept that long. */
export const LOOKS_SHOWN_DAYS = 90
