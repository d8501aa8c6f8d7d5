import type {
  ChoiceAnswer,
  HelpAnswer,
  NotYetAnswer,
  RefusedAnswer,
  SetupAnswer,
} from '../../../domain/answer/answer.ts'
import type { SentenceKey } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/texts.ts'
import { clean, cut, shortName } from '../escape.ts'
import { type Line, line, type RunButton, strong } from '../line.ts'
import type { Drawing } from './drawing.ts'

/** What was typed, so that a button can run it with one word corrected. */
export interface Typed {
  words: string
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

/** Help: words that were not understood, with the nearest known words as buttons; then examples that fit the asker. */
export function drawHelp(
  { unknown: all, hasOwnNumbers, ownTeam }: HelpAnswer,
  texts: Texts,
  typed: Typed,
): Drawing {
  const unknown = all.slice(0, MAX_UNKNOWN)
  const faults = unknown.map(({ word }) => strong(texts.say('help.unknown', { word: cut(clean(word), 40) })))
  const buttons = unknown.flatMap(({ word, nearest }) =>
    nearest.map((near) => corrected(typed.words, word, near)),
  )
  const ask = buttons.length > 0 ? [line(texts.say('help.nearest'))] : []
  const examples = hasOwnNumbers ? ownExamples : teamExamples
  return {
    paragraphs: [
      ...(faults.length > 0 ? [[...faults, ...ask]] : []),
      [
        strong(texts.say('help.headline')),
        ...examples.flatMap((example) => exampleLine(example, texts, typed)),
      ],
      [
        ...(ownTeam ? [line(texts.say('help.people', { team: shortName(ownTeam) }))] : []),
        ...texts
          .metricNames()
          .map(({ family, names }) => line(texts.say(`help.family.${family}`, { names: names.join(', ') }))),
        line(texts.say('help.periods')),
      ],
    ],
    buttons,
  }
}

function exampleLine([words, key]: [string, SentenceKey], texts: Texts, { command }: Typed): Line[] {
  return [{ text: `${command} ${words}`.trim(), style: 'code' }, line(texts.say(key))]
}

/** The typed line with the unknown word replaced; the nearest word alone if the unknown one cannot be found in it. */
function corrected(words: string, word: string, near: string): RunButton {
  const at = word === '' ? -1 : words.toLowerCase().indexOf(word.toLowerCase())
  const whole = at < 0 ? near : words.slice(0, at) + near + words.slice(at + word.length)
  return { label: plainEntities(whole), words: whole }
}

/** Typed text arrives with Slack's entities, but a label is plain text. */
function plainEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

export function drawChoice({ word, readings }: ChoiceAnswer, texts: Texts): Drawing {
  return {
    paragraphs: [[strong(texts.say('choice.headline', { word: cut(clean(word), 40) }))]],
    buttons: readings.map((reading) => ({ label: reading, words: reading })),
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
