/** Puts the unambiguous matches of a line together as a question. */
import type { PeriodSpec } from '../calendar/period.ts'
import type { View } from './lexicon.ts'
import { choice, choiceOfOne, lineWith, type Typed, typedWords } from './lines.ts'
import type { Match } from './matches.ts'
import { hasEnded, isNext } from './period-forms.ts'
import type { ReadAs, Reading, Who } from './question.ts'
import type { Sense } from './senses.ts'

/** The most metrics that fit on one card. */
const MOST_METRICS = 5

/** Metrics that 'conversion' may mean, the most requested first. */
const CONVERSIONS = ['win_rate', 'close_rate', 'connect_rate', 'lead_conversion']

type Kind = Sense['kind']
type SenseOf<K extends Kind> = Extract<Sense, { kind: K }>

interface Found<K extends Kind> {
  match: Match
  sense: SenseOf<K>
}

interface MatchesByKind {
  line: Typed
  whos: Found<'who'>[]
  views: Found<'view'>[]
  periods: Found<'period'>[]
  metrics: Found<'metric'>[]
  numbers: TypedNumber[]
}

/** The question, or the reason why the matches do not form one. Each match has one sense, or none if it is a number. */
export function toQuestion(line: Typed, matches: readonly Match[], readAs: ReadAs[]): Reading {
  const conversion = found(matches, 'conversion')[0]
  if (conversion) return conversionChoice(line, conversion.match)
  const byKind = byKindOf(line, matches)
  return (
    openDeals(byKind, matches) ??
    toCome(byKind) ??
    tooMany(byKind) ??
    looseNumber(byKind) ??
    assemble(byKind, readAs)
  )
}

function found<K extends Kind>(matches: readonly Match[], kind: K): Found<K>[] {
  return matches.flatMap((match) =>
    match.senses.flatMap((sense) => (isKind(sense, kind) ? [{ match, sense }] : [])),
  )
}

function isKind<K extends Kind>(sense: Sense, kind: K): sense is SenseOf<K> {
  return sense.kind === kind
}

function byKindOf(line: Typed, matches: readonly Match[]): MatchesByKind {
  const numbers = matches.filter(({ senses }) => senses.length === 0)
  const typed = numbers.map((match) => ({ match, value: Number(line.tokens[match.first]?.text) }))
  const years = typed.filter(({ value }) => isYear(value))
  return {
    line,
    whos: distinct(found(matches, 'who')),
    views: distinct(found(matches, 'view')),
    periods: distinct(periodsWithYears(found(matches, 'period'), years)),
    metrics: distinct(found(matches, 'metric')),
    numbers: typed.filter(({ value }) => !isYear(value)),
  }
}

function isYear(value: number): boolean {
  return value >= 2000 && value <= 2100
}

interface TypedNumber {
  match: Match
  value: number
}

/** A year anywhere in the line belongs to the month or quarter that lacks one; otherwise it is a period itself. */
function periodsWithYears(periods: Found<'period'>[], years: TypedNumber[]): Found<'period'>[] {
  const [period, year] = [periods[0], years[0]]
  const dated =
    periods.length + years.length === 2 && period && year ? datedPeriod(period.sense.spec, year.value) : null
  if (period && dated) return [{ ...period, sense: { ...period.sense, spec: dated } }]
  return [...periods, ...years.map((each) => yearPeriod(each))]
}

function datedPeriod(spec: PeriodSpec, year: number): PeriodSpec | null {
  if (spec.kind === 'latestMonth') return { kind: 'month', year, month: spec.month }
  return spec.kind === 'latestQuarter' ? { kind: 'quarter', year, quarter: spec.quarter } : null
}

function yearPeriod({ match, value }: TypedNumber): Found<'period'> {
  return { match, sense: { kind: 'period', spec: { kind: 'year', year: value }, form: String(value) } }
}

