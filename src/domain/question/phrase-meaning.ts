/** What a phrase means by itself, so that it is not given a second meaning. */
import { booksOf } from './books.ts'
import { matchesOf } from './matches.ts'
import type { Vocabulary } from './question.ts'
import { isFiller, type Sense } from './senses.ts'
import { tokensOf } from './tokens.ts'

/**
 * The senses of a phrase that means one thing as a whole, with or without fillers around it: 'calls', 'my calls'.
 * Nothing if it contains an unknown word or means several things one after another ('calls today'). A phrase of
 * fillers alone has the sense of a filler.
 */
export function phraseMeaning(phrase: string, vocabulary: Vocabulary): readonly Sense[] {
  const matches = matchesOf(tokensOf(phrase), { ...vocabulary, books: booksOf(vocabulary) })
  const meant = matches.filter(({ senses }) => !senses.some(isFiller))
  return meant.length > 1 ? [] : ((meant[0] ?? matches[0])?.senses ?? [])
}
