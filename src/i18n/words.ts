import type { Lexicon } from '../domain/question/lexicon.ts'

/** What people type, except for the words for metrics, which are kept with the metrics. */
export type Words = Omit<Lexicon, 'language' | 'metrics'>
