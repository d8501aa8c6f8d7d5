/** Progress of a scope towards the target of a period, at a moment. */
import type { Day } from '../calendar/day.ts'
import type { Roster, Scope } from '../company/roster.ts'
import { calendarOfScope, type WorkingTime, workingTime } from '../company/working-time.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import type { ExpectedShare } from '../metrics/expected.ts'
import { measure, type Sums } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import { ZERO } from '../numbers/exact.ts'
import type { ProgressBasis } from './progress.ts'
import type { Target } from './target.ts'
import type { Targets } from './targets.ts'

export interface ScopedSums {
  scope: Scope
  period: { from: Day; to: Day }
  /** The sums of the scope's reps, up to today. */
  sums: Sums
  expected: ExpectedShare
}

export interface ProgressContext {
  roster: Roster
  catalogue: Catalogue
  targets: Targets
  /** Epoch ms. */
  at: number
}

/** What `progressOf` needs, computed from targets, calendar and sums. */
export function progressBasisAt(
  { roster, catalogue, targets, at }: ProgressContext,
  { scope, period, sums, expected }: ScopedSums,
  metric: string,
): ProgressBasis {
  const target = targets(scope, { metric, from: period.from, to: period.to })
  const time = workingTime(calendarOfScope(roster, scope), period, { now: at, settings: roster.settings })
  const declared = catalogue.orThrow(metric)
  const actual = measure(declared, sums).value ?? ZERO
  return progressBasisOf(target, time, { actual, expected, isLimit: isLimit(declared) })
}

/** The same if the target and the working time of the scope are already known. */
export function progressBasisOf(
  { target, uncoveredDays }: Target,
  { elapsedShare, remaining, isOver }: WorkingTime,
  { actual, expected, isLimit }: Pick<ProgressBasis, 'actual' | 'expected' | 'isLimit'>,
): ProgressBasis {
  return { target, uncoveredDays, actual, elapsedShare, expected, remainingDays: remaining, isOver, isLimit }
}

/** A target for what is better the less there is of it is not to be exceeded. */
export function isLimit({ better }: Pick<Metric, 'better'>): boolean {
  return better === 'down'
}
