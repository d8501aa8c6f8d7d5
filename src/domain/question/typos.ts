/** Typos: words that match nothing are read as the only known word one letter away, or answered with suggestions. */
import type { Books } from './books.ts'
import { fold } from './fold.ts'
import type { Match } from './matches.ts'
import { type NearPhrase, phrasesNear } from './near-phrases.ts'
import { type Found, type KnownWord, wordsBeside } from './near-words.ts'
import { type Entry, isInLanguage, type PhraseBook, translated } from './phrase-book.ts'
import type { ReadAs } from './question.ts'
import { isSame, meanSame, type Sense } from './senses.ts'
import type { Token } from './tokens.ts'

/** Shorter words have too many neighbours to be corrected. */
const SHORTEST = 4
/** More than are offered, because some do not fit into the line. */
const MOST_NEAREST = 6

/** If a line has more unknown words than this, they are unlikely to be typos. */
const MOST_LOOKED_FOR = 3

export interface Corrected {
  tokens: Token[]
  readAs: ReadAs[]
}

/** Looks for what was meant by the unknown words of one line, for at most 3 of them. */
export interface Typos {
  /** The only known word one letter away from a typed word of at least 4 letters. */
  neighbourOf(typed: string): string | undefined
  /** The nearest known phrases of the asker's language, and names: at most 6, no two with a meaning in common. */
  nearestTo(typed: string, hasOtherWords: boolean): string[]
  /** How many pairs of words were compared letter by letter. */
  readonly compared: number
}

export function createTypos(books: Books, language: string): Typos {
  const lookedFor = new Set<string>()
  let compared = 0

  function mayLookFor(typed: string): boolean {
    if (lookedFor.size < MOST_LOOKED_FOR) lookedFor.add(typed)
    return lookedFor.has(typed)
  }

  function all<T>(found: Found<T>[]): T[] {
    compared += found.reduce((sum, each) => sum + each.compared, 0)
    return found.flatMap((each) => each.found)
  }

  return {
    neighbourOf(typed) {
      const known = [books.catalogue, books.commands, books.metrics]
      if (typed.length < SHORTEST || known.some(({ words }) => words.has(typed))) return undefined
      if (!mayLookFor(typed)) return undefined
      const near = all(known.map((book) => wordsBeside(typed, book)))
      return onlyOne(
        near.filter(({ word }) => word.length >= SHORTEST),
        [books.catalogue, books.metrics],
      )
    },
    nearestTo(typed, hasOtherWords) {
      if (!mayLookFor(typed)) return []
      const known = [books.names, books.commands, books.metrics, books.catalogue]
      const near = all(known.map((book) => phrasesNear(typed, book)))
      // Beside other words, a phrase of several words would only repeat some of them.
      const fitting = hasOtherWords ? near.filter(({ isPart }) => !isPart) : near
      return nearest(fitting, language).map((entry) => shownIn(entry, language, books.catalogue))
    },
    get compared() {
      return compared
    },
  }
}

/** Corrects unmatched words of at least 4 letters that have exactly one known neighbour. Names are never corrected. */
export function corrected(tokens: readonly Token[], matches: readonly Match[], typos: Typos): Corrected {
  const open = new Set(matches.filter((match) => match.senses.length === 0).map((match) => match.first))
  const readAs: ReadAs[] = []
  const neighbours = new Map<string, string | undefined>()
  const neighbourOf = (text: string) => {
    if (!neighbours.has(text)) neighbours.set(text, typos.neighbourOf(text))
    return neighbours.get(text)
  }
  const read = tokens.map((token, index): Token => {
    const word = open.has(index) && token.kind === 'word' ? neighbourOf(token.text) : undefined
    if (word === undefined) return token
    readAs.push({ typed: token.typed, as: word })
    return { kind: 'word', text: fold(word), typed: word }
  })
  return { tokens: read, readAs }
}

/** The word as the last of the books writes it, if all near words mean the same. */
function onlyOne(near: readonly KnownWord[], books: readonly PhraseBook[]): string | undefined {
  const shown = new Map(near.map((known) => [known.word, known.shown]))
  const [first, ...others] = shown
  return first && others.every(([word]) => haveSameMeaning(word, first[0], books)) ? first[1] : undefined
}

/** As 'call' and 'calls' do. */
function haveSameMeaning(a: string, b: string, books: readonly PhraseBook[]): boolean {
  const [one, other] = [sensesIn(books, a), sensesIn(books, b)]
  return one.length > 0 && meanSame(one, other)
}

/** Each sense once, in however many books the word is. */
function sensesIn(books: readonly PhraseBook[], word: string): Sense[] {
  const all = books.flatMap(({ entries }) => entries.get(word)?.senses ?? [])
  return all.filter((sense, index) => all.findIndex((other) => isSame(other, sense)) === index)
}

/** A phrase that several books contain has the meaning from the last of them. */
function nearest(all: readonly NearPhrase[], language: string): Entry[] {
  const known = [...new Map(all.map((phrase) => [phrase.key, phrase])).values()]
  const own = known.filter(({ entry }) => isInLanguage(entry, language))
  const phrases = own.length > 0 ? own : known
  const distinct: Entry[] = []
  for (const { entry } of phrases.sort((a, b) => a.farness - b.farness)) {
    if (distinct.some((other) => sharesSense(other, entry))) continue
    distinct.push(entry)
    if (distinct.length === MOST_NEAREST) break
  }
  return distinct
}

/** A phrase of another language is offered in the asker's, if that has one. */
function shownIn(entry: Entry, language: string, catalogue: PhraseBook): string {
  if (isInLanguage(entry, language)) return entry.shown
  return translated(entry.senses, language, catalogue) ?? entry.shown
}

function sharesSense(a: Entry, b: Entry): boolean {
  return a.senses.some((sense) => b.senses.some((other) => isSame(sense, other)))
}
