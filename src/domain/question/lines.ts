/** Lines: whole lines to choose from, each the typed one with one part made unambiguous. */
import type { Books } from './books.ts'
import type { Match } from './matches.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { Reading, Vocabulary } from './question.ts'
import { isSame, type Sense } from './senses.ts'
import type { Token } from './tokens.ts'

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
  return tokens
    .slice(first, end)
    .map((token) => token.typed)
    .join(' ')
}

/** The line with other words in place of the match; an empty `words` removes it. */
export function lineWith({ tokens }: Typed, { first, end }: Match, words: string): string {
  const typed = tokens.map((token) => token.typed)
  return [...typed.slice(0, first), words, ...typed.slice(end)].filter((part) => part !== '').join(' ')
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
    const tokens = others.reduce(
      (left, { first, end }) => left.toSpliced(first, end - first),
      [...line.tokens],
    )
    return tokens.map((token) => token.typed).join(' ')
  })
  const [, second] = matches
  return { kind: 'ambiguous', word: second ? typedWords(line, second) : '', readings: [...new Set(readings)] }
}

/** Words that can mean nothing but the sense. */
function clearWords(line: Typed, match: Match, sense: Sense): string {
  const { books } = line
  if (sense.kind === 'period') return sense.form
  if (sense.kind === 'who' && sense.who.kind === 'owner') return `"${onlyName(books, sense)}"`
  if (sense.kind === 'who' && sense.who.kind === 'team') return `team "${onlyName(books, sense)}"`
  return onlyPhrase(books, sense) ?? typedWords(line, match)
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

function onlyPhrase({ metrics, catalogue, names }: Books, sense: Sense): string | undefined {
  for (const book of [catalogue, metrics])
    for (const [key, { shown, senses }] of book.entries)
      if (senses.every((each) => isSame(each, sense)) && !key.includes('#') && !names.entries.has(key))
        return shown
  return undefined
}
