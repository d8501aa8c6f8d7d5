/** Reads typed words as a question, or says why they are not one. */
import { type Books, booksOf } from './books.ts'
import type { Greeting } from './lexicon.ts'
import { choice, lineOf, type Typed, typedWords } from './lines.ts'
import { type Match, type MatchBasis, matchesOf } from './matches.ts'
import { withMeaning } from './meaning.ts'
import type { ReadAs, Reading, Vocabulary } from './question.ts'
import { withRanges } from './ranges.ts'
import { isFiller, type Sense } from './senses.ts'
import { linesFor, unknownWords } from './suggestions.ts'
import { toQuestion } from './to-question.ts'
import { type Token, tokensOf, unquoted } from './tokens.ts'
import { corrected, createTypos, type Typos } from './typos.ts'

/** What the words mean for somebody with this vocabulary. */
export function readQuestion(words: string, vocabulary: Vocabulary): Reading {
  const books = booksOf(vocabulary)
  const typos = createTypos(books, vocabulary.language)
  const { line, readAs, matches } = linesMatches(words, { books, vocabulary, typos })
  const unknown = unknownIn(line, matches)
  if (unknown.length === 0 || notAnswered(line, matches)) return readingOf(line, matches, readAs)
  const works = (text: string) => {
    const other = linesMatches(text, { books, vocabulary, typos })
    return readingOf(other.line, other.matches, other.readAs).kind === 'question'
  }
  return {
    kind: 'unknown',
    words: unknownWords(line, unknown),
    lines: linesFor(line, unknown, { typos, works }),
  }
}

/** Whether the words name the person who asks, as 'me' does; 'my calls' names nobody. */
export function namesAsker(words: string, vocabulary: Vocabulary): boolean {
  const books = booksOf(vocabulary)
  const typos = createTypos(books, vocabulary.language)
  const { matches } = linesMatches(words, { books, vocabulary, typos })
  return matches.some(({ senses }) => senses.some((sense) => sense.kind === 'who' && sense.who.kind === 'me'))
}

interface Known {
  books: Books
  vocabulary: Vocabulary
  typos: Typos
}

interface LineMatches {
  line: Typed
  /** Those that say something. */
  matches: Match[]
  readAs: ReadAs[]
}

function linesMatches(words: string, { books, vocabulary, typos }: Known): LineMatches {
  const { basis } = vocabulary
  const known = { ...vocabulary, books }
  const typed = withoutQuotes(tokensOf(lineOf(words)), known)
  const first = matchesOf(typed, known)
  const { tokens, readAs } = corrected(typed, first, typos)
  const found = readAs.length > 0 ? matchesOf(tokens, known) : first
  const line = { tokens, books, vocabulary }
  const said = withMeaning(withRanges(tokens, found, basis)).filter(
    ({ senses }) => senses.length === 0 || !senses.every(isFiller),
  )
  return { line, matches: withAverages(withBoards(said), vocabulary), readAs }
}

/** Quotes around what is not a name are no more than punctuation, if all the words in them are known. */
function withoutQuotes(tokens: readonly Token[], known: MatchBasis): readonly Token[] {
  if (!tokens.some(isQuote)) return tokens
  return tokens.flatMap((token) => {
    if (!isQuote(token) || matchesOf([token], known)[0]?.senses.length !== 0) return [token]
    const inside = unquoted(token)
    const isKnown = matchesOf(inside, known).every(
      ({ first, senses }) => senses.length > 0 || inside[first]?.kind === 'number',
    )
    return isKnown ? inside : [token]
  })
}

function isQuote({ kind, typed }: Token): boolean {
  return kind === 'name' && !typed.startsWith('@')
}

/** 'Best reps' is a board, and not the list of a manager's own reps. */
function withBoards(matches: Match[]): Match[] {
  if (!matches.some(({ senses }) => senses.some((sense) => isView(sense, 'top')))) return matches
  return matches.map((match) =>
    match.senses.some((sense) => isView(sense, 'reps'))
      ? { ...match, senses: [{ kind: 'saying', saying: 'topPerformers' }] }
      : match,
  )
}

function isView(sense: Sense, view: 'top' | 'reps'): boolean {
  return sense.kind === 'view' && sense.view === view
}