function distinct<K extends Kind>(list: readonly Found<K>[]): Found<K>[] {
  const keys = list.map(({ sense }) => JSON.stringify('spec' in sense ? sense.spec : sense))
  return list.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

function conversionChoice(line: Typed, match: Match): Reading {
  const ids = new Set(line.vocabulary.metrics.map((metric) => metric.id))
  const senses = CONVERSIONS.filter((id) => ids.has(id)).map((id): Sense => ({ kind: 'metric', id }))
  return senses.length > 0 ? choice(line, { ...match, senses }) : notYet(line, match, 'conversion')
}

/** 'Deals' means open deals, but won deals on a board or in a period that is over. */
function openDeals(byKind: MatchesByKind, matches: readonly Match[]): Reading | undefined {
  const [deals] = found(matches, 'deals')
  if (!deals) return undefined
  const isOver = byKind.periods.some(({ sense }) => hasEnded(sense.spec, byKind.line.vocabulary.basis))
  if (!isOver && viewOf(byKind) !== 'top') return notYet(byKind.line, deals.match, 'deals')
  byKind.metrics.push({ match: deals.match, sense: { kind: 'metric', id: 'deals_won' } })
  return undefined
}

function notYet(line: Typed, match: Match, word: string): Reading {
  return { kind: 'notYet', word, typed: typedWords(line, match) }
}

function viewOf({ views }: MatchesByKind): View {
  return views[0]?.sense.view ?? 'card'
}

/** Metrics that are not built, future periods (except for quotas), and comparing several people. */
function toCome(byKind: MatchesByKind): Reading | undefined {
  const { line, metrics, periods } = byKind
  const isBuilt = (id: string) => line.vocabulary.metrics.some((metric) => metric.id === id)
  const unbuilt = metrics.find(({ sense }) => !isBuilt(sense.id))
  if (unbuilt) return notYet(line, unbuilt.match, unbuilt.sense.id)
  const next = periods.find(({ sense }) => isNext(sense.spec))
  if (next && viewOf(byKind) !== 'quota') return notYet(line, next.match, 'next')
  const [, second] = namedWhos(byKind)
  return second && notYet(line, second.match, 'compare')
}

function namedWhos({ whos }: MatchesByKind): Found<'who'>[] {
  return whos.filter(({ sense }) => ['owner', 'slackUser', 'team'].includes(sense.who.kind))
}

function tooMany({ line, views, periods, metrics }: MatchesByKind): Reading | undefined {
  if (views.length > 1) return choiceOfOne(line, matchesIn(views))
  if (periods.length > 1) return choiceOfOne(line, matchesIn(periods))
  return metrics.length > MOST_METRICS ? choiceOfOne(line, matchesIn(metrics)) : undefined
}

function matchesIn(list: readonly { match: Match }[]): Match[] {
  return list.map(({ match }) => match)
}

/**
 * A number belongs to a board. With a quota it is ignored, because words never set one. Anywhere else it is ambiguous.
 */
function looseNumber(byKind: MatchesByKind): Reading | undefined {
  const { line, numbers } = byKind
  const [first] = numbers
  if (!first || viewOf(byKind) === 'quota') return undefined
  if (viewOf(byKind) === 'top' && numbers.length === 1) return undefined
  if (viewOf(byKind) === 'top') return choiceOfOne(line, matchesIn(numbers))
  const number = Math.max(1, first.value)
  const readings = [`top ${number}`, ...(byKind.periods.length === 0 ? [`last ${number} days`] : [])]
  return {
    kind: 'ambiguous',
    word: typedWords(line, first.match),
    readings: readings.map((words) => lineWith(line, first.match, words)),
  }
}

function assemble(byKind: MatchesByKind, readAs: ReadAs[]): Reading {
  const view = viewOf(byKind)
  const question = {
    who: whoOf(byKind),
    metrics: byKind.metrics.map(({ sense }) => sense.id),
    period: periodOf(byKind),
    view,
    top: view === 'top' ? placesOf(byKind) : null,
  }
  return { kind: 'question', question, readAs }
}

/** A board of 0 places has the default number of places. */
function placesOf({ numbers }: MatchesByKind): number | null {
  const places = numbers[0]?.value ?? 0
  return places >= 1 ? places : null
}

function periodOf({ periods }: MatchesByKind): PeriodSpec | null {
  return periods[0]?.sense.spec ?? null
}

/** The most specific of those named: a person or team by name, then the asker's own team, then everyone. */
function whoOf(byKind: MatchesByKind): Who {
  const whos = byKind.whos.map(({ sense }) => sense.who)
  const named = namedWhos(byKind)[0]?.sense.who
  return named ?? whos.find(isMyTeam) ?? whos.find((who) => who.kind === 'everyone') ?? { kind: 'me' }
}

function isMyTeam(who: Who): boolean {
  return who.kind === 'myTeam'
}
