import type {
  ChoiceAnswer,
  HelpAnswer,
  NoPeriodAnswer,
  NotYetAnswer,
  RefusedAnswer,
  SetupAnswer,
} from '../../../domain/answer/answer.ts'
import type { SentenceKey } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/texts.ts'
import { clean, cut, shortName } from '../escape.ts'
import { type Line, line, strong } from '../line.ts'
import type { Drawing } from './drawing.ts'

export interface Typed {
  /** The slash command's name in this workspace. */
  command: string
}

const ownExamples: [string, SentenceKey][] = [
  ['', 'help.own.today'],
  ['quota', 'help.own.quota'],
  ['calls last week', 'help.own.week'],
  ['top bookings this month', 'help.own.top'],
]

const teamExamples: [string, SentenceKey][] = [
  ['team', 'help.team.today'],
  ['quota team', 'help.team.quota'],
  ['calls all last week', 'help.team.week'],
  ['top calls this month', 'help.team.top'],
]

/** Listing more unknown words than this would only push the helpful lines out of sight. */
const MAX_UNKNOWN = 3

/** As many as are read where nothing was asked for. */
const FEW_EXAMPLES = 3

/**
 * Help: examples that fit the asker, people and periods, and a button for the metrics. After words that were not understood, which are
 * quoted with lines to run instead, and after a greeting, there are only a few examples.
 */
export function drawHelp(help: HelpAnswer, texts: Texts, typed: Typed): Drawing {
  const { unknown, lines, greeting, hasOwnNumbers } = help
  const faults = unknown
    .slice(0, MAX_UNKNOWN)
    .map((word) => strong(texts.say('help.unknown', { word: cut(clean(plainEntities(word)), 40) })))
  const ask = lines.length > 0 ? [line(texts.say('help.nearest'))] : []
  const greeted = greeting ? [strong(texts.say(`greeting.${greeting}`))] : []
  const examples = hasOwnNumbers ? ownExamples : teamExamples
  const isShort = faults.length > 0 || greeted.length > 0
  const shown = isShort ? examples.slice(0, FEW_EXAMPLES) : examples
  return {
    paragraphs: [
      ...[[...faults, ...ask], greeted].filter((paragraph) => paragraph.length > 0),
      [
        strong(texts.say('help.headline')),
        ...shown.flatMap((example) => exampleLine(example, texts, typed)),
        ...(isShort ? [line(texts.say('help.more', { command: `${typed.command} help` }))] : []),
      ],
      ...(isShort ? [] : [peopleAndPeriods(help, texts)]),
    ],
    buttons: isShort
      ? lines.map((words) => ({ label: plainEntities(words), words }))
      : [{ label: texts.say('metrics.show'), words: 'help all' }],
  }
}

function peopleAndPeriods({ ownTeam }: HelpAnswer, texts: Texts): Line[] {
  return [
    ...(ownTeam ? [line(texts.say('help.people', { team: shortName(ownTeam) }))] : []),
    line(texts.say('help.periods')),
  ]
}

/** Says that there is no such day or week, or that the range ends before it begins. */
export function drawNoPeriod({ problem, typed }: NoPeriodAnswer, texts: Texts): Drawing {
  const word = cut(clean(plainEntities(typed)), 60)
  return { paragraphs: [[line(texts.say(`noPeriod.${problem}`, { word }))]] }
}

function exampleLine([words, key]: [string, SentenceKey], texts: Texts, { command }: Typed): Line[] {
  return [{ text: `${command} ${words}`.trim(), style: 'code' }, line(texts.say(key))]
}

/** Typed text arrives with Slack's entities, but a label is plain text. */
function plainEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

export function drawChoice({ word, readings }: ChoiceAnswer, texts: Texts): Drawing {
  return {
    paragraphs: [[strong(texts.say('choice.headline', { word: cut(clean(word), 40) }))]],
    buttons: readings.map((reading) => ({ label: plainEntities(reading), words: reading })),
  }
}

export function drawRefusal({ reason }: RefusedAnswer, texts: Texts): Drawing {
  return { paragraphs: [[line(texts.say(`refused.${reason}`))]] }
}

/** Says what cannot be answered, and offers what comes close. */
export function drawNotYet(
  { word, instead, isNever }: NotYetAnswer,
  texts: Texts,
  { command }: Typed,
): Drawing {
  const reason = isNever
    ? texts.say('notYet.never')
    : texts.say('notYet.word', { word: cut(clean(word), 40) })
  const hint =
    instead.length > 0 ? texts.say('notYet.instead') : texts.say('help.more', { command: `${command} help` })
  return {
    paragraphs: [[line(reason), line(hint)]],
    buttons: instead.map((words) => ({ label: words, words })),
  }
}

/** What is set up and what is missing. */
export function drawSetup({ hasAccount, unlinked, trackedReps }: SetupAnswer, texts: Texts): Drawing {
  const isReady = hasAccount && trackedReps > 0 && unlinked === null
  const states = [
    ...(hasAccount ? [] : [texts.say('setup.noAccount')]),
    texts.say(trackedReps > 0 ? 'setup.reps' : 'setup.noReps', { n: trackedReps }),
    texts.say(unlinked === null ? 'setup.ready' : `refused.${unlinked}`),
  ]
  const headline = isReady ? [] : [strong(texts.say('setup.headline'))]
  return { paragraphs: [[...headline, ...states.map(line)]] }
}
