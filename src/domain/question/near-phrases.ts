/** Near phrases: the known phrases and names that a typed word may have been meant for. */
import { distance } from './distance.ts'
import type { Found } from './near-words.ts'
import type { Entry, PhraseBook } from './phrase-book.ts'

export interface NearPhrase {
  key: string
  entry: Entry
  /** 0.5 if the typed word is one of the phrase's words, 1 if it begins one of them, otherwise the edit distance. */
  farness: number
  /** Whether the typed word is, or begins, only one of its several words. */
  isPart: boolean
}

/** What makes a phrase quick to compare. */
interface Signature {
  key: string
  entry: Entry
  words: string[]
  /** How often each plain letter occurs in it; the last count is for all other characters. */
  letters: Uint8Array
}

const PLAIN_LETTERS = 26
const FIRST_LETTER = 'a'.charCodeAt(0)
/** From three letters on, a typed word may be the beginning of a known word. */
const SHORTEST_BEGINNING = 3

const signatures = new WeakMap<PhraseBook, Signature[]>()

/**
 * The phrases, in the book's order, that contain the typed word, or a word beginning with it, or that are at most a
 * third of its letters away.
 */
export function phrasesNear(typed: string, book: PhraseBook): Found<NearPhrase> {
  const most = Math.floor(typed.length / 3)
  const letters = lettersOf(typed)
  const found: NearPhrase[] = []
  let compared = 0
  for (const { key, entry, words, letters: others } of signatures.get(book) ?? signaturesOf(book)) {
    const farness = sharedWord(typed, words)
    if (farness !== null) found.push({ key, entry, farness, isPart: words.length > 1 })
    if (farness !== null || fewestSteps(letters, others) > most) continue
    compared += 1
    const far = distance(typed, key)
    if (far <= most) found.push({ key, entry, farness: far, isPart: false })
  }
  return { found, compared }
}

function signaturesOf(book: PhraseBook): Signature[] {
  const made = [...book.entries].map(([key, entry]) => ({
    ...{ key, entry },
    words: key.split(' '),
    letters: lettersOf(key),
  }))
  signatures.set(book, made)
  return made
}

function lettersOf(text: string): Uint8Array {
  const counts = new Uint8Array(PLAIN_LETTERS + 1)
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index) - FIRST_LETTER
    const place = letter >= 0 && letter < PLAIN_LETTERS ? letter : PLAIN_LETTERS
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

function sharedWord(typed: string, words: readonly string[]): number | null {
  if (words.includes(typed)) return 0.5
  return typed.length >= SHORTEST_BEGINNING && words.some((word) => word.startsWith(typed)) ? 1 : null
}

/** A lower bound of the edit distance: each step adds one letter, removes one, or does both. */
function fewestSteps(a: Uint8Array, b: Uint8Array): number {
  let [more, less] = [0, 0]
  for (let place = 0; place < a.length; place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0)
    if (difference > 0) more += difference
    else less -= difference
  }
  return Math.max(more, less)
}
