/** Typos: words that nothing matches, read as the one word that they miss by a letter, or answered with what is near. */
import type { Books } from './books.ts'
import { distance } from './distance.ts'
import { fold } from './fold.ts'
import type { Match } from './matches.ts'
import type { Entry, PhraseBook } from './phrase-book.ts'
import type { ReadAs } from './question.ts'
import { isSame, meanSame } from './senses.ts'
import type { Token } from './tokens.ts'

/** Shorter words have too many neighbours. */
const SHORTEST = 4
const MOST_NEAREST = 3

export interface Corrected {
  tokens: Token[]
  readAs: ReadAs[]
}

/** Corrects unmatched words of at least 4 letters that have exactly one known neighbour. People are never corrected. */
export function corrected(tokens: readonly Token[], matches: readonly Match[], books: Books): Corrected {
  const open = new Set(matches.filter((match) => match.senses.length === 0).map((match) => match.first))
  const readAs: ReadAs[] = []
  const read = tokens.map((token, index): Token => {
    const word = open.has(index) && token.kind === 'word' ? neighbourOf(token.text, books) : undefined
    if (word === undefined) return token
    readAs.push({ typed: token.typed, as: word })
    return { kind: 'word', text: fold(word), typed: word }
  })
  return { tokens: read, readAs }
}

function neighbourOf(typed: string, { commands, catalogue, metrics }: Books): string | undefined {
  const known = new Map([...catalogue.words, ...commands.words, ...metrics.words])
  if (typed.length < SHORTEST || known.has(typed)) return undefined
  const near = [...known].filter(([word]) => isNeighbour(typed, word))
  const [first, ...others] = near
  return first && others.every(([word]) => standForSame(word, first[0], catalogue)) ? first[1] : undefined
}

function isNeighbour(typed: string, word: string): boolean {
  const isNear = word.length >= SHORTEST && Math.abs(word.length - typed.length) <= 1
  return isNear && distance(typed, word) === 1
}

/** Such as 'call' and 'calls'. */
function standForSame(a: string, b: string, { entries }: PhraseBook): boolean {
  const [one, other] = [entries.get(a), entries.get(b)]
  return one !== undefined && other !== undefined && meanSame(one.senses, other.senses)
}

/** The nearest known phrases and names, at most 3, no two of one meaning. */
export function nearestTo(typed: string, { commands, catalogue, metrics, names }: Books): string[] {
  const known = new Map([names, commands, metrics, catalogue].flatMap((book) => [...book.entries]))
  const scored = [...known].flatMap(([key, entry]) => {
    const score = farness(typed, key)
    return score === null || isHidden(key, entry) ? [] : [{ entry, score }]
  })
  const ordered = scored.sort((a, b) => a.score - b.score)
  const distinct = ordered.filter(
    ({ entry }, index) => ordered.findIndex((other) => sharesSense(other.entry, entry)) === index,
  )
  return distinct.slice(0, MOST_NEAREST).map(({ entry }) => entry.shown)
}

/** Fillers say nothing, and forms with places cannot be typed. */
function isHidden(key: string, { senses }: Entry): boolean {
  return key.includes('#') || senses.every((sense) => sense.kind === 'filler')
}

function sharesSense(a: Entry, b: Entry): boolean {
  return a.senses.some((sense) => b.senses.some((other) => isSame(sense, other)))
}

/** Half a step where the word is one of the phrase's, one where it begins one; `null` when they have too little in common. */
function farness(typed: string, key: string): number | null {
  const words = key.split(' ')
  if (words.includes(typed)) return 0.5
  if (typed.length >= 3 && words.some((word) => word.startsWith(typed))) return 1
  const most = Math.floor(typed.length / 3)
  if (Math.abs(key.length - typed.length) > most) return null
  const far = distance(typed, key)
  return far <= most ? far : null
}
