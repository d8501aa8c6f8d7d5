/** Puts the unambiguous matches of a line together as a question. */
import { type PeriodSpec, THIS_MONTH } from '../calendar/period.ts'
import type { Ability, Saying, View } from './lexicon.ts'
import { choice, choiceOfOne, lineWith, numberWords, type Typed, typedWords } from './lines.ts'
import type { Match } from './matches.ts'
import { namedWhos, type Parts, partsOf, partsOfKind } from './parts.ts'
import { comingOf, hasEnded, isNext, lacksYear } from './period-forms.ts'
import type { DealList, Question, ReadAs, Reading, Who } from './question.ts'
import type { Sense } from './senses.ts'

/** The most metrics that fit on one card. */
const MOST_METRICS = 5
/** The most people and teams that are compared. */
const MOST_WHOS = 4

/** Metrics that 'conversion' may mean, the most requested first. */
const CONVERSIONS = ['win_rate', 'close_rate', 'connect_rate', 'lead_conversion']

/** The question, or the reason why the matches do not form one. Each match has one sense, or none if it is a number. */
export function toQuestion(line: Typed, matches: readonly Match[], readAs: ReadAs[]): Reading {
  const conversion = partsOfKind(matches, 'conversion')[0]
  if (conversion) return conversionChoice(line, conversion.match)
  const parts = withOpenDeals(partsOf(line, matches), matches)
  return toCome(parts, matches) ?? tooMany(parts) ?? looseNumber(parts) ?? assemble(parts, readAs)
}

function conversionChoice(line: Typed, match: Match): Reading {
  const ids = new Set(line.vocabulary.metrics.map((metric) => metric.id))
  const senses = CONVERSIONS.filter((id) => ids.has(id)).map((id): Sense => ({ kind: 'metric', id }))
  return senses.length > 0 ? choice(line, { ...match, senses }) : notYet(line, match, 'conversion')
}

function notYet(line: Typed, match: Match, word: string): Reading {
  return { kind: 'notYet', word, typed: typedWords(line, match) }
}

/** 'Deals' means open deals, but won deals on a board or in a period that is over. */
function withOpenDeals(parts: Parts, matches: readonly Match[]): Parts {
  const [deals] = partsOfKind(matches, 'deals')
  if (!deals || parts.sayings.some(isDealSaying)) return parts
  const { match } = deals
  if (viewOf(parts) === 'top' || isOver(parts))
    return { ...parts, metrics: [...parts.metrics, { match, sense: { kind: 'metric', id: 'deals_won' } }] }
  return { ...parts, views: [...parts.views, { match, sense: { kind: 'view', view: 'deals' } }] }
}

function isDealSaying(saying: Saying): boolean {
  return saying !== 'topPerformers' && saying !== 'today'
}

function isOver({ periods, line }: Parts): boolean {
  return periods.some(({ sense }) => hasEnded(sense.spec, line.vocabulary.basis))
}

/** Metrics that have a view of their own, once there is one. */
const VIEWS_OF_METRICS: Readonly<Record<string, View>> = { forecast: 'forecast', score: 'score' }

function viewOf({ views, sayings, metrics, line }: Parts): View {
  if (views.some(({ sense }) => sense.view === 'top') || sayings.includes('topPerformers')) return 'top'
  if (sayings.some(isDealSaying)) return 'deals'
  const named = views[0]?.sense.view
  const [only, ...others] = metrics
  const own = only && others.length === 0 ? VIEWS_OF_METRICS[only.sense.id] : undefined
  return named ?? (own && can(line, own) ? own : 'card')
}

function can({ vocabulary }: Typed, ability: Ability): boolean {
  return vocabulary.abilities.includes(ability)
}

/** Views about what is to come. */
const LOOKING_AHEAD: readonly View[] = ['quota', 'forecast', 'plan', 'pipeline', 'deals']

/** Metrics and views that are not built, future periods, and comparing several people. */
function toCome(parts: Parts, matches: readonly Match[]): Reading | undefined {
  const { line, metrics, periods, views } = parts
  const isBuilt = (id: string) => line.vocabulary.metrics.some((metric) => metric.id === id)
  const missing = views.find(({ sense }) => !can(line, sense.view))
  if (missing) return notYet(line, missing.match, missing.sense.view)
  const unbuilt = metrics.find(({ sense }) => !isBuilt(sense.id))
  if (unbuilt) return notYet(line, unbuilt.match, unbuilt.sense.id)
  const next = periods.find(({ sense }) => isNext(sense.spec, line.vocabulary.basis))
  if (next && !LOOKING_AHEAD.includes(viewOf(parts))) return notYet(line, next.match, 'next')
  const isComparison = parts.versus !== null || namedWhos(parts).length > 1
  if (can(line, 'compare') && isComparison) return undefined
  const compared = partsOfKind(matches, 'compare')[0] ?? namedWhos(parts)[1]
  return compared && notYet(line, compared.match, 'compare')
}

