/** Senses: the things that a phrase can mean. */
import type { PeriodProblem } from '../calendar/date-words.ts'
import type { PeriodSpec } from '../calendar/period.ts'
import type { Command, Greeting, Join, Saying, View } from './lexicon.ts'
import type { Who } from './question.ts'

/**
 * `form` is a period as a lexicon writes it, `period` one with the typed numbers filled in, and `noPeriod` the form of
 * one that does not exist.
 */
export type Sense =
  | { kind: 'filler' }
  | { kind: 'who'; who: Who }
  | { kind: 'teamWord' }
  | { kind: 'help' }
  | { kind: 'view'; view: View }
  | { kind: 'notYet'; word: string }
  | { kind: 'command'; command: Command }
  | { kind: 'compare' }
  | { kind: 'saying'; saying: Saying }
  | { kind: 'greeting'; greeting: Greeting }
  | { kind: 'join'; join: Join }
  | { kind: 'average' }
  | { kind: 'number'; value: number }
  | { kind: 'deals' }
  | { kind: 'conversion' }
  | { kind: 'metric'; id: string }
  | { kind: 'form'; form: string }
  | { kind: 'period'; spec: PeriodSpec; form: string }
  | { kind: 'noPeriod'; problem: PeriodProblem }

export function isSame(a: Sense, b: Sense): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether two lists have the same senses, in any order. */
export function meanSame(a: readonly Sense[], b: readonly Sense[]): boolean {
  return a.length === b.length && a.every((sense) => b.some((other) => isSame(sense, other)))
}

/** Whether the sense names one person or one team. */
export function isNamed(sense: Sense): boolean {
  return sense.kind === 'who' && ['owner', 'slackUser', 'team'].includes(sense.who.kind)
}

export function isTeam(sense: Sense): boolean {
  return sense.kind === 'who' && sense.who.kind === 'team'
}

/** Whether the sense adds nothing to a question unless other words need it. */
export function isFiller({ kind }: Sense): boolean {
  return kind === 'filler' || kind === 'join'
}
