/** A question: what somebody asked, once the typed words have been read. */
import type { PeriodProblem } from '../calendar/date-words.ts'
import type { PeriodBasis, PeriodSpec } from '../calendar/period.ts'
import type { Ability, Command, Greeting, Lexicon, View } from './lexicon.ts'

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
  /** The number of places on a board, or the page of a list of reps, if one was typed. */
  top: number | null
  /** What is asked about each metric's usual day instead of its total. */
  isPerDay: boolean
  /** Which deals the view `deals` lists; otherwise `null`. */
  deals: DealList | null
  /** What the answer is compared with, where that was typed. */
  versus: { period: PeriodSpec | null; whos: readonly Who[] } | null
}

/** Open deals are those whose close date is in the period, if there is one. */
export interface DealList {
  state: 'open' | 'won'
  isBiggestFirst: boolean
}

/** A question about nothing in particular: the asker's card. */
export const PLAIN_QUESTION: Question = {
  who: { kind: 'me' },
  metrics: [],
  period: null,
  view: 'card',
  top: null,
  isPerDay: false,
  deals: null,
  versus: null,
}

/** A typo and the word it was read as. */
export interface ReadAs {
  typed: string
  as: string
}

/**
 * What typed words were read as. `leftOut`: what goes beyond five metrics and four people or teams, as typed. `unknown`:
 * words that match nothing, as typed, and at most three whole lines without them that can be answered. `help`: how to ask, what one metric means, or what all are called. `ambiguous`:
 * whole lines to choose from. `noPeriod`: words with the form of a period that does not exist. `notYet`: a view, a
 * metric (by its id), `compare`, `next` or `group`, which is understood but not answered yet.
 */
export type Reading =
  | { kind: 'question'; question: Question; readAs: ReadAs[]; leftOut: string[] }
  | { kind: 'nothing' }
  | { kind: 'help'; metric?: string; isOfAll?: boolean }
  | { kind: 'greeting'; greeting: Greeting }
  | { kind: 'command'; command: Command; typed: string }
  | { kind: 'notYet'; word: string; typed: string }
  | { kind: 'noPeriod'; problem: PeriodProblem; typed: string }
  | { kind: 'unknown'; words: string[]; lines: string[] }
  | { kind: 'ambiguous'; word: string; readings: string[] }

/**
 * Everything that words can mean. Suggestions are in `language`, the asker's. `people` and `teams`
 * contain only those that the asker may see. A person's `names` are all names that may be typed: first name, full name,
 * e-mail.
 */
export interface Vocabulary {
  lexicons: readonly Lexicon[]
  language: string
  people: readonly { ownerId: string; names: readonly string[] }[]
  teams: readonly { teamId: string; name: string }[]
  /** The metrics that can be answered; their ids count as names too. Only those that add up have an average per day. */
  metrics: readonly { id: string; names: readonly string[]; isAdditive?: boolean }[]
  /** What can be answered besides metrics; anything else is `notYet`, or unknown words. */
  abilities: readonly Ability[]
  /** Decides, for example, which week 47 is the latest and which periods are over. */
  basis: PeriodBasis
}
