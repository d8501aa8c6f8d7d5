/** Ranges: words such as 'since', 'from', 'to' and a dash make one period of those beside them. */
import type { PeriodProblem } from '../calendar/date-words.ts'
import { type PeriodBasis, type PeriodSpec, resolvePeriod } from '../calendar/period.ts'
import { rangeOf, sameMonth, sinceOf } from '../calendar/period-words.ts'
import type { Match } from './matches.ts'
import { isFiller, type Sense } from './senses.ts'
import { type Token, textOf } from './tokens.ts'

type Read = PeriodSpec | PeriodProblem | null

/** A part of the line that matters for ranges: joining words, periods, and numbers that may be days. */
interface Part {
  /** Its place among the matches. */
  index: number
  joins: readonly string[]
  period: Read
  /** A bare number that may be a day of the month beside it. */
  day: number | null
  hasDash: boolean
}

/** The matches, with those that form a range in one. */
export function withRanges(
  tokens: readonly Token[],
  matches: readonly Match[],
  basis: PeriodBasis,
): readonly Match[] {
  if (!tokens.some(({ hasDash }) => hasDash) && !matches.some(({ senses }) => senses.some(isJoin)))
    return matches
  const parts = matches.flatMap((match, index) => partOf(tokens, match, index))
  const joined: Match[] = []
  let [at, next] = [0, 0]
  while (at < parts.length) {
    const found = rangeAt(parts.slice(at, at + 4), basis)
    const [from, to] = found ? [parts[at], parts[at + found.length - 1]] : []
    if (found && from && to) {
      const range = joinedMatch(tokens, matches.slice(from.index, to.index + 1), found)
      joined.push(...matches.slice(next, from.index), range)
      next = to.index + 1
    }
    at += found?.length ?? 1
  }
  return [...joined, ...matches.slice(next)]
}

function isJoin({ kind }: Sense): boolean {
  return kind === 'join'
}

function partOf(tokens: readonly Token[], { first, end, senses }: Match, index: number): Part[] {
  const joins = senses.flatMap((sense) => (sense.kind === 'join' ? [sense.join] : []))
  if (joins.length === 0 && senses.length > 0 && senses.every(isFiller)) return []
  const token = tokens[first]
  const isNumber = end === first + 1 && token?.kind === 'number'
  return [
    {
      index,
      joins,
      period: periodIn(senses),
      day: isNumber && senses.length === 0 ? Number(token.text) : null,
      hasDash: token?.hasDash ?? false,
    },
  ]
}

function periodIn(senses: readonly Sense[]): Read {
  for (const sense of senses) {
    if (sense.kind === 'period') return sense.spec
    if (sense.kind === 'noPeriod') return sense.problem
  }
  return null
}

interface Found {
  length: number
  read: Exclude<Read, null>
}

function rangeAt(parts: readonly Part[], basis: PeriodBasis): Found | null {
  const [head] = parts
  if (!head) return null
  const opens = head.joins.some((join) => join === 'since' || join === 'from' || join === 'between')
  const ends = opens ? parts.slice(1) : parts
  const range = rangeOfParts(ends, head.joins.includes('between'))
  const length = range && range.length + (opens ? 1 : 0)
  if (range && length) return { length, read: existing(range.read, basis) }
  return opens ? openRange(head, ends[0], basis) : null
}

/** 'A to B', 'A – B', 'A-B', and after 'between' also 'A and B'. */
function rangeOfParts(parts: readonly Part[], isBetween: boolean): Found | null {
  const [a, b, c] = parts
  if (!a || !b) return null
  const isJoined = b.joins.includes('to') || (isBetween && b.joins.includes('and'))
  const end = b.hasDash ? b : isJoined ? c : undefined
  if (!end) return null
  const first = a.day === null ? a.period : sameMonth(a.day, end.period)
  const last = end.day === null ? end.period : sameMonth(end.day, a.period)
  const read = rangeOf(first, last)
  return read && { length: end === b ? 2 : 3, read }
}

/** 'Since' opens a range at any period; 'from' only at a date, because 'from october' means in October. */
function openRange({ joins }: Part, start: Part | undefined, basis: PeriodBasis): Found | null {
  const period = start?.period ?? null
  if (period === null || typeof period === 'string') return null
  const isDate = period.kind === 'date' || period.kind === 'latestDate'
  if (!joins.includes('since') && !(joins.includes('from') && isDate)) return null
  const read = sinceOf(period)
  return read && { length: 2, read: existing(read, basis) }
}

function existing(read: Exclude<Read, null>, basis: PeriodBasis): Exclude<Read, null> {
  if (typeof read === 'string') return read
  try {
    resolvePeriod(read, basis)
    return read
  } catch (error) {
    if (error instanceof RangeError) return 'endsBeforeItBegins'
    throw error
  }
}

function joinedMatch(tokens: readonly Token[], matches: readonly Match[], { read }: Found): Match {
  const [first, end] = [matches[0]?.first ?? 0, matches.at(-1)?.end ?? 0]
  if (typeof read === 'string') return { first, end, senses: [{ kind: 'noPeriod', problem: read }] }
  return { first, end, senses: [{ kind: 'period', spec: read, form: textOf(tokens.slice(first, end)) }] }
}
