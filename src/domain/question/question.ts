/** A question: what somebody asked, once the typed words are read. */
import type { PeriodBasis, PeriodSpec } from '../calendar/period.ts'
import type { Lexicon, View } from './lexicon.ts'

/** Whom a question is about. A Slack user id stays one until the answer looks up who it is. */
export type Who =
  | { kind: 'me' }
  | { kind: 'owner'; ownerId: string }
  | { kind: 'slackUser'; userId: string }
  | { kind: 'team'; teamId: string }
  | { kind: 'myTeam' }
  | { kind: 'everyone' }

export interface Question {
  who: Who
  metrics: string[]
  period: PeriodSpec | null
  view: View
  /** How many places of a board, where a number was typed. */
  top: number | null
}

/** A typo that was read as a word. */
export interface ReadAs {
  typed: string
  as: string
}

/**
 * What typed words were read as. `unknown`: words that nothing matches; `ambiguous`: whole lines to choose from;
 * `notYet`: a view, command or metric (by its id), `compare`, `next` or `group`, that is understood but not answered yet.
 */
export type Reading =
  | { kind: 'question'; question: Question; readAs: ReadAs[] }
  | { kind: 'nothing' }
  | { kind: 'help' }
  | { kind: 'notYet'; word: string; typed: string }
  | { kind: 'unknown'; words: { word: string; nearest: string[] }[] }
  | { kind: 'ambiguous'; word: string; readings: string[] }

/**
 * All that words can mean. Suggestions come from the first lexicon before the others. `people` and `teams` are only
 * those whom the asker may see; a person's `names` are all that may be typed, such as first, full name and e-mail.
 */
export interface Vocabulary {
  lexicons: readonly Lexicon[]
  people: readonly { ownerId: string; names: readonly string[] }[]
  teams: readonly { teamId: string; name: string }[]
  /** The metrics that can be answered; the ids are names too. */
  metrics: readonly { id: string; names: readonly string[] }[]
  /** Decides which week 47 is the latest, and which periods are over. */
  basis: PeriodBasis
}
