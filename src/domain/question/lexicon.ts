/** A lexicon: the words of one language, as phrases in lower case. Accents, case, `-` and `_` do not matter. */

export type View = 'card' | 'top' | 'quota'

/** Views that are understood but not answered yet. `compare` stands for 'vs', `reps` also for 'who is behind'. */
export type ViewToCome =
  | 'trend'
  | 'funnel'
  | 'deals'
  | 'stale'
  | 'explain'
  | 'plan'
  | 'score'
  | 'forecast'
  | 'pipeline'
  | 'reps'
  | 'bottom'
  | 'compare'
  | 'group'

/** Commands, which count as the first words only. */
export type Command =
  | 'settings'
  | 'setup'
  | 'link'
  | 'away'
  | 'mute'
  | 'wrong'
  | 'status'
  | 'privacy'
  | 'insights'
  | 'coaching'
  | 'contest'

export type Phrases = readonly string[]

export interface Lexicon {
  language: string
  /** Words that say nothing: 'show me', 'how many', 'for'. */
  fillers: Phrases
  who: Readonly<Record<'me' | 'myTeam' | 'everyone', Phrases>>
  /** Words before a team's name; alone they mean the asker's own team. */
  teamWords: Phrases
  help: Phrases
  views: Readonly<Record<View, Phrases>>
  viewsToCome: Readonly<Record<ViewToCome, Phrases>>
  commands: Readonly<Record<Command, Phrases>>
  /** 'conversion' alone: one of several metrics is meant. */
  conversion: Phrases
  /**
   * By the written form of the period. `{n}` stands for a number, `{y}` for a year, `{d}` for a day, in form and phrase
   * alike. After a month's name a year may stand without being listed.
   */
  periods: Readonly<Record<string, Phrases>>
  /** By the metric's id. */
  metrics: Readonly<Record<string, Phrases>>
}

/** Phrases as they are written in a lexicon: commas between, on as many lines as they take. */
export function phrases(text: string): Phrases {
  return text
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
}
