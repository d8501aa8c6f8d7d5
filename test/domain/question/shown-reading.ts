/** Readings as one line of text, for lists of phrases. Periods are days, so that they do not depend on how they are written. */
import { addDays } from '../../../src/domain/calendar/day.ts'
import { type PeriodBasis, type PeriodSpec, resolvePeriod } from '../../../src/domain/calendar/period.ts'
import type { Question, Reading, Who } from '../../../src/domain/question/question.ts'

/** The periods that have a name on 2026-11-18, a Wednesday. */
const NAMED: Readonly<Record<string, string>> = {
  '2026-11-18': 'today',
  '2026-11-17': 'yesterday',
  '2026-11-16..2026-11-22': 'this week',
  '2026-11-09..2026-11-15': 'last week',
  '2026-11-01..2026-11-30': 'this month',
  '2026-10-01..2026-10-31': 'last month',
  '2026-12-01..2026-12-31': 'next month',
  '2026-10-01..2026-12-31': 'this quarter',
  '2026-07-01..2026-09-30': 'last quarter',
}

const PROBLEMS = {
  noSuchDay: 'no such day',
  noSuchWeek: 'no such week',
  endsBeforeItBegins: 'ends before it begins',
  dayOrMonth: 'day or month',
} as const

export function shownReading(reading: Reading, basis: PeriodBasis): string {
  switch (reading.kind) {
    case 'question': {
      const { question, readAs, leftOut } = reading
      const notes = [
        ...readAs.map(({ typed, as }) => `${typed} read as ${as}`),
        ...(leftOut.length > 0 ? [`left ${leftOut.join(', ')}`] : []),
      ]
      const parts = [...shownParts(question, basis), ...notes]
      return parts.length > 0 ? parts.join(' · ') : 'card'
    }
    case 'greeting':
      return reading.greeting
    case 'command':
      return `command ${reading.command}`
    case 'notYet':
      return `not yet: ${reading.word}`
    case 'noPeriod':
      return `${PROBLEMS[reading.problem]}: ${reading.typed}`
    case 'unknown':
      return `unknown: ${reading.words.join(', ')} → ${reading.lines.join(' | ')}`
    case 'ambiguous':
      return `choice: ${reading.readings.join(' | ')}`
    default:
      return reading.kind
  }
}

function shownParts(question: Question, basis: PeriodBasis): string[] {
  const { who, metrics, period, isPerDay, versus } = question
  return [
    ...shownView(question),
    ...(metrics.length > 0 ? [`${metrics.join('+')}${isPerDay ? ' per day' : ''}`] : []),
    ...(who.kind === 'me' ? [] : [shownWho(who)]),
    ...(period ? [shownPeriod(period, basis)] : []),
    ...(versus?.period ? [`vs ${shownPeriod(versus.period, basis)}`] : []),
    ...(versus?.whos ?? []).map((other) => `and ${shownWho(other)}`),
  ]
}

function shownView({ view, top, deals }: Question): string[] {
  if (view === 'card') return []
  if (deals) return [`${deals.isBiggestFirst ? 'biggest ' : ''}deals ${deals.state}`]
  return [top === null ? view : `${view} ${top}`]
}

function shownWho(who: Who): string {
  switch (who.kind) {
    case 'owner':
      return `rep ${who.ownerId}`
    case 'team':
      return `team ${who.teamId}`
    case 'slackUser':
      return `user ${who.userId}`
    case 'myTeam':
      return 'my team'
    case 'everyone':
      return 'all'
    case 'me':
      return 'me'
  }
}

function shownPeriod(spec: PeriodSpec, basis: PeriodBasis): string {
  const { from, to } = resolvePeriod(spec, basis)
  const last = addDays(to, -1)
  const days = from === last ? from : `${from}..${last}`
  return NAMED[days] ?? days
}