/** An 'average' of ratios adds nothing; where averages cannot be answered, the word is unknown. */
function withAverages(matches: Match[], { abilities, metrics }: Vocabulary): Match[] {
  if (abilities.includes('average')) return matches
  const ids = new Set(metrics.flatMap(({ id, isAdditive }) => (isAdditive ? [id] : [])))
  const senses = matches.flatMap((match) => match.senses)
  const isOfRatios =
    senses.some(({ kind }) => kind === 'metric') &&
    senses.every((sense) => sense.kind !== 'metric' || !ids.has(sense.id))
  return matches.flatMap((match) => {
    if (!match.senses.some(({ kind }) => kind === 'average')) return [match]
    return isOfRatios ? [] : [{ ...match, senses: [] }]
  })
}

function readingOf(line: Typed, all: readonly Match[], readAs: ReadAs[]): Reading {
  const greeting = greetingIn(all)
  const matches = all.filter(({ senses }) => !senses.some(({ kind }) => kind === 'greeting'))
  if (matches.length === 0) return greeting ? { kind: 'greeting', greeting } : { kind: 'nothing' }
  if (isAboutToday(matches)) return { kind: 'nothing' }
  return notAnswered(line, matches) ?? unclear(line, matches) ?? toQuestion(line, matches, readAs)
}

function greetingIn(matches: readonly Match[]): Greeting | undefined {
  for (const { senses } of matches)
    for (const sense of senses) if (sense.kind === 'greeting') return sense.greeting
  return undefined
}

/** 'What do I need today' is the question without words. */
function isAboutToday(matches: readonly Match[]): boolean {
  const senses = matches.flatMap((match) => match.senses)
  return (
    senses.some((sense) => sense.kind === 'saying' && sense.saying === 'today') &&
    senses.every((sense) => sense.kind === 'saying' || (sense.kind === 'period' && sense.form === 'today'))
  )
}

/** Help, commands, and what is understood but not available yet; they win over whatever else was typed. */
function notAnswered(line: Typed, matches: readonly Match[]): Reading | undefined {
  const { abilities } = line.vocabulary
  for (const match of matches) {
    const [sense, ...others] = match.senses
    if (!sense || others.length > 0) continue
    const typed = typedWords(line, match)
    if (sense.kind === 'help') return helpWith(line, matches)
    if (sense.kind === 'command') return { kind: 'command', command: sense.command, typed }
    if (sense.kind === 'notYet') return { kind: 'notYet', word: sense.word, typed }
    if (sense.kind === 'compare' && !abilities.includes('compare'))
      return { kind: 'notYet', word: 'compare', typed }
    if (sense.kind === 'view' && !abilities.includes(sense.view))
      return { kind: 'notYet', word: sense.view, typed }
  }
  return undefined
}

/** Help with the first metric that is named beside it, with all of them ('help all'), or in general. */
function helpWith({ vocabulary }: Typed, matches: readonly Match[]): Reading {
  const named = matches.flatMap(({ senses: [sense, ...others] }) =>
    sense?.kind === 'metric' && others.length === 0 ? [sense.id] : [],
  )
  const metric = named.find((id) => vocabulary.metrics.some((known) => known.id === id))
  if (metric !== undefined) return { kind: 'help', metric }
  const isOfAll = matches.some(({ senses }) => senses.some(isEveryone))
  return { kind: 'help', ...(isOfAll && { isOfAll }) }
}

function isEveryone(sense: Sense): boolean {
  return sense.kind === 'who' && sense.who.kind === 'everyone'
}

/** Words that match nothing; a number is never one. */
function unknownIn({ tokens }: Typed, matches: readonly Match[]): Match[] {
  return matches.filter(
    ({ first, end, senses }) => senses.length === 0 && (end > first + 1 || tokens[first]?.kind !== 'number'),
  )
}

function unclear(line: Typed, matches: readonly Match[]): Reading | undefined {
  const unknown = unknownIn(line, matches)
  if (unknown.length > 0) return { kind: 'unknown', words: unknownWords(line, unknown), lines: [] }
  for (const match of matches) {
    const [sense, ...others] = match.senses
    if (others.length > 0) return choice(line, match)
    if (sense?.kind === 'noPeriod')
      return { kind: 'noPeriod', problem: sense.problem, typed: typedWords(line, match) }
  }
  return undefined
}
