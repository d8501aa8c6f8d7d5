/** Progress of a scope towards the target of a period, at a moment. */
import type { Day } from './calendar/day.ts'
import { calendarOfScope, workingTime } from './calendar/working-time.ts'
import { ZERO } from './exact.ts'
import type { Targets } from './figures/targets.ts'
import { metricOrThrow } from './metrics/catalogue.ts'
import { measure, type Sums } from './metrics/measure.ts'
import type { ProgressBasis } from './quotas/progress.ts'
import type { Quota } from './quotas/quota.ts'
import { targetOf } from './quotas/target.ts'
import type { Roster, Scope } from './roster.ts'

export interface ScopedSums {
  scope: Scope
  period: { from: Day; to: Day }
  /** Of the scope's reps, up to today. */
  sums: Sums
}

export interface ProgressWorld {
  roster: Roster
  quotas: readonly Quota[]
  /** Epoch ms. */
  at: number
  /** Where many are asked for: those that were worked out already. */
  targets?: Targets | undefined
}

/** What `progressOf` needs, worked out from quotas, calendar and sums. */
export function progressBasisAt(
  { roster, quotas, at, targets }: ProgressWorld,
  { scope, period, sums }: ScopedSums,
  metric: string,
): ProgressBasis {
  const asked = { metric, from: period.from, to: period.to }
  const { target, uncoveredDays } = targets?.(scope, asked) ?? targetOf(roster, scope, quotas, asked)
  const time = workingTime(calendarOfScope(roster, scope), period, { now: at, settings: roster.settings })
  return {
    target,
    uncoveredDays,
    actual: measure(metricOrThrow(metric), sums).value ?? ZERO,
    elapsedShare: time.elapsedShare,
    remainingDays: time.remaining,
    isOver: time.isOver,
  }
}
