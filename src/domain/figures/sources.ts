/** What numbers rest on, so that an answer can say how fresh and complete it is. */

import type { FurtherType, ReadType, SyncedType } from '../facts/facts.ts'
import { isOwnTally, type OwnTallyName, typeOfTally, typesOfTally } from '../facts/tally.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { type CountedTally, type Metric, partsOf } from '../metrics/metric.ts'
import { detailsOf, isOfDeals } from '../metrics/parts.ts'
import { type ScorecardLines, talliesBehind } from './tallies-behind.ts'

/**
 * What must have been read: records of a type, details of deals, or all that the tally of an own metric needs, which may
 * lack what the records of its type have.
 */
export type NumberSource = ReadType | FurtherType | OwnTallyName

/** What must have been read for metrics, without duplicates. */
export function sourcesOf(metrics: readonly Metric[], lines: ScorecardLines): NumberSource[] {
  const parts = metrics.flatMap(partsOf)
  const sources = talliesBehind(parts, lines).flatMap((tally) => sourcesOfTally(tally, lines.catalogue))
  const ofDeals = parts.some(isOfDeals) ? (['deals'] as const) : []
  return [...new Set([...sources, ...ofDeals, ...parts.flatMap(detailsOf)])]
}

export function sourcesOfTally(tally: CountedTally, catalogue: Catalogue): NumberSource[] {
  if (!isOwnTally(tally)) return typesOfTally(tally)
  const type = typeBehind(tally, catalogue)
  return type === null ? [tally] : [type, tally]
}

/** The type of the records that add to a tally; `null` while HubSpot has not said which type an own metric means. */
export function typeBehind(tally: CountedTally, catalogue: Catalogue): SyncedType | null {
  return isOwnTally(tally) ? (catalogue.ownPart(tally)?.type ?? null) : typeOfTally(tally)
}
