/** Notes. */
import type { RulesBody } from '../company/rules.ts'
import {
  AT_ONCE,
  COUNT,
  type Collector,
  type FactBase,
  type FlawCollector,
  type ObjectType,
} from './object-type.ts'

export interface NoteFact extends FactBase {
  type: 'notes'
  at: number | null
}

const TALLIES = { notes: COUNT } as const
const DATES = { at: AT_ONCE } as const

export const notes = {
  tallies: TALLIES,
  families: {},
  collect: (note: NoteFact, _rules: RulesBody, to: Collector<keyof typeof TALLIES>) =>
    to.add(note.at, 'notes', 1),
  dates: DATES,
  flaws: {},
  findFlaws: (note: NoteFact, _rules: RulesBody, to: FlawCollector<keyof typeof DATES>) =>
    to.date('at', note.at),
  named: [],
} as const satisfies ObjectType<NoteFact>
