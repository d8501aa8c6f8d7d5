import type { OutcomeTally } from '../facts/tally.ts'
import { type Metric, partsOf } from './metric.ts'
import { declaredPart } from './parts.ts'
import type { TallySums } from './sums.ts'

/** Calls without an outcome in HubSpot: they count as connects only by length, from `connectSeconds` on, if that is set. */
export interface UnloggedCalls {
  calls: number
  without: number
  connectSeconds: number | null
}

const WITHOUT: OutcomeTally = 'call_outcome:none'

/** The tallies that `unloggedCalls` uses. */
export const OUTCOME_TALLIES = ['calls', WITHOUT] as const

/** Whether a metric depends on the outcomes of calls: connects, a rate of them, talk time. */
export function restsOnOutcomes(metric: Metric): boolean {
  return partsOf(metric).some((part) => declaredPart(part).rules?.includes('outcomes'))
}

/** `null` unless more than half of the calls have no outcome. */
export function unloggedCalls(sums: TallySums, connectSeconds: number | null): UnloggedCalls | null {
  const { calls = 0, [WITHOUT]: without = 0 } = sums
  return 2 * without > calls ? { calls, without, connectSeconds } : null
}
