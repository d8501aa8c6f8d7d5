/** Answers: everything that one reply says, in domain words. Drawn by Slack, printed by the command line. */

import type { RefusalReason, Subject, UnlinkedReason } from '../access/subject.ts'
import type { Standing } from '../boards/board.ts'
import type { Day } from '../calendar/day.ts'
import type { Period, PeriodSpec } from '../calendar/period.ts'
import type { Basis } from '../figures/basis.ts'
import type { Value } from '../metrics/measure.ts'
import type { Privacy } from '../metrics/metric.ts'
import type { Missing } from '../metrics/missing.ts'
import type { UnloggedCalls } from '../metrics/unlogged-calls.ts'
import type { QuotaProgress } from '../quotas/progress.ts'

/** A period as it was asked for and the days that it means. */
export interface AskedPeriod {
  spec: PeriodSpec
  period: Period
}

/**
 * One metric for one period. `value` is `null` as a whole while a type that it rests on is loading, `tooFew` for a total
 * that would tell about single people, and `private` for a number that is not the asker's to see. `missing` says why
 * there is none, or none that means anything.
 */
export interface MetricLine {
  metric: string
  privacy: Privacy
  /** Whether it is the state now, whatever the period. */
  isStateNow: boolean
  /** Whether numerator and denominator say something by themselves. */
  hasCountedParts: boolean
  asked: AskedPeriod
  value: Value | 'tooFew' | 'private' | null
  missing: Missing | null
  /** Whether anything is logged of what the metric is about: without it a 0 is no more than that. */
  hasRecords: boolean
  /** Where the metric goes by the outcomes of calls and more than half of them have none. */
  unlogged: UnloggedCalls | null
  /** The same point of the period before. */
  before: { period: Period; value: Value } | null
  target: QuotaProgress | null
  /** The asker's team, where at least 5 of it have data. */
  team: { name: string; value: Value } | null
  rank: { rank: number; of: number } | null
}

export interface CardAnswer {
  kind: 'card'
  subject: Subject
  lines: MetricLine[]
  /** Set where the card is of yesterday and that was no working day: the last one before. */
  lastWorkingDay: Day | null
}

/** Progress towards the target of one metric. `hasQuota` false: nobody set a quota for the period. */
export interface QuotaAnswer {
  kind: 'quota'
  subject: Subject
  metric: string
  asked: AskedPeriod
  progress: QuotaProgress
  /** The gap in average deals, rounded up, where there is an average. */
  gapDeals: number | null
}

/** What a rep needs at a glance: today's activity beside the daily benchmark, the quota in force, one next step. */
export interface TodayAnswer {
  kind: 'today'
  subject: Subject
  day: Day
  /** Whether the person works on this day; on others there are no targets. */
  isWorkingDay: boolean
  targets: { metric: string; done: number; benchmark: number }[]
  quota: QuotaAnswer | null
  nextStep: NextStep | null
}

/** The one thing to do next: the activity furthest below today's benchmark, or what the quota needs a day. */
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
  /** The asker's own row with its neighbours, when it is not in the top. */
  around: Standing[]
  ownRep: string | null
}

export interface HelpAnswer {
  kind: 'help'
  /** Words that were not understood, each with the nearest known ones (at most 3). */
  unknown: { word: string; nearest: string[] }[]
  hasOwnNumbers: boolean
  /** The team whose totals the person may see. */
  ownTeam: string | null
}

/** Two readings of the same words: the person chooses one; each is a whole line to type. */
export interface ChoiceAnswer {
  kind: 'choice'
  word: string
  readings: string[]
}

export interface RefusedAnswer {
  kind: 'refused'
  reason: RefusalReason
}

/** Understood, but Scoreline does not do it (yet); `word` is what was typed, `instead` lines that come near it. */
export interface NotYetAnswer {
  kind: 'notYet'
  word: string
  instead: string[]
  /** No list of those at the bottom is planned either. */
  isNever: boolean
}

/** Nothing was read from HubSpot yet, or the words named nobody: what is set up and what is missing. */
export interface SetupAnswer {
  kind: 'setup'
  hasAccount: boolean
  /** Why the asker is linked to no HubSpot owner; `null`: linked. */
  unlinked: UnlinkedReason | null
  trackedReps: number
}

export type AnswerBody =
  | CardAnswer
  | QuotaAnswer
  | TodayAnswer
  | BoardAnswer
  | HelpAnswer
  | ChoiceAnswer
  | RefusedAnswer
  | NotYetAnswer
  | SetupAnswer

/** `readAs` are typos that were read as a word; `basis` is `null` where no number is shown. */
export interface Answer {
  body: AnswerBody
  readAs: { typed: string; as: string }[]
  basis: Basis | null
}
