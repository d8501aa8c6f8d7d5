/**
 * Sources of numbers that have never been read completely. A number that rests on one would be partial, so it has no
 * value.
 */
import { DEAL_DETAILS, type DealDetail } from '../facts/deal-details.ts'
import {
  DETAIL_TYPES,
  FACT_TYPES,
  type FactType,
  type FurtherType,
  idsOf,
  isFurtherType,
} from '../facts/facts.ts'
import { isOwnTally, type OwnTallyName, TYPES_OF_STAGE_TALLIES } from '../facts/tally.ts'
import type { CountedTally, Metric } from '../metrics/metric.ts'
import { type NumberSource, sourcesOf, sourcesOfTally } from './sources.ts'
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

export type IncompleteSources = Readonly<Partial<Record<NumberSource, Incomplete>>>
export type IncompleteDetails = Readonly<Partial<Record<DealDetail, Incomplete>>>

/** What documents and people hear of: a detail of deals has the name that it is declared with. */
export type ShownSource = FactType | (typeof DEAL_DETAILS)[DealDetail]['shownAs'] | FurtherType | OwnTallyName
export type ShownIncomplete = Readonly<Partial<Record<ShownSource, Incomplete>>>

/** The sources that have never been read completely under their shown names. Of several under one name the first is shown. */
export function shownIncomplete(incomplete: IncompleteSources): ShownIncomplete {
  const shown: Partial<Record<ShownSource, Incomplete>> = {}
  for (const type of FACT_TYPES) {
    const found = incomplete[type]
    if (found) shown[type] = found
  }
  for (const detail of DETAIL_TYPES) {
    const found = incomplete[detail]
    if (found) shown[DEAL_DETAILS[detail].shownAs] ??= found
  }
  for (const source of idsOf(incomplete)) {
    const found = isFurtherType(source) || isOwnTally(source) ? incomplete[source] : undefined
    if (found && (isFurtherType(source) || isOwnTally(source))) shown[source] = found
  }
  return shown
}

/** Whether all records that a number rests on were read. */
export interface Wholeness {
  ofSources(sources: readonly NumberSource[]): boolean
  ofMetric(metric: Metric): boolean
  ofTally(tally: CountedTally): boolean
  ofFunnels(): boolean
}

export function wholenessOf(incomplete: IncompleteSources, lines: ScorecardLines): Wholeness {
  const ofSources = (sources: readonly NumberSource[]) =>
    sources.every((source) => incomplete[source] === undefined)
  const metrics = new Map<Metric, boolean>()
  return {
    ofSources,
    // Cached, because a report asks for every scope.
    ofMetric(metric) {
      const isWhole = metrics.get(metric) ?? ofSources(sourcesOf([metric], lines))
      metrics.set(metric, isWhole)
      return isWhole
    },
    ofTally: (tally) => ofSources(sourcesOfTally(tally, lines.catalogue)),
    ofFunnels: () => ofSources(TYPES_OF_STAGE_TALLIES),
  }
}
