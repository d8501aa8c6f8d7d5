/** Totals of few people: they say too much about each of those who have data. */
import type { Rep, Scope } from '../company/roster.ts'
import type { Settings, Visibility } from '../company/settings.ts'
import { hasAny } from '../figures/records.ts'
import { talliesBehind } from '../figures/tallies-behind.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import type { Sums } from '../metrics/measure.ts'
import { type Metric, partsOf } from '../metrics/metric.ts'
import { isOfDeals } from '../metrics/parts.ts'

/** A total of fewer people with data than this tells too much about each of them. */
const FEWEST_IN_TOTAL = 3
/** Where nobody is named, a post about fewer people with data than this would tell about them all the same. */
const FEWEST_UNNAMED = 5
/** The asker's team stands beside the asker's own number from this many people with data on. */
const FEWEST_BESIDE_OWN = 5

/** What was counted of a metric for some reps in a period; `sums` are by owner id. */
export interface Counted {
  metric: Metric
  reps: readonly Rep[]
  sums: ReadonlyMap<string, Sums>
  settings: Settings
  catalogue: Catalogue
}

/** Whether a scope has so few reps that no total of it is shown, whatever the numbers. One's own numbers are no total. */
export function isSmallScope(scope: Scope, reps: readonly Rep[]): boolean {
  return scope.kind !== 'rep' && reps.length < FEWEST_IN_TOTAL
}

/** Whether an answer keeps a total back for the few people of whom it is made. Without any it tells of nobody. */
export function isKeptBack(scope: Scope, counted: Counted): boolean {
  const people = peopleWithData(counted)
  return scope.kind !== 'rep' && people > 0 && people < FEWEST_IN_TOTAL
}

/** Whether a team's number may stand beside that of one of its members. */
export function isBesideOwn(counted: Counted): boolean {
  return peopleWithData(counted) >= FEWEST_BESIDE_OWN
}

/** Whether a digest may tell a total: where nobody is named, it is not that of a few. */
export function isTotalPosted(visibility: Visibility, counted: Counted): boolean {
  return visibility !== 'team' || peopleWithData(counted) >= FEWEST_UNNAMED
}

/** Working time, targets and the like a rep has without having done anything. */
function peopleWithData({ metric, reps, sums, settings, catalogue }: Counted): number {
  const parts = partsOf(metric)
  const data = [...talliesBehind(parts, { settings, catalogue }), ...parts.filter(isOfDeals)]
  return reps.filter((rep) => hasAny(data, sums.get(rep.id) ?? {})).length
}
