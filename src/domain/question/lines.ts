/** Lines: whole lines to choose from, each the typed one with one part made unambiguous. */
import { MONTH_NAMES } from '../calendar/date-words.ts'
import type { Books } from './books.ts'
import type { Lexicon } from './lexicon.ts'
import type { Match } from './matches.ts'
import { type PhraseBook, translated } from './phrase-book.ts'
import type { Reading, Vocabulary } from './question.ts'
import { isSame, type Sense } from './senses.ts'
import { nameKey, type Token, textOf } from './tokens.ts'

export interface Typed {
  tokens: readonly Token[]
  books: Books
  vocabulary: Vocabulary
}

/** Text beyond this length is not read: longer text takes longer to read, and everyone else waits meanwhile. */
const LONGEST_LINE = 300

/** The part of typed text that is read: at most 300 characters, cut between words if possible. */
export function lineOf(text: string): string {
  if (text.length <= LONGEST_LINE) return text
  const [beginning = ''] = /^.*(?=\s)/s.exec(text.slice(0, LONGEST_LINE + 1)) ?? []
  return beginning || text.slice(0, LONGEST_LINE)
}

/** The typed words of a match. */
export function typedWords({ tokens }: Typed, { first, end }: Match): string {
  return textOf(tokens.slice(first, end))
}

/** The line with other words in place of the match; an empty `words` removes it. */
export function lineWith({ tokens }: Typed, { first, end }: Match, words: string): string {
  return [textOf(tokens.slice(0, first)), words, textOf(tokens.slice(end))]
    .filter((part) => part !== '')
    .join(' ')
}

/** One line for each possible meaning of the match. */
export function choice(line: Typed, match: Match): Reading {
  const readings = match.senses.map((sense) => lineWith(line, match, clearWords(line, match, sense)))
  return { kind: 'ambiguous', word: typedWords(line, match), readings: [...new Set(readings)] }
}

/** For matches that exclude each other: one line for each, without the others. */
export function choiceOfOne(line: Typed, matches: readonly Match[]): Reading {
  const readings = matches.map((kept) => {
    const others = matches.filter((match) => match !== kept).sort((a, b) => b.first - a.first)
    const tokens = others.reduce((left, match) => without(left, match, line.books), [...line.tokens])
    return textOf(tokens)
  })
  const [, second] = matches
  return { kind: 'ambiguous', word: second ? typedWords(line, second) : '', readings: [...new Set(readings)] }
}

/** Removes the match, and the 'and' that joined it to the rest. */
function without(tokens: Token[], { first, end }: Match, { catalogue }: Books): Token[] {
  const isJoin = (token: Token | undefined) =>
    token !== undefined &&
    (catalogue.entries.get(token.text)?.senses.some(({ kind }) => kind === 'join') ?? false)
  if (isJoin(tokens[first - 1])) return tokens.toSpliced(first - 1, end - first + 1)
  return tokens.toSpliced(first, end - first + (isJoin(tokens[end]) ? 1 : 0))
}

/** Words that can mean nothing but the sense. */
function clearWords(line: Typed, match: Match, sense: Sense): string {
  const { books } = line
  if (sense.kind === 'period') return periodWords(line, sense)
  if (sense.kind === 'who' && sense.who.kind === 'owner') return `"${onlyName(books, sense)}"`
  if (sense.kind === 'who' && sense.who.kind === 'team') return `team "${onlyName(books, sense)}"`
  return onlyPhrase(line, sense) ?? typedWords(line, match)
}

/** Months by their names in the asker's language; anything else as it was typed or as all languages write it. */
function periodWords({ vocabulary }: Typed, { spec, form }: Extract<Sense, { kind: 'period' }>): string {
  const lexicon = lexiconOf(vocabulary)
  const named = (month: number) => lexicon?.periods[MONTH_NAMES[month - 1] ?? '']?.[0] ?? form
  if (spec.kind === 'latestMonth') return named(spec.month)
  if (spec.kind === 'latestDate') return `${spec.day} ${named(spec.month)}`
  if (spec.kind !== 'date') return form
  const [year, month, day] = spec.day.split('-').map(Number)
  return `${day} ${named(month ?? 0)} ${year}`
}

/** `top 10` and `last 10 days` in the asker's language. */
export function numberWords(line: Typed, number: number): { places: string; days: string } {
  const { views, periods } = lexiconOf(line.vocabulary) ?? {}
  const days = periods?.['last {n} days']?.[0] ?? 'last {n} days'
  return { places: `${views?.top[0] ?? 'top'} ${number}`, days: days.replace('{n}', String(number)) }
}

function lexiconOf({ lexicons, language }: Vocabulary): Lexicon | undefined {
  return lexicons.find((lexicon) => lexicon.language === language)
}

/** A name that nobody else has, preferably a full one; failing that the id, which is always unique. */
function onlyName({ names, ids }: Books, sense: Sense): string {
  const own = ownEntries(names, sense).sort((a, b) => b.split(' ').length - a.split(' ').length)
  return own[0] ?? ownEntries(ids, sense)[0] ?? ''
}

function ownEntries({ entries }: PhraseBook, sense: Sense): string[] {
  const own = [...entries.values()].filter(({ senses }) => senses.every((each) => isSame(each, sense)))
  return own.map((entry) => entry.shown)
}

/** A phrase with this sense alone: of the asker's language, otherwise of any. */
function onlyPhrase({ books, vocabulary }: Typed, sense: Sense): string | undefined {
  const { metrics, catalogue, names } = books
  const known = translated([sense], vocabulary.language, catalogue)
  if (known !== undefined && !names.entries.has(nameKey(known))) return known
  for (const book of [catalogue, metrics])
    for (const [key, { shown, senses }] of book.entries)
      if (!key.includes('#') && !names.entries.has(key) && senses.every((each) => isSame(each, sense)))
        return shown
  return undefined
}
