/** Tasks: those that are done. */
import type { RulesBody } from '../company/rules.ts'
import {
  AT_ONCE,
  COUNT,
  type Collector,
  type FactBase,
  type FlawCollector,
  type ObjectType,
} from './object-type.ts'

/** `at` is the due date; a completed task counts on the day of `completedAt`, otherwise of `at`. */
export interface TaskFact extends FactBase {
  type: 'tasks'
  at: number | null
  completedAt: number | null
  status: string | null
}

const TALLIES = { tasks: COUNT } as const
const DATES = { completedAt: AT_ONCE } as const

function collect(task: TaskFact, _rules: RulesBody, to: Collector<keyof typeof TALLIES>): void {
  if (task.status === 'COMPLETED') to.add(task.completedAt ?? task.at, 'tasks', 1)
}

function findFlaws(task: TaskFact, _rules: RulesBody, to: FlawCollector<keyof typeof DATES>): void {
  if (task.status === 'COMPLETED') to.date('completedAt', task.completedAt ?? task.at)
}

export const tasks = {
  tallies: TALLIES,
  families: {},
  collect,
  dates: DATES,
  flaws: {},
  findFlaws,
  named: [],
} as const satisfies ObjectType<TaskFact>
