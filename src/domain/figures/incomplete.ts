/** Types that have never been read completely. A number that rests on one would be partial, so it has no value. */
import { DEAL_DETAILS, type DealDetail } from '../facts/deal-details.ts'
import { DETAIL_TYPES, FACT_TYPES, type FactType, type ReadType } from '../facts/facts.ts'
import { type NamedTally, TYPES_OF_STAGE_TALLIES, typesOfTally } from '../facts/tally.ts'
import type { Metric } from '../metrics/metric.ts'
import { typesBehind } from './sources.ts'
import type { ScorecardLines } from './tallies-behind.ts'

/**
 * - `loading`: the first fill, or for details of deals the first reading of them all, is running or has not begun
 * - `refused`: HubSpot does not let the bot read the type, because a scope or the token is missing
 * - `failed`: it stopped at an error and continues at the next poll
 */
export interface Incomplete {
  reason: 'loading' | 'refused' | 'failed'
  /** The share that is done, 0 to 1; `null` if unknown. */
  progress: number | null
}

export type IncompleteTypes = Readonly<Partial<Record<ReadType, Incomplete>>>
export type IncompleteDetails = Readonly<Partial<Record<DealDetail, Incomplete>>>

/** What documents and people hear of: a detail of deals has the name that it is declared with. */
export type ShownType = FactType | (typeof DEAL_DETAILS)[DealDetail]['shownAs']
export const SHOWN_TYPES: readonly ShownType[] = [
  ...new Set([...FACT_TYPES, ...DETAIL_TYPES.map((detail) => DEAL_DETAILS[detail].shownAs)]),
]
export type ShownIncomplete = Readonly<Partial<Record<ShownType, Incomplete>>>

/** The types that have never been read completely under their shown names. Of several under one name the first is shown. */
export function shownIncomplete(incomplete: IncompleteTypes): ShownIncomplete {
  const shown: Partial<Record<ShownType, Incomplete>> = {}
  for (const type of FACT_TYPES) {
    const found = incomplete[type]
    if (found) shown[type] = found
  }
  for (const detail of DETAIL_TYPES) {
    const found = incomplete[detail]
    if (found) shown[DEAL_DETAILS[detail].shownAs] ??= found
  }
  return shown
}

/** Whether all records that a number rests on were read. */
export interface Wholeness {
  ofTypes(types: readonly ReadType[]): boolean
  ofMetric(metric: Metric): boolean
  ofTally(tally: NamedTally): boolean
  ofFunnels(): boolean
}

export function wholenessOf(incomplete: IncompleteTypes, lines: ScorecardLines): Wholeness {
  const ofTypes = (types: readonly ReadType[]) => types.every((type) => incomplete[type] === undefined)
  const metrics = new Map<Metric, boolean>()
  return {
    ofTypes,
    // Cached, because a report asks for every scope.
    ofMetric(metric) {
      const isWhole = metrics.get(metric) ?? ofTypes(typesBehind([metric], lines))
      metrics.set(metric, isWhole)
      return isWhole
    },
    ofTally: (tally) => ofTypes(typesOfTally(tally)),
    ofFunnels: () => ofTypes(TYPES_OF_STAGE_TALLIES),
  }
}
