/** Matches: the phrases found in a line, each with all its possible meanings. */

import { eitherDate, readDate } from '../calendar/date-words.ts'
import type { PeriodBasis } from '../calendar/period.ts'
import { readPeriod } from '../calendar/period-words.ts'
import type { Books } from './books.ts'
import type { Ability, Saying } from './lexicon.ts'
import { filledForm, readForm } from './period-forms.ts'
import type { PhraseBook } from './phrase-book.ts'
import { isSame, type Sense } from './senses.ts'
import type { Token } from './tokens.ts'

/** Tokens `[first, end)` of the line. A match without senses is a number, or a word that matches nothing. */
export interface Match {
  first: number
  end: number
  senses: Sense[]
}

export interface MatchBasis {
  books: Books
  basis: PeriodBasis
  abilities: readonly Ability[]
}

interface Line extends MatchBasis {
  tokens: readonly Token[]
}

/** Reads a line from left to right, preferring the longest phrase. */
export function matchesOf(tokens: readonly Token[], known: MatchBasis): Match[] {
  const line = { tokens, ...known }
  const matches: Match[] = []
  for (let first = 0; first < tokens.length; first = matches.at(-1)?.end ?? tokens.length)
    matches.push(longestMatch(line, first, matches.at(-1)))
  return matches
}

function longestMatch(line: Line, first: number, before: Match | undefined): Match {
  for (const end of endsFrom(line, first).toReversed()) {
    const senses = sensesOf(line, first, end).filter((sense) => isMeant(line, { sense, first, end, before }))
    if (senses.length > 0) return { first, end, senses }
  }
  return { first, end: first + 1, senses: [] }
}

/** How far phrases that begin here go at most, as the ends of ever longer spans. */
function endsFrom({ tokens, books }: Line, first: number): number[] {
  const known = [books.catalogue, books.metrics, books.names, books.commands]
  const begins = (key: string) => known.some(({ beginnings }) => beginnings.has(key))
  const ends: number[] = []
  let [literal, generic] = ['', '']
  for (let end = first + 1; end <= tokens.length; end++) {
    const token = tokens[end - 1]
    if (!token) break
    const space = end === first + 1 ? '' : ' '
    literal += space + token.text
    generic += space + genericWord(token, books.numbers)
    if (end > first + 1 && !begins(literal) && (literal === generic || !begins(generic))) break
    ends.push(end)
  }
  return ends
}

interface Candidate {
  sense: Sense
  first: number
  end: number
  before: Match | undefined
}

/** What the app cannot answer is as if it were not in the word lists, and in 'top 10 october' the 10 is no day. */
function isMeant({ tokens, books, abilities }: Line, { sense, first, end, before }: Candidate): boolean {
  const needed = abilityFor(sense)
  if (needed && !abilities.includes(needed)) return false
  const isNumber = tokens[first]?.kind === 'number' || books.numbers.has(tokens[first]?.text ?? '')
  if (!isNumber || end === first + 1 || !before?.senses.some(isBoard)) return true
  return sense.kind === 'period' ? sense.spec.kind !== 'latestDate' : sense.kind !== 'noPeriod'
}

function isBoard(sense: Sense): boolean {
  return sense.kind === 'view' && sense.view === 'top'
}

/** For expressions that mean nothing else to an app without the view; views by their names are refused as such. */
function abilityFor(sense: Sense): Ability | null {
  return sense.kind === 'saying' && DEAL_SAYINGS.includes(sense.saying) ? 'deals' : null
}

const DEAL_SAYINGS: readonly Saying[] = ['dealsDue', 'biggestDeals', 'biggestWon', 'whoClosed']

function sensesOf(line: Line, first: number, end: number): Sense[] {
  const span = line.tokens.slice(first, end)
  const [head, ...rest] = span
  if (!head || rest.some((token) => token.kind !== 'word' && token.kind !== 'number' && token.kind !== 'day'))
    return []
  if (head.kind === 'mention')
    return rest.length > 0 ? [] : [{ kind: 'who', who: { kind: 'slackUser', userId: head.text } }]
  if (head.kind === 'period') return rest.length > 0 ? [] : writtenPeriod(head.text)
  if (head.kind === 'date') return rest.length > 0 ? [] : dateSenses(head)
  if (head.kind === 'name') return nameSenses(line.books, span)
  const senses = first === 0 ? lookUp(line, line.books.commands, span) : []
  return senses.length > 0 ? senses : plainSenses(line, span)
}

