/** A lexicon: the words of one language, as phrases in lower case. Accents, case, `-` and `_` do not matter. */

/** How an answer is laid out. `reps` also covers 'who is behind'. */
export const VIEWS = [
  'card',
  'top',
  'quota',
  'trend',
  'funnel',
  'deals',
  'stale',
  'explain',
  'plan',
  'score',
  'forecast',
  'pipeline',
  'reps',
] as const

export type View = (typeof VIEWS)[number]

/** What a question can ask for besides metrics. `compare` is 'vs', `average` is 'calls per day'. */
export const ABILITIES = [...VIEWS, 'compare', 'average'] as const

export type Ability = (typeof ABILITIES)[number]

/**
 * Expressions that stand for several parts of a question at once: `topPerformers` is the board of revenue, `today` the
 * answer to no words at all, and the others are lists of deals.
 */
export const SAYINGS = [
  'topPerformers',
  'today',
  'dealsDue',
  'biggestDeals',
  'biggestWon',
  'whoClosed',
] as const

export type Saying = (typeof SAYINGS)[number]

export const GREETINGS = ['hello', 'thanks'] as const

export type Greeting = (typeof GREETINGS)[number]

/** The words that make a range of two periods, or open one. */
export const JOINS = ['since', 'from', 'to', 'between', 'and'] as const

export type Join = (typeof JOINS)[number]

/** Commands, which count only as the first words of a line. */
export const COMMANDS = [
  'settings',
  'setup',
  'link',
  'away',
  'mute',
  'wrong',
  'status',
  'privacy',
  'insights',
  'coaching',
  'contest',
] as const

export type Command = (typeof COMMANDS)[number]

export type Phrases = readonly string[]

export interface Lexicon {
  language: string
  /** Words without meaning of their own: 'show me', 'how many', 'for'. */
  fillers: Phrases
  who: Readonly<Record<'me' | 'myTeam' | 'everyone', Phrases>>
  /** Words before a team's name; alone they mean the asker's own team. */
  teamWords: Phrases
  help: Phrases
  views: Readonly<Record<View, Phrases>>
  compare: Phrases
  /** The other end of a board, which is never shown. */
  bottom: Phrases
  group: Phrases
  sayings: Readonly<Record<Saying, Phrases>>
  greetings: Readonly<Record<Greeting, Phrases>>
  joins: Readonly<Record<Join, Phrases>>
  /** 'average' and 'per day', before or after a metric. */
  average: Phrases
  /** Keyed by the number in digits. */
  numbers: Readonly<Record<string, Phrases>>
  commands: Readonly<Record<Command, Phrases>>
  /** 'conversion' on its own: it can mean one of several metrics. */
  conversion: Phrases
  /**
   * Keyed by the written form of the period. In forms and phrases, `{n}` stands for a number, `{y}` for a year and
   * `{d}` for a day. A month's name may have a day and a year beside it, without this being listed.
   */
  periods: Readonly<Record<string, Phrases>>
  /** Keyed by metric id. */
  metrics: Readonly<Record<string, Phrases>>
}

/** Splits phrases as a lexicon writes them: separated by commas, on any number of lines. */
export function phrases(text: string): Phrases {
  return text
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
}
