/** Suggestions: whole lines that can be answered, in place of one with words that match nothing. */
import type { Typed } from './lines.ts'
import type { Match } from './matches.ts'
import { textOf } from './tokens.ts'
import type { Typos } from './typos.ts'

const MOST_LINES = 3

/** The unknown words as they were typed, each once. Words written together are one. */
export function unknownWords({ tokens }: Typed, matches: readonly Match[]): string[] {
  const words = new Map<string, string>()
  const known = new Set(tokens.flatMap(({ chunk = '' }, index) => (isIn(matches, index) ? [] : [chunk])))
  for (const { first, end } of matches) {
    const chunk = tokens[first]?.chunk
    const typed = chunk === undefined || known.has(chunk) ? textOf(tokens.slice(first, end)) : chunk
    if (!words.has(typed.toLowerCase())) words.set(typed.toLowerCase(), typed)
  }
  return [...words.values()]
}

function isIn(matches: readonly Match[], index: number): boolean {
  return matches.some(({ first, end }) => first <= index && index < end)
}

interface Check {
  typos: Typos
  /** Whether the line can be answered as it is. */
  works(line: string): boolean
}

/** The line with the nearest known words in place of the unknown ones, or without these; at most three. */
export function linesFor(line: Typed, unknown: readonly Match[], { typos, works }: Check): string[] {
  const hasOthers = line.tokens.length > 1
  const texts = unknown.map(({ first }) => line.tokens[first]?.text ?? '')
  const known = new Map([...new Set(texts)].map((text) => [text, typos.nearestTo(text, hasOthers)]))
  const nearest = texts.map((text) => known.get(text) ?? [])
  const count = Math.max(1, ...nearest.map((near) => near.length))
  const lines = Array.from({ length: count }, (_, index) =>
    repaired(
      line,
      unknown,
      nearest.map((near) => near[index] ?? near[0] ?? ''),
    ),
  )
  const working = firstWorking(lines, works)
  return working.length > 0 ? working : firstWorking([repaired(line, unknown, [])], works)
}

function firstWorking(lines: readonly string[], works: Check['works']): string[] {
  const working: string[] = []
  for (const line of new Set(lines))
    if (line !== '' && working.length < MOST_LINES && works(line)) working.push(line)
  return working
}

function repaired({ tokens }: Typed, unknown: readonly Match[], words: readonly string[]): string {
  const places = unknown.map(({ first, end }, index) => ({ first, end, word: words[index] ?? '' }))
  // From the end, so that earlier places stay where they are.
  const mended = places.toReversed().reduce(
    (left, { first, end, word }) => {
      const token = { kind: 'word', text: word, typed: word } as const
      return left.toSpliced(first, end - first, ...(word === '' ? [] : [token]))
    },
    [...tokens],
  )
  return textOf(mended)
}
