/** Answers: everything that one reply says, in domain terms, to be drawn as Slack blocks. */

import type { RefusalReason, Subject, UnlinkedReason } from '../access/subject.ts'
import type { TotalRefusal } from '../access/totals.ts'
import type { Standing } from '../boards/board.ts'
import type { PeriodProblem } from '../calendar/date-words.ts'
import type { Day } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import type { Leave, OwnWeekdays } from '../company/leave.ts'
import type { Basis, Lacking } from '../figures/basis.ts'
import type { Value } from '../metrics/measure.ts'
import type { Privacy } from '../metrics/metric.ts'
import type { Missing } from '../metrics/missing.ts'
import type { NamedMetric } from '../metrics/named-metric.ts'
import type { UnloggedCalls } from '../metrics/unlogged-calls.ts'
import type { Greeting } from '../question/lexicon.ts'
import type { QuotaProgress } from '../quotas/progress.ts'
import type { AskedPeriod } from './asked-period.ts'
import type { PrivacyAnswer } from './privacy.ts'
import type { RepsAnswer } from './reps.ts'

/**
 * One metric for one period. `value` as a whole is `null` while what it rests on is lacking, a reason for a total
 * that would reveal individual numbers, and `private` for a number the asker may not see. `missing` says why there is
 * no number, or no meaningful one.
 */
export interface MetricLine {
  metric: string
  privacy: Privacy
  /** Whether it is the present state, whatever the period. */
  isStateNow: boolean
  /** Whether numerator and denominator are meaningful on their own. */
  hasCountedParts: boolean
  asked: AskedPeriod
  value: Value | TotalRefusal | 'private' | null
  missing: Missing | null
  /** Set if `value` is `null`. */
  lacking: Lacking | null
  /** Whether HubSpot has a record of what the metric is about. If not, a 0 only means that nothing was logged. */
  hasRecords: boolean
  /** Set if the metric depends on call outcomes and more than half of the calls have none. */
  unlogged: UnloggedCalls | null
  /** The same point of the period before. */
  before: { period: Period; value: Value } | null
  target: QuotaProgress | null
  /** The asker's team, if at least 5 of its members have data. */
  team: { name: string; value: Value } | null
  rank: { rank: number; of: number } | null
}

export interface CardAnswer {
  kind: 'card'
  subject: Subject
  lines: MetricLine[]
  /** The last working day, if the card is for yesterday and that was a day off. */
  lastWorkingDay: Day | null
}

/** People, teams or periods side by side, each as on its own card of the same metrics and one period. */
export interface VersusAnswer {
  kind: 'versus'
  columns: CardAnswer[]
}

/** Progress towards the target of one metric. `progress.target` is `null` if nobody set a quota for the period. */
export interface QuotaAnswer {
  kind: 'quota'
  subject: Subject
  metric: string
  asked: AskedPeriod
  progress: QuotaProgress
  /** How many average deals the gap takes, rounded up; `null` if there is no target, average or gap. */
  gapDeals: number | null
  /** Only in what a rep sees about themselves. */
  ownDays: OwnDays | null
}

/** A rep's leave in the period, and own weekdays where these differ from the company's. */
export interface OwnDays {
  leave: readonly Leave[]
  weekdays: OwnWeekdays | null
}

/** What a rep needs at a glance: today's activity against the daily benchmark, the quota in force, one next step. */
export interface TodayAnswer {
  kind: 'today'
  subject: Subject
  day: Day
  /** Whether the person works on this day. On days off there are no targets. */
  isWorkingDay: boolean
  targets: { metric: string; done: number; benchmark: number }[]
  quota: QuotaAnswer | null
  nextStep: NextStep | null
}

/** The one thing to do next: the activity furthest below today's benchmark, or what the quota needs per day. */
export type NextStep =
  | { kind: 'activity'; metric: string; missing: number }
  | { kind: 'needed'; metric: string; perDay: number }
  | { kind: 'met'; metric: string }

export interface BoardAnswer {
  kind: 'board'
  metric: string
  asked: AskedPeriod
  scope: Subject
  /** The top N; ties at the end beyond N are counted in `moreTied`. */
  top: Standing[]
  moreTied: number
  /** The asker's own row with its neighbours, if it is not in the top. */
  around: Standing[]
  ownRep: string | null
}

export interface HelpAnswer {
  kind: 'help'
  /** Words that were not understood, as they were typed. */
  unknown: string[]
  /** At most three whole lines that can be answered instead. */
  lines: string[]
  /** What was said if nothing was asked. */
  greeting: Greeting | null
  hasOwnNumbers: boolean
  /** The team whose totals the person may see. */
  ownTeam: string | null
}

/** The names of all metrics, by family. */
export interface MetricsAnswer {
  kind: 'metrics'
}

/** What one metric means, and the words that people of the asker's language can type for it. */
export interface DefinitionAnswer {
  kind: 'definition'
  metric: string
  words: readonly string[]
}

/** Several readings of the same words, from which the person chooses one. Each is a whole line to type. */
export interface ChoiceAnswer {
  kind: 'choice'
  word: string
  readings: string[]
}

export interface RefusedAnswer {
  kind: 'refused'
  reason: RefusalReason
}

/** Words with the form of a period that does not exist, as they were typed. */
export interface NoPeriodAnswer {
  kind: 'noPeriod'
  problem: PeriodProblem
  typed: string
}

/** Understood, but Scoreline does not do it (yet). `word` is what was typed; `instead` are the closest lines to type. */
export interface NotYetAnswer {
  kind: 'notYet'
  word: string
  instead: string[]
  /** Whether it is not planned either, as for a list of those at the bottom. */
  isNever: boolean
}

/** What is set up and what is missing, if HubSpot was not read yet or the asker is neither a rep nor in a team. */
export interface SetupAnswer {
  kind: 'setup'
  hasAccount: boolean
  /** Why the asker is not linked to a HubSpot owner; `null`: they are. */
  unlinked: UnlinkedReason | null
  trackedReps: number
}

export type AnswerBody =
  | CardAnswer
  | QuotaAnswer
  | TodayAnswer
  | BoardAnswer
  | HelpAnswer
  | MetricsAnswer
  | DefinitionAnswer
  | ChoiceAnswer
  | RefusedAnswer
  | NotYetAnswer
  | NoPeriodAnswer
  | SetupAnswer
  | PrivacyAnswer
  | RepsAnswer
  | VersusAnswer

/**
 * `readAs` are typos that were read as a known word, and `leftOut` what does not fit into one answer, as typed. `basis` is `null` if no number is shown. `named` are the account's own
 * metrics, which it may be about.
 */
export interface Answer {
  body: AnswerBody
  readAs: { typed: string; as: string }[]
  leftOut?: readonly string[]
  basis: Basis | null
  named: readonly NamedMetric[]
}
