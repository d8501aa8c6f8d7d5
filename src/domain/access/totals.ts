/** Totals of only a few people, which reveal too much about each of those who have data. */
import type { Rep, Scope } from '../company/roster.ts'
import type { Settings, Visibility } from '../company/settings.ts'
import { hasAny } from '../figures/records.ts'
import { talliesBehind } from '../figures/tallies-behind.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import type { Sums } from '../metrics/measure.ts'
import { type Metric, partsOf } from '../metrics/metric.ts'
import { isOfDeals } from '../metrics/parts.ts'

/** A total of fewer people with data than this reveals too much about each of them. */
const FEWEST_IN_TOTAL = 3
/** If nobody is named, a post about fewer people with data than this would still reveal who they are. */
const FEWEST_UNNAMED = 5
/** The asker's team is shown next to the asker's own number if at least this many people have data. */
const FEWEST_BESIDE_OWN = 5

/** What was counted for a metric, for some reps in a period. `sums` are by owner id. */
export interface Counted {
  metric: Metric
  reps: readonly Rep[]
  sums: ReadonlyMap<string, Sums>
  settings: Settings
  catalogue: Catalogue
}

/** Whether a scope has too few reps to show any total of it, whatever the numbers. A rep's own numbers are not a total. */
export function isSmallScope(scope: Scope, reps: readonly Rep[]): boolean {
  return scope.kind !== 'rep' && reps.length < FEWEST_IN_TOTAL
}

/** Whether an answer withholds a total because too few people are behind it. With nobody there is nothing to reveal. */
export function isKeptBack(scope: Scope, counted: Counted): boolean {
  const people = peopleWithData(counted)
  return scope.kind !== 'rep' && people > 0 && people < FEWEST_IN_TOTAL
}

/** Whether a team's number may be shown next to that of one of its members. */
export function isBesideOwn(counted: Counted): boolean {
  return peopleWithData(counted) >= FEWEST_BESIDE_OWN
}

/** Whether a digest may show a total. If nobody is named, it has to be of more than a few people. */
export function isTotalPosted(visibility: Visibility, counted: Counted): boolean {
  return visibility !== 'team' || peopleWithData(counted) >= FEWEST_UNNAMED
}

/** Counts reps with tallies or deals. Working time, targets and the like exist even for a rep who did nothing. */
function peopleWithData({ metric, reps, sums, settings, catalogue }: Counted): number {
  const parts = partsOf(metric)
  const data = [...talliesBehind(parts, { settings, catalogue }), ...parts.filter(isOfDeals)]
  return reps.filter((rep) => hasAny(data, sums.get(rep.id) ?? {})).length
}
