/** Progress towards the target of a scope. Targets of many reps over long periods are computed over several turns. */

import { repsIn, type Scope } from '../domain/company/roster.ts'
import type { AskedDays } from '../domain/figures/moment.ts'
import type { Sums } from '../domain/metrics/measure.ts'
import type { ProgressBasis } from '../domain/quotas/progress.ts'
import { progressBasisAt } from '../domain/quotas/progress-at.ts'
import type { Targets } from '../domain/quotas/targets.ts'
import { eachInTurns } from '../ports/turns.ts'
import { type ExpectedContext, readExpected } from './expected.ts'

export interface ProgressContext extends ExpectedContext {
  targets: Targets
}

export interface ScopedDays {
  scope: Scope
  days: AskedDays
  /** The sums of the scope's reps, up to today. */
  sums: Sums
}

export async function readProgress(
  context: ProgressContext,
  { scope, days, sums }: ScopedDays,
  metric: string,
): Promise<ProgressBasis> {
  const asked = { metric, from: days.from, to: days.to }
  await eachInTurns(repsIn(context.roster, scope), ({ id }) =>
    context.targets({ kind: 'rep', ownerId: id }, asked),
  )
  const expected = await readExpected(context, { metric, scope, days })
  return progressBasisAt(context, { scope, period: days, sums, expected }, metric)
}
