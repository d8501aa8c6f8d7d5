/** A question: what somebody asked, once the typed words have been read. */
import type { PeriodBasis, PeriodSpec } from '../calendar/period.ts'
import type { Lexicon, View } from './lexicon.ts'

/** Whom a question is about. A Slack user id is resolved to a person only when the question is answered. */
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
  /** The number of places on a board, if one was typed. */
  top: number | null
}

/** A typo and the word it was read as. */
export interface ReadAs {
  typed: string
  as: string
}

/**
 * What typed words were read as. `unknown`: words that match nothing. `ambiguous`: whole lines to choose from.
 * `notYet`: a view, a command, a metric (by its id), `compare`, `next` or `group`, which is understood but not answered
 * yet.
 */
export type Reading =
  | { kind: 'question'; question: Question; readAs: ReadAs[] }
  | { kind: 'nothing' }
  | { kind: 'help' }
  | { kind: 'notYet'; word: string; typed: string }
  | { kind: 'unknown'; words: { word: string; nearest: string[] }[] }
  | { kind: 'ambiguous'; word: string; readings: string[] }

/**
 * Everything that words can mean. The first lexicon comes before the others in suggestions. `people` and `teams`
 * contain only those that the asker may see. A person's `names` are all names that may be typed: first name, full name,
 * e-mail.
 */
export interface Vocabulary {
  lexicons: readonly Lexicon[]
  people: readonly { ownerId: string; names: readonly string[] }[]
  teams: readonly { teamId: string; name: string }[]
  /** The metrics that can be answered; their ids count as names too. */
  metrics: readonly { id: string; names: readonly string[] }[]
  /** Decides, for example, which week 47 is the latest and which periods are over. */
  basis: PeriodBasis
}
