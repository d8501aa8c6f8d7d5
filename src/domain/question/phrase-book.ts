/** Phrase books: folded phrases, each with all its possible meanings. */
import { fold } from './fold.ts'
import { isFiller, isSame, type Sense } from './senses.ts'

import { nameKey } from './tokens.ts'

/** `shown` is the phrase as its lexicon or HubSpot writes it; names are of no language. */
export interface Entry {
  shown: string
  senses: Sense[]
  languages: string[]
}

/** Whether it is a phrase of the language, or a name. */
export function isInLanguage({ languages }: Entry, language: string): boolean {
  return languages.length === 0 || languages.includes(language)
}

export interface PhraseBook {
  entries: Map<string, Entry>
  /** With which words phrases begin: each phrase's first word, first two words and so on. */
  beginnings: Set<string>
  /** The words of phrases as written, keyed by the folded word; fillers are left out. */
  words: Map<string, string>
}

export function emptyBook(): PhraseBook {
  return { entries: new Map(), beginnings: new Set(), words: new Map() }
}

/** Adds a phrase of a lexicon: `{n}` and `{y}` stand for a number, `{d}` for a day. */
export function addPhrase(book: PhraseBook, phrase: string, sense: Sense, language?: string): void {
  const written = phrase.split(/[\s\-_]+/)
  addEntry(book, written.map(keyOf).filter(Boolean).join(' '), { shown: phrase, sense, language })
  if (isFiller(sense)) return
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

interface Added {
  shown: string
  sense: Sense
  language?: string | undefined
}

function addEntry(book: PhraseBook, key: string, { shown, sense, language }: Added): void {
  const entry: Entry = book.entries.get(key) ?? { shown, senses: [], languages: [] }
  book.entries.set(key, entry)
  if (!entry.senses.some((known) => isSame(known, sense))) entry.senses.push(sense)
  if (language !== undefined && !entry.languages.includes(language)) entry.languages.push(language)
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1))
    book.beginnings.add(key.slice(0, at))
  book.beginnings.add(key)
}

const translations = new WeakMap<PhraseBook, Map<string, string>>()

/** The first phrase of the language that means this alone. */
export function translated(senses: readonly Sense[], language: string, book: PhraseBook): string | undefined {
  const kept = translations.get(book) ?? translationsIn(book)
  translations.set(book, kept)
  return kept.get(translationKey(language, senses))
}

function translationsIn(book: PhraseBook): Map<string, string> {
  const found = new Map<string, string>()
  for (const [phrase, { shown, senses, languages }] of book.entries) {
    const keys = phrase.includes('#') ? [] : languages.map((language) => translationKey(language, senses))
    for (const key of keys) if (!found.has(key)) found.set(key, shown)
  }
  return found
}

function translationKey(language: string, senses: readonly Sense[]): string {
  return `${language} ${JSON.stringify(senses)}`
}
