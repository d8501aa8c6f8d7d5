/** Totals of few people: they say too much about each of those who have data. */
import type { Rep, Scope } from '../company/roster.ts'
import type { Visibility } from '../company/settings.ts'
import { TALLIES } from '../facts/tally.ts'
import { type Sums, toExact } from '../metrics/measure.ts'
import { type Metric, talliesOf } from '../metrics/metric.ts'
import { isOfDeals, type Part, REP_PARTS } from '../metrics/parts.ts'

/** A total of fewer people with data than this tells too much about each of them. */
const FEWEST_IN_TOTAL = 3
/** Where nobody is named, a post about fewer people with data than this would tell about them all the same. */
const FEWEST_UNNAMED = 5
/** The asker's team stands beside the asker's own number from this many people with data on. */
const FEWEST_BESIDE_OWN = 5

/** Sums by owner id. */
type SumsByRep = ReadonlyMap<string, Sums>

/** Some reps, and what was counted for each of them in a period. */
export interface Counted {
  reps: readonly Rep[]
  sums: SumsByRep
}

/** Whether a scope has so few reps that no total of it is shown, whatever the numbers. One's own numbers are no total. */
export function isSmallScope(scope: Scope, reps: readonly Rep[]): boolean {
  return scope.kind !== 'rep' && reps.length < FEWEST_IN_TOTAL
}

/** Whether an answer keeps a total back for the few people of whom it is made. Without any it tells of nobody. */
export function isKeptBack(scope: Scope, counted: Counted): boolean {
  const people = peopleWith(DATA_PARTS, counted)
  return scope.kind !== 'rep' && people > 0 && people < FEWEST_IN_TOTAL
}

/** Whether a team's number may stand beside that of one of its members. */
export function isBesideOwn(counted: Counted): boolean {
  return peopleWith(DATA_PARTS, counted) >= FEWEST_BESIDE_OWN
}

/** Whether a digest may tell the total of a metric: where nobody is named, it is not that of a few. */
export function isTotalPosted(metric: Metric, visibility: Visibility, counted: Counted): boolean {
  return visibility !== 'team' || peopleWith(talliesOf(metric), counted) >= FEWEST_UNNAMED
}

/** Working time, targets and the like a rep has without having done anything. */
const DATA_PARTS: readonly Part[] = [...TALLIES, ...REP_PARTS.filter(isOfDeals)]

function peopleWith(parts: readonly Part[], { reps, sums }: Counted): number {
  return reps.filter((rep) => hasAny(parts, sums.get(rep.id) ?? {})).length
}

function hasAny(parts: readonly Part[], sums: Sums): boolean {
  return parts.some((part) => toExact(sums[part] ?? 0).n !== 0n)
}
