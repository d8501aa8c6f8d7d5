/** Near words: the known words one letter away from a typed one. An index keeps the number of comparisons small. */
import { distance } from './distance.ts'
import type { PhraseBook } from './phrase-book.ts'

/** A known word, folded; `shown` is how it is written. */
export interface KnownWord {
  word: string
  shown: string
  /** Its position in the book. */
  place: number
}

/** What was found, and how many candidates were compared letter by letter. */
export interface Found<T> {
  found: T[]
  compared: number
}

const indexes = new WeakMap<PhraseBook, Map<string, KnownWord[]>>()

/** The words at distance 1, in the book's order. */
export function wordsBeside(typed: string, book: PhraseBook): Found<KnownWord> {
  const index = indexes.get(book) ?? indexOf(book)
  const candidates = new Set([...formsOf(typed)].flatMap((form) => index.get(form) ?? []))
  const found = [...candidates].filter(({ word }) => distance(typed, word) === 1)
  return { found: found.sort((a, b) => a.place - b.place), compared: candidates.size }
}

/** Words by all their forms: two words at distance 1 share a form in which each lacks at most one letter. */
function indexOf(book: PhraseBook): Map<string, KnownWord[]> {
  const index = new Map<string, KnownWord[]>()
  for (const [place, [word, shown]] of [...book.words].entries()) {
    const known = { word, shown, place }
    for (const form of formsOf(word)) index.set(form, [...(index.get(form) ?? []), known])
  }
  indexes.set(book, index)
  return index
}

/** The word, and the word without each one of its letters. */
function formsOf(word: string): Set<string> {
  const forms = new Set([word])
  for (let left = 0; left < word.length; left++) forms.add(word.slice(0, left) + word.slice(left + 1))
  return forms
}
