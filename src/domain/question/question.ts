/** A question: what somebody asked, once the typed words are read. */
import type { PeriodSpec } from '../calendar/period.ts'

/** Whom a question is about. A Slack user id stays one until the answer looks up who it is. */
export type Who =
  | { kind: 'me' }
  | { kind: 'owner'; ownerId: string }
  | { kind: 'slackUser'; userId: string }
  | { kind: 'team'; teamId: string }
  | { kind: 'myTeam' }
  | { kind: 'everyone' }

export type View = 'card' | 'top' | 'quota'

export interface Question {
  who: Who
  metrics: string[]
  period: PeriodSpec | null
  view: View
  /** How many places of a board, where a number was typed. */
  top: number | null
}

/** What typed words were read as. `unknown`: words that nothing matches; `ambiguous`: whole lines to choose from. */
export type Reading =
  | { kind: 'question'; question: Question; readAs: { typed: string; as: string }[] }
  | { kind: 'nothing' }
  | { kind: 'help' }
  | { kind: 'unknown'; words: { word: string; nearest: string[] }[] }
  | { kind: 'ambiguous'; word: string; readings: string[] }
