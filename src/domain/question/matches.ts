/** Matches: the phrases found in a line, each with all its possible meanings. */
import type { PeriodBasis } from '../calendar/period.ts'
import { readPeriod } from '../calendar/period-words.ts'
import type { Books } from './books.ts'
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

interface Line {
  tokens: readonly Token[]
  books: Books
  basis: PeriodBasis
}

/** Reads a line from left to right, preferring the longest phrase. */
export function matchesOf(tokens: readonly Token[], books: Books, basis: PeriodBasis): Match[] {
  const line = { tokens, books, basis }
  const matches: Match[] = []
  for (let first = 0; first < tokens.length; first = matches.at(-1)?.end ?? tokens.length)
    matches.push(longestMatch(line, first))
  return matches
}

function longestMatch(line: Line, first: number): Match {
  const { catalogue, names, metrics, commands } = line.books
  const longest = Math.max(catalogue.longest, names.longest, metrics.longest, commands.longest)
  const last = Math.min(line.tokens.length, first + longest)
  for (let end = last; end > first; end--) {
    const senses = sensesOf(line, first, end)
    if (senses.length > 0) return { first, end, senses }
  }
  return { first, end: first + 1, senses: [] }
}

function sensesOf(line: Line, first: number, end: number): Sense[] {
  const span = line.tokens.slice(first, end)
  const [head, ...rest] = span
  if (!head || rest.some((token) => token.kind !== 'word' && token.kind !== 'number' && token.kind !== 'day'))
    return []
  if (head.kind === 'mention')
    return rest.length > 0 ? [] : [{ kind: 'who', who: { kind: 'slackUser', userId: head.text } }]
  if (head.kind === 'period') return rest.length > 0 ? [] : writtenPeriod(head.text)
  if (head.kind === 'name') return nameSenses(line.books, span)
  const senses = first === 0 ? lookUp(line.books.commands, span, line.basis) : []
  return senses.length > 0 ? senses : plainSenses(line, span)
}

function writtenPeriod(text: string): Sense[] {
  const spec = readPeriod(text)
  return spec ? [{ kind: 'period', spec, form: text }] : []
}

/** Quotes and `@` force a name; for a team, one word that occurs in no other team's name is enough. */
function nameSenses({ names, teamParts, ids }: Books, span: readonly Token[]): Sense[] {
  const key = literalKey(span)
  const entry = [names, teamParts, ids].flatMap((book) => book.entries.get(key) ?? [])[0]
  return entry?.senses ?? []
}

/** The senses from the catalogue and from names together; a filler counts only if there is no other sense. */
function plainSenses({ books, basis }: Line, span: readonly Token[]): Sense[] {
  const phrases = [...lookUp(books.catalogue, span, basis), ...lookUp(books.metrics, span, basis)]
  const known = unique([...phrases, ...(books.names.entries.get(literalKey(span))?.senses ?? [])])
  const meant = known.filter((sense) => sense.kind !== 'filler')
  if (meant.length > 0) return meant
  const team = span.length === 1 ? books.teamParts.entries.get(literalKey(span)) : undefined
  return team?.senses ?? known
}

function unique(senses: readonly Sense[]): Sense[] {
  return senses.filter((sense, index) => senses.findIndex((other) => isSame(other, sense)) === index)
}

function lookUp(book: PhraseBook, span: readonly Token[], basis: PeriodBasis): Sense[] {
  const senses = [literalKey(span), genericKey(span)].flatMap((key) => book.entries.get(key)?.senses ?? [])
  return unique(senses).flatMap((sense) => withNumbers(sense, span, basis))
}

function literalKey(span: readonly Token[]): string {
  return span.map((token) => token.text).join(' ')
}

function genericKey(span: readonly Token[]): string {
  return span.map(({ kind, text }) => (kind === 'number' ? '#' : kind === 'day' ? '#d' : text)).join(' ')
}

/** Turns a form into the period that its numbers describe, if that period exists. */
function withNumbers(sense: Sense, span: readonly Token[], basis: PeriodBasis): Sense[] {
  if (sense.kind !== 'form') return [sense]
  const typed = span
    .filter((token) => token.kind === 'number' || token.kind === 'day')
    .map((token) => token.text)
  const form = filledForm(sense.form, typed)
  const spec = readForm(form, basis)
  return spec ? [{ kind: 'period', spec, form }] : []
}
