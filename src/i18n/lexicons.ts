/** The words of all supported languages. Everyone may type words of any of them. */
import { type Lexicon, phrases } from '../domain/question/lexicon.ts'
import type { Language } from './language.ts'
import { languages } from './spoken.ts'

export const LEXICONS: readonly Lexicon[] = Object.entries(languages).map(([code, language]) =>
  lexiconOf(code, language),
)

function lexiconOf(code: string, { words, metrics }: Language): Lexicon {
  const typed = Object.entries(metrics).flatMap(([id, text]) =>
    text.words === undefined ? [] : [[id, phrases(text.words)] as const],
  )
  return { ...words, language: code, metrics: Object.fromEntries(typed) }
}