function tooMany(parts: Parts): Reading | undefined {
  const { line, views, periods } = parts
  if (views.length > 1 && !isAttainmentBoard(parts)) return choiceOfOne(line, matchesIn(views))
  return periods.length > 1 ? choiceOfOne(line, matchesIn(periods)) : undefined
}

/** 'Top quota' is the board of the shares of target. */
function isAttainmentBoard({ views, metrics }: Parts): boolean {
  const both = views.map(({ sense }) => sense.view)
  return metrics.length === 0 && both.length === 2 && both.includes('top') && both.includes('quota')
}

function matchesIn(list: readonly { match: Match }[]): Match[] {
  return list.map(({ match }) => match)
}

/**
 * A number belongs to a board. With a quota it is ignored, because words never set one. Anywhere else it is ambiguous.
 */
function looseNumber(parts: Parts): Reading | undefined {
  const { line, numbers, periods } = parts
  const [first] = numbers
  if (!first || viewOf(parts) === 'quota') return undefined
  const isCounted = viewOf(parts) === 'top' || viewOf(parts) === 'reps'
  if (isCounted && numbers.length === 1) return undefined
  if (viewOf(parts) === 'top') return choiceOfOne(line, matchesIn(numbers))
  const { places, days } = numberWords(line, Math.max(1, first.value))
  const readings = [places, ...(periods.length === 0 ? [days] : [])]
  return {
    kind: 'ambiguous',
    word: typedWords(line, first.match),
    readings: readings.map((words) => lineWith(line, first.match, words)),
  }
}

function assemble(parts: Parts, readAs: ReadAs[]): Reading {
  const { line, metrics, versus } = parts
  const view = viewOf(parts)
  const others = namedWhos(parts).slice(1)
  const deals = view === 'deals' ? dealsOf(parts) : null
  const ids = deals ? [] : metricsOf(parts, view)
  const question: Question = {
    who: whoOf(parts),
    metrics: ids.slice(0, MOST_METRICS),
    period: periodOf(parts, view),
    view,
    top: view === 'top' || view === 'reps' ? placesOf(parts) : null,
    isPerDay: parts.isPerDay && ids.some((id) => isAdditive(line, id)),
    deals,
    versus:
      versus || others.length > 0
        ? {
            period: versus?.sense.spec ?? null,
            whos: others.slice(0, MOST_WHOS - 1).map(({ sense }) => sense.who),
          }
        : null,
  }
  const leftOut = [...matchesIn(metrics.slice(MOST_METRICS)), ...matchesIn(others.slice(MOST_WHOS - 1))]
  return { kind: 'question', question, readAs, leftOut: leftOut.map((match) => typedWords(line, match)) }
}

function metricsOf(parts: Parts, view: View): string[] {
  const ids = parts.metrics.map(({ sense }) => sense.id)
  if (isAttainmentBoard(parts)) return ['quota_attainment']
  if (ids.length === 0 && parts.sayings.includes('topPerformers')) return ['revenue']
  return ids.length === 1 && VIEWS_OF_METRICS[ids[0] ?? ''] === view ? [] : ids
}

function isAdditive({ vocabulary }: Typed, id: string): boolean {
  return vocabulary.metrics.some((metric) => metric.id === id && metric.isAdditive)
}

/** Open deals, but won ones where that is said or the period is over. */
function dealsOf(parts: Parts): DealList {
  const { sayings, metrics } = parts
  const isWon =
    sayings.includes('whoClosed') ||
    sayings.includes('biggestWon') ||
    metrics.some(({ sense }) => sense.id === 'deals_won') ||
    isOver(parts)
  const isBiggestFirst = sayings.includes('biggestDeals') || sayings.includes('biggestWon')
  return { state: isWon ? 'won' : 'open', isBiggestFirst }
}

/** A board of 0 places has the default number of places. */
function placesOf({ numbers }: Parts): number | null {
  const places = numbers[0]?.value ?? 0
  return places >= 1 ? places : null
}

function periodOf({ periods, sayings, line }: Parts, view: View): PeriodSpec | null {
  const spec = periods[0]?.sense.spec ?? null
  if (!spec) return sayings.includes('dealsDue') ? THIS_MONTH : null
  const isAhead = view === 'forecast' || view === 'plan'
  return isAhead && lacksYear(spec) ? comingOf(spec, line.vocabulary.basis) : spec
}

/** The most specific of those named: a person or team by name, then the asker's own team, then everyone. */
function whoOf(parts: Parts): Who {
  const whos = parts.whos.map(({ sense }) => sense.who)
  const named = namedWhos(parts)[0]?.sense.who
  const isEveryone = parts.sayings.includes('whoClosed') || whos.some((who) => who.kind === 'everyone')
  return named ?? whos.find(isMyTeam) ?? (isEveryone ? { kind: 'everyone' } : { kind: 'me' })
}

function isMyTeam(who: Who): boolean {
  return who.kind === 'myTeam'
}