function writtenPeriod(text: string): Sense[] {
  const spec = readPeriod(text)
  return spec ? [{ kind: 'period', spec, form: text }] : []
}

/** `3/4` is the third day of one month or the fourth of another. */
function dateSenses({ text, typed }: Token): Sense[] {
  const read = readDate(text)
  if (read === null) return []
  if (typeof read !== 'string') return [{ kind: 'period', spec: read, form: typed }]
  if (read !== 'dayOrMonth') return [{ kind: 'noPeriod', problem: read }]
  return eitherDate(text).map((spec) => ({ kind: 'period', spec, form: typed }))
}

/** Quotes and `@` force a name; for a team, one word that occurs in no other team's name is enough. */
function nameSenses({ names, teamParts, ids }: Books, span: readonly Token[]): Sense[] {
  const key = literalKey(span)
  const entry = [names, teamParts, ids].flatMap((book) => book.entries.get(key) ?? [])[0]
  return entry?.senses ?? []
}

/** The senses from the catalogue and from names together; a filler counts only if there is no other sense. */
function plainSenses(line: Line, span: readonly Token[]): Sense[] {
  const { books } = line
  const phrases = [...lookUp(line, books.catalogue, span), ...lookUp(line, books.metrics, span)]
  const known = unique([...phrases, ...(books.names.entries.get(literalKey(span))?.senses ?? [])])
  const meant = known.filter((sense) => sense.kind !== 'filler')
  if (meant.length > 0) return meant
  const team = span.length === 1 ? books.teamParts.entries.get(literalKey(span)) : undefined
  return team?.senses ?? known
}

function unique(senses: Sense[]): Sense[] {
  if (senses.length < 2) return senses
  return senses.filter((sense, index) => senses.findIndex((other) => isSame(other, sense)) === index)
}

function lookUp(
  { books, basis }: Pick<MatchBasis, 'books' | 'basis'>,
  book: PhraseBook,
  span: readonly Token[],
): Sense[] {
  const [literal, generic] = [literalKey(span), genericKey(span, books.numbers)]
  const senses = book.entries.get(literal)?.senses ?? []
  const more = literal === generic ? [] : (book.entries.get(generic)?.senses ?? [])
  const all = more.length > 0 ? [...senses, ...more] : senses
  if (!all.some(({ kind }) => kind === 'form')) return all
  const read = unique(all).flatMap((sense) => withNumbers(sense, span, { books, basis }))
  return read.some(({ kind }) => kind === 'period') ? read.filter(({ kind }) => kind !== 'noPeriod') : read
}

function literalKey(span: readonly Token[]): string {
  return span.map((token) => token.text).join(' ')
}

function genericKey(span: readonly Token[], numbers: Books['numbers']): string {
  return span.map((token) => genericWord(token, numbers)).join(' ')
}

function genericWord({ kind, text }: Token, numbers: Books['numbers']): string {
  if (kind === 'day') return '#d'
  return kind === 'number' || numbers.has(text) ? '#' : text
}

/** Turns a form into the period that its numbers describe, if that period exists. */
function withNumbers(
  sense: Sense,
  span: readonly Token[],
  { books, basis }: Pick<MatchBasis, 'books' | 'basis'>,
): Sense[] {
  if (sense.kind !== 'form') return [sense]
  const typed = span.flatMap(({ kind, text }) =>
    kind === 'number' || kind === 'day' ? [text] : (books.numbers.get(text) ?? []),
  )
  const form = filledForm(sense.form, typed)
  const read = readForm(form, basis)
  if (read === null) return []
  return typeof read === 'string'
    ? [{ kind: 'noPeriod', problem: read }]
    : [{ kind: 'period', spec: read, form }]
}
