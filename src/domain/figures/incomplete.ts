/**
 * Types of facts that have never been read completely. A number that rests on one would be partial, so it has no value.
 */
import type { FactType } from '../facts/facts.ts'
import { type NamedTally, TYPE_OF_STAGE_TALLIES, typeOfTally } from '../facts/tally.ts'
import type { Metric } from '../metrics/metric.ts'
import { typesBehind } from './sources.ts'
import type { ScorecardLines } from './tallies-behind.ts'

/**
 * - `loading`: the first fill is running or has not begun
 * - `refused`: HubSpot does not let the bot read the type, because a scope or the token is missing
 * - `failed`: the first fill stopped at an error and continues at the next poll
 */
export interface Incomplete {
  reason: 'loading' | 'refused' | 'failed'
  /** The share of the first fill that is done, 0 to 1; `null` if unknown. */
  progress: number | null
}

export type IncompleteTypes = Readonly<Partial<Record<FactType, Incomplete>>>

/** Whether all records that a number rests on were read. */
export interface Wholeness {
  ofTypes(types: readonly FactType[]): boolean
  ofMetric(metric: Metric): boolean
  ofTally(tally: NamedTally): boolean
  ofFunnels(): boolean
}

export function wholenessOf(incomplete: IncompleteTypes, lines: ScorecardLines): Wholeness {
  const ofTypes = (types: readonly FactType[]) => types.every((type) => incomplete[type] === undefined)
  const metrics = new Map<Metric, boolean>()
  return {
    ofTypes,
    // Cached, because a report asks for every scope.
    ofMetric(metric) {
      const isWhole = metrics.get(metric) ?? ofTypes(typesBehind([metric], lines))
      metrics.set(metric, isWhole)
      return isWhole
    },
    ofTally: (tally) => ofTypes([typeOfTally(tally)]),
    ofFunnels: () => ofTypes([TYPE_OF_STAGE_TALLIES]),
  }
}
