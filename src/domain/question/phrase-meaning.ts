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

const NUMBER = /^\d+$/

/** Whether a phrase is a number, or several things one after another, all of them known and a period among them: 'calls last week'. */
export function isNumberOrDated(phrase: string, vocabulary: Vocabulary): boolean {
  const tokens = tokensOf(phrase)
  if (tokens.every(({ text }) => NUMBER.test(text))) return true
  const matches = matchesOf(tokens, { ...vocabulary, books: booksOf(vocabulary) })
  const isKnown = matches.every(({ senses }) => senses.length > 0)
  return isKnown && matches.some(({ senses }) => senses.some(isOfPeriod))
}

function isOfPeriod({ kind }: Sense): boolean {
  return kind === 'period' || kind === 'form'
}
