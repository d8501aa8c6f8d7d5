import type { Rep, Roster } from '../domain/company/roster.ts'
import type { AskedDays } from '../domain/figures/moment.ts'
import type { Metric } from '../domain/metrics/metric.ts'
import {
  OUTCOME_TALLIES,
  restsOnOutcomes,
  type UnloggedCalls,
  unloggedCalls,
} from '../domain/metrics/unlogged-calls.ts'
import type { Store } from '../ports/store.ts'
import { readLedger, sumOfReps } from './ledger.ts'

interface Asked {
  roster: Roster
  reps: readonly Rep[]
  days: Pick<AskedDays, 'from' | 'until'>
  /** Epoch ms. */
  at: number
}

/** Of the reps' calls in the days, where the metric goes by their outcomes and more than half have none. */
export async function readUnloggedCalls(
  store: Store,
  metric: Metric,
  { roster, reps, days: { from, until }, at }: Asked,
): Promise<UnloggedCalls | null> {
  if (!restsOnOutcomes(metric)) return null
  const ledger = await readLedger(store, { reps, tallies: OUTCOME_TALLIES, from, until, at })
  return unloggedCalls(sumOfReps(ledger, reps), roster.settings.connectSeconds)
}
