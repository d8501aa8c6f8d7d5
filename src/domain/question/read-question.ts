/** Reads typed words as a question, or says why they are not one. */
import { booksOf } from './books.ts'
import { choice, lineOf, type Typed, typedWords } from './lines.ts'
import { type Match, matchesOf } from './matches.ts'
import { withMeaning } from './meaning.ts'
import type { Reading, Vocabulary } from './question.ts'
import { toQuestion } from './to-question.ts'
import { tokensOf } from './tokens.ts'
import { corrected, createTypos, type Typos } from './typos.ts'

/** What the words mean for somebody with this vocabulary. */
export function readQuestion(words: string, vocabulary: Vocabulary): Reading {
  const books = booksOf(vocabulary)
  const typos = createTypos(books)
  const typed = tokensOf(lineOf(words))
  const { tokens, readAs } = corrected(typed, matchesOf(typed, books, vocabulary.basis), typos)
  const matches = withMeaning(matchesOf(tokens, books, vocabulary.basis))
  const line = { tokens, books, vocabulary }
  const said = matches.filter(({ senses }) => !senses.some((sense) => sense.kind === 'filler'))
  if (said.length === 0) return { kind: 'nothing' }
  return notAnswered(line, said) ?? unclear(line, said, typos) ?? toQuestion(line, said, readAs)
}

/** Help, and what is understood but not available yet; both win over whatever else was typed. */
function notAnswered(line: Typed, matches: readonly Match[]): Reading | undefined {
  for (const match of matches) {
    const [sense, ...others] = match.senses
    if (others.length > 0) continue
    if (sense?.kind === 'help') return { kind: 'help' }
    if (sense?.kind === 'notYet') return { kind: 'notYet', word: sense.word, typed: typedWords(line, match) }
  }
  return undefined
}

function unclear(line: Typed, matches: readonly Match[], typos: Typos): Reading | undefined {
  const unknown = matches.filter(
    ({ first, senses }) => senses.length === 0 && line.tokens[first]?.kind !== 'number',
  )
  if (unknown.length > 0) return { kind: 'unknown', words: unknownWords(line, unknown, typos) }
  const ambiguous = matches.find(({ senses }) => senses.length > 1)
  return ambiguous && choice(line, ambiguous)
}

/** Each word once, however often it was typed. */
function unknownWords({ tokens }: Typed, matches: readonly Match[], typos: Typos) {
  const distinct = new Map(
    matches.map(({ first }) => [tokens[first]?.text ?? '', tokens[first]?.typed ?? '']),
  )
  return [...distinct].map(([text, word]) => ({ word, nearest: typos.nearestTo(text) }))
}
