/** Near phrases: the known phrases and names that a typed word may stand for. */
import { distance } from './distance.ts'
import type { Found } from './near-words.ts'
import type { Entry, PhraseBook } from './phrase-book.ts'

export interface NearPhrase {
  key: string
  entry: Entry
  /** Half a step where the typed word is one of the phrase's, one where it begins one, else the distance. */
  farness: number
}

/** What a phrase is looked up by. */
interface Signature {
  key: string
  entry: Entry
  words: string[]
  /** How often each plain letter stands in it; the last count is that of all other signs. */
  letters: Uint8Array
}

const PLAIN_LETTERS = 26
const FIRST_LETTER = 'a'.charCodeAt(0)
/** A word of three letters may be the beginning of one. */
const SHORTEST_BEGINNING = 3

const signatures = new WeakMap<PhraseBook, Signature[]>()

/** The phrases, in the order of the book, of whose letters at most a third must be changed to get the typed word. */
export function phrasesNear(typed: string, book: PhraseBook): Found<NearPhrase> {
  const most = Math.floor(typed.length / 3)
  const letters = lettersOf(typed)
  const found: NearPhrase[] = []
  let compared = 0
  for (const { key, entry, words, letters: others } of signatures.get(book) ?? signaturesOf(book)) {
    const farness = sharedWord(typed, words)
    if (farness !== null) found.push({ key, entry, farness })
    if (farness !== null || fewestSteps(letters, others) > most) continue
    compared += 1
    const far = distance(typed, key)
    if (far <= most) found.push({ key, entry, farness: far })
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

/** No fewer steps lead from one to the other: each adds one letter, takes one away, or does both. */
function fewestSteps(a: Uint8Array, b: Uint8Array): number {
  let [more, less] = [0, 0]
  for (let place = 0; place < a.length; place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0)
    if (difference > 0) more += difference
    else less -= difference
  }
  return Math.max(more, less)
}
