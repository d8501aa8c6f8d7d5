/** A question as it was read, in plain words. */
import type { Subject } from '../../domain/access/subject.ts'
import type { Considered } from '../../domain/answer/considered.ts'
import { addDays } from '../../domain/calendar/day.ts'
import type { Period } from '../../domain/calendar/period.ts'
import type { Question, Reading, Who } from '../../domain/question/question.ts'
import type { Texts } from '../../i18n/texts.ts'

type Read = Pick<Considered, 'reading' | 'period' | 'access'>

/** Such as 'calls · Ana Sørensen · last week (2026-11-09 to 2026-11-15)'. */
export function questionText({ reading, period, access }: Read, texts: Texts): string {
  if (reading === null) return 'not read'
  if (reading.kind !== 'question') return otherText(reading, access.subject)
  const { question, readAs, leftOut } = reading
  return [
    ...partsOf(question, access.subject, texts),
    ...(question.period && period ? [periodText(question, period, texts)] : []),
    ...versusTexts(question),
    ...readAs.map(({ typed, as }) => `'${typed}' read as '${as}'`),
    ...leftOut.map((typed) => `'${typed}' left out`),
  ].join(' · ')
}

function otherText(reading: Exclude<Reading, { kind: 'question' }>, subject: Subject | null): string {
  switch (reading.kind) {
    case 'nothing':
      return ['today', ...(subject ? [subjectText(subject)] : [])].join(' · ')
    case 'help':
      return reading.metric ? `help: ${reading.metric}` : 'help'
    case 'greeting':
      return `greeting: ${reading.greeting}`
    case 'command':
      return `command: ${reading.command}`
    case 'notYet':
      return `cannot be answered yet: '${reading.typed}'`
    case 'noPeriod':
      return `a period that does not exist: '${reading.typed}'`
    case 'unknown':
      return `not understood: ${quoted(reading.words)}${orElse(reading.lines)}`
    case 'ambiguous':
      return `'${reading.word}' can mean: ${quoted(reading.readings)}`
  }
}

function orElse(lines: readonly string[]): string {
  return lines.length > 0 ? `; suggested: ${quoted(lines)}` : ''
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}

function partsOf(question: Question, subject: Subject | null, texts: Texts): string[] {
  const { view, top, metrics, isPerDay, deals, who } = question
  const names = metrics.map((metric) => texts.metricName(metric)).join(', ')
  return [
    ...(view === 'card' ? [] : [top === null ? view : `${view} ${top}`]),
    ...(names === '' ? [] : [isPerDay ? `${names} per working day` : names]),
    ...(deals ? [`deals ${deals.state}${deals.isBiggestFirst ? ', biggest first' : ''}`] : []),
    subject ? subjectText(subject) : whoText(who),
  ]
}

/** Whom an answer is about. */
export function subjectText(subject: Subject): string {
  switch (subject.kind) {
    case 'rep':
      return subject.name
    case 'team':
      return `team ${subject.name}`
    case 'everyone':
      return 'everyone'
  }
}

function whoText(who: Who): string {
  switch (who.kind) {
    case 'owner':
      return `owner ${who.ownerId}`
    case 'slackUser':
      return `Slack user ${who.userId}`
    case 'team':
      return `team ${who.teamId}`
    case 'myTeam':
      return 'own team'
    case 'me':
      return 'oneself'
    case 'everyone':
      return 'everyone'
  }
}

function periodText({ period: spec }: Question, period: Period, texts: Texts): string {
  const days = `${period.from} to ${addDays(period.to, -1)}`
  return spec ? `${texts.period({ spec, period })} (${days})` : days
}

function versusTexts({ versus }: Question): string[] {
  if (!versus) return []
  return [
    ...(versus.period ? ['compared with another period'] : []),
    ...(versus.whos.length > 0 ? [`compared with ${versus.whos.map(whoText).join(', ')}`] : []),
  ]
}
