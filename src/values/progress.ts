/** Progress towards the target of a scope. Targets of many reps over long periods are computed over several turns. */

import { repsIn } from '../domain/company/roster.ts'
import type { ProgressBasis } from '../domain/quotas/progress.ts'
import { type ProgressContext, progressBasisAt, type ScopedSums } from '../domain/quotas/progress-at.ts'
import { eachInTurns } from '../ports/turns.ts'

export async function readProgress(
  context: ProgressContext,
  scoped: ScopedSums,
  metric: string,
): Promise<ProgressBasis> {
  const { scope, period } = scoped
  const asked = { metric, from: period.from, to: period.to }
  await eachInTurns(repsIn(context.roster, scope), ({ id }) =>
    context.targets({ kind: 'rep', ownerId: id }, asked),
  )
  return progressBasisAt(context, scoped, metric)
}
