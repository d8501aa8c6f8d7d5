/** Progress towards the target of a scope. The targets of many reps over long periods are worked out a few at a time. */

import { repsIn } from '../domain/company/roster.ts'
import type { ProgressBasis } from '../domain/quotas/progress.ts'
import { type ProgressWorld, progressBasisAt, type ScopedSums } from '../domain/quotas/progress-at.ts'
import { inTurns } from './in-turns.ts'

/** Some milliseconds for a year. */
const REPS_A_TURN = 25

export async function readProgress(
  world: ProgressWorld,
  scoped: ScopedSums,
  metric: string,
): Promise<ProgressBasis> {
  const { scope, period } = scoped
  const asked = { metric, from: period.from, to: period.to }
  await inTurns(repsIn(world.roster, scope), REPS_A_TURN, (reps) =>
    reps.map(({ id }) => world.targets({ kind: 'rep', ownerId: id }, asked)),
  )
  return progressBasisAt(world, scoped, metric)
}
