/** A lexicon: the words of one language, as phrases in lower case. Accents, case, `-` and `_` do not matter. */

export type View = 'card' | 'top' | 'quota'

/** Views that are understood but not answered yet. `compare` covers 'vs'; `reps` also covers 'who is behind'. */
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

/** Commands, which count only as the first words of a line. */
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
  /** Words without meaning of their own: 'show me', 'how many', 'for'. */
  fillers: Phrases
  who: Readonly<Record<'me' | 'myTeam' | 'everyone', Phrases>>
  /** Words before a team's name; alone they mean the asker's own team. */
  teamWords: Phrases
  help: Phrases
  views: Readonly<Record<View, Phrases>>
  viewsToCome: Readonly<Record<ViewToCome, Phrases>>
  commands: Readonly<Record<Command, Phrases>>
  /** 'conversion' on its own: it can mean one of several metrics. */
  conversion: Phrases
  /**
   * Keyed by the written form of the period. In forms and phrases, `{n}` stands for a number, `{y}` for a year and
   * `{d}` for a day. A month's name may be followed by a year without this being listed.
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
