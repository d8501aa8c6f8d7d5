import type { Lexicon } from '../domain/question/lexicon.ts'

/** What people type, but for the words of metrics, which stand with the metrics. */
export type Words = Omit<Lexicon, 'language' | 'metrics'>
