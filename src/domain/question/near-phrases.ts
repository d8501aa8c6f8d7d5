/** Near phrases: the known phrases and names that a typed word may have been meant for. */
import { distance } from './distance.ts'
import type { Found } from './near-words.ts'
import type { Entry, PhraseBook } from './phrase-book.ts'
import { isFiller } from './senses.ts'

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
  /** Its position in the book. */
  place: number
  /** How often each plain letter occurs in it; the last count is for all other characters. */
  letters: Uint8Array
}

/** Only a few of the phrases have about the same length as a typed word, or a word that begins alike. */
interface Index {
  byLength: Map<number, Signature[]>
  byWord: Map<string, Signature[]>
  byBeginning: Map<string, Signature[]>
}

const PLAIN_LETTERS = 26
const FIRST_LETTER = 'a'.charCodeAt(0)
/** From three letters on, a typed word may be the beginning of a known word. */
const SHORTEST_BEGINNING = 3

const indexes = new WeakMap<PhraseBook, Index>()

/**
 * The phrases, in the book's order, that contain the typed word, or a word beginning with it, or that are at most a
 * third of its letters away. Fillers have no meaning of their own, and forms with placeholders cannot be typed.
 */
export function phrasesNear(typed: string, book: PhraseBook): Found<NearPhrase> {
  const index = indexes.get(book) ?? indexOf(book)
  const shared = sharing(typed, index)
  const { found: edited, compared } = editsOf(typed, index, shared)
  const found = [...shared, ...edited].sort(([a], [b]) => a.place - b.place)
  return { found: found.map(([, near]) => near), compared }
}

function indexOf(book: PhraseBook): Index {
  const index: Index = { byLength: new Map(), byWord: new Map(), byBeginning: new Map() }
  for (const [place, [key, entry]] of [...book.entries].entries()) {
    if (key.includes('#') || entry.senses.every(isFiller)) continue
    const signature = { key, entry, words: key.split(' '), place, letters: lettersOf(key) }
    add(index.byLength, key.length, signature)
    for (const word of new Set(signature.words)) add(index.byWord, word, signature)
    const beginnings = new Set(signature.words.map((word) => word.slice(0, SHORTEST_BEGINNING)))
    for (const beginning of beginnings) add(index.byBeginning, beginning, signature)
  }
  indexes.set(book, index)
  return index
}

function add<K>(map: Map<K, Signature[]>, key: K, signature: Signature): void {
  const list = map.get(key)
  if (list) list.push(signature)
  else map.set(key, [signature])
}

type Placed = [signature: Signature, near: NearPhrase]

/** The phrases one of whose words is, or begins with, the typed one. */
function sharing(typed: string, { byWord, byBeginning }: Index): Placed[] {
  const whole = byWord.get(typed) ?? []
  const begun =
    typed.length < SHORTEST_BEGINNING
      ? []
      : (byBeginning.get(typed.slice(0, SHORTEST_BEGINNING)) ?? []).filter(
          ({ words }) => !words.includes(typed) && words.some((word) => word.startsWith(typed)),
        )
  return [...whole.map((each) => placed(each, 0.5)), ...begun.map((each) => placed(each, 1))]
}

function placed(signature: Signature, farness: number): Placed {
  const { key, entry, words } = signature
  return [signature, { key, entry, farness, isPart: words.length > 1 }]
}

function editsOf(
  typed: string,
  { byLength }: Index,
  shared: readonly Placed[],
): { found: Placed[]; compared: number } {
  const most = Math.floor(typed.length / 3)
  const letters = lettersOf(typed)
  const known = new Set(shared.map(([signature]) => signature))
  const found: Placed[] = []
  let compared = 0
  for (let length = typed.length - most; length <= typed.length + most; length++)
    for (const signature of byLength.get(length) ?? []) {
      if (known.has(signature) || fewestSteps(letters, signature.letters) > most) continue
      compared += 1
      const farness = distance(typed, signature.key)
      const { key, entry } = signature
      if (farness <= most) found.push([signature, { key, entry, farness, isPart: false }])
    }
  return { found, compared }
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
