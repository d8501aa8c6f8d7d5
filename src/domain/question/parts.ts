/** Parts: the unambiguous matches of a line, by what they say about the question. */
import type { PeriodSpec } from '../calendar/period.ts'
import type { Saying } from './lexicon.ts'
import type { Typed } from './lines.ts'
import type { Match } from './matches.ts'
import { isNamed, type Sense } from './senses.ts'

type Kind = Sense['kind']
type SenseOf<K extends Kind> = Extract<Sense, { kind: K }>

export interface Part<K extends Kind> {
  match: Match
  sense: SenseOf<K>
}

export interface TypedNumber {
  match: Match
  value: number
}

export interface Parts {
  line: Typed
  whos: Part<'who'>[]
  views: Part<'view'>[]
  /** The period of the question; more than one is ambiguous. */
  periods: Part<'period'>[]
  /** The period that it is compared with. */
  versus: Part<'period'> | null
  metrics: Part<'metric'>[]
  numbers: TypedNumber[]
  sayings: readonly Saying[]
  isPerDay: boolean
}

/** Each match has one sense, or none if it is a number. */
export function partsOf(line: Typed, matches: readonly Match[]): Parts {
  const numbers = numbersIn(line, matches)
  const years = numbers.filter(({ value }) => isYear(value))
  const periods = periodsWithYears(partsOfKind(matches, 'period'), years)
  const versus = versusIn(matches, periods)
  return {
    line,
    whos: distinct(partsOfKind(matches, 'who')),
    views: distinct(partsOfKind(matches, 'view')),
    periods: distinct(periods.filter((period) => period !== versus)),
    versus,
    metrics: distinct(partsOfKind(matches, 'metric')),
    numbers: numbers.filter(({ value }) => !isYear(value)),
    sayings: partsOfKind(matches, 'saying').map(({ sense }) => sense.saying),
    isPerDay: partsOfKind(matches, 'average').length > 0,
  }
}

export function partsOfKind<K extends Kind>(matches: readonly Match[], kind: K): Part<K>[] {
  return matches.flatMap((match) =>
    match.senses.flatMap((sense) => (isKind(sense, kind) ? [{ match, sense }] : [])),
  )
}

function isKind<K extends Kind>(sense: Sense, kind: K): sense is SenseOf<K> {
  return sense.kind === kind
}

/** The people and teams that are named; 'me' and 'all' are not. */
export function namedWhos({ whos }: Pick<Parts, 'whos'>): Part<'who'>[] {
  return whos.filter(({ sense }) => isNamed(sense))
}

function numbersIn(line: Typed, matches: readonly Match[]): TypedNumber[] {
  return matches.flatMap((match) => {
    const [sense] = match.senses
    if (sense?.kind === 'number') return [{ match, value: sense.value }]
    return sense ? [] : [{ match, value: Number(line.tokens[match.first]?.text) }]
  })
}

function isYear(value: number): boolean {
  return value >= 2000 && value <= 2100
}

/** A year anywhere in the line belongs to the period that lacks one; otherwise it is a period itself. */
function periodsWithYears(periods: Part<'period'>[], years: readonly TypedNumber[]): Part<'period'>[] {
  const [period, year] = [periods[0], years[0]]
  const dated =
    periods.length + years.length === 2 && period && year ? datedPeriod(period.sense.spec, year.value) : null
  if (period && dated) return [{ ...period, sense: { ...period.sense, spec: dated } }]
  return [...periods, ...years.map(yearPeriod)].sort((a, b) => a.match.first - b.match.first)
}

function datedPeriod(spec: PeriodSpec, year: number): PeriodSpec | null {
  switch (spec.kind) {
    case 'latestMonth':
      return { kind: 'month', year, month: spec.month }
    case 'latestQuarter':
      return { kind: 'quarter', year, quarter: spec.quarter }
    case 'latestHalf':
      return { kind: 'half', year, half: spec.half }
    default:
      return null
  }
}

function yearPeriod({ match, value }: TypedNumber): Part<'period'> {
  return { match, sense: { kind: 'period', spec: { kind: 'year', year: value }, form: String(value) } }
}

/** The period after 'vs'; in 'compare october with november' the second one. */
function versusIn(matches: readonly Match[], periods: readonly Part<'period'>[]): Part<'period'> | null {
  const [compare] = partsOfKind(matches, 'compare')
  if (!compare) return null
  const after = periods.filter(({ match }) => match.first > compare.match.first)
  return (periods.length > 1 && after.length === periods.length ? after[1] : after[0]) ?? null
}

function distinct<K extends Kind>(list: readonly Part<K>[]): Part<K>[] {
  const keys = list.map(({ sense }) => JSON.stringify('spec' in sense ? sense.spec : sense))
  return list.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}
