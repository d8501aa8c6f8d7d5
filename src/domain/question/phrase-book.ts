/** Phrase books: folded phrases, each with all its possible meanings. */
import { fold } from './fold.ts'
import { isSame, type Sense } from './senses.ts'

import { nameKey } from './tokens.ts'

/** `shown` is the phrase as its lexicon or HubSpot writes it. */
export interface Entry {
  shown: string
  senses: Sense[]
}

export interface PhraseBook {
  entries: Map<string, Entry>
  /** How many words the longest phrase has. */
  longest: number
  /** The words of phrases as written, keyed by the folded word; fillers are left out. */
  words: Map<string, string>
}

export function emptyBook(): PhraseBook {
  return { entries: new Map(), longest: 0, words: new Map() }
}

/** Adds a phrase of a lexicon: `{n}` and `{y}` stand for a number, `{d}` for a day. */
export function addPhrase(book: PhraseBook, phrase: string, sense: Sense): void {
  const written = phrase.split(/[\s\-_]+/)
  addEntry(book, written.map(keyOf).filter(Boolean).join(' '), { shown: phrase, sense })
  if (sense.kind === 'filler') return
  for (const word of written.filter((part) => !part.startsWith('{')))
    if (!book.words.has(fold(word))) book.words.set(fold(word), word)
}

function keyOf(word: string): string {
  if (word === '{n}' || word === '{y}') return '#'
  return word === '{d}' ? '#d' : nameKey(word)
}

/** Adds the name of a person or team. */
export function addName(book: PhraseBook, name: string, sense: Sense): void {
  const key = nameKey(name)
  if (key !== '') addEntry(book, key, { shown: name, sense })
}

function addEntry(book: PhraseBook, key: string, { shown, sense }: { shown: string; sense: Sense }): void {
  const entry = book.entries.get(key)
  if (!entry) book.entries.set(key, { shown, senses: [sense] })
  else if (!entry.senses.some((known) => isSame(known, sense))) entry.senses.push(sense)
  book.longest = Math.max(book.longest, key.split(' ').length)
}
