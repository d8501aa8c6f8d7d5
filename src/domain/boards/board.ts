/** Boards: standings ranked as in sport (1, 2, 2, 4), with ties, small samples and unranked reps. */

import { nameOf, type Owner } from '../company/people.ts'
import { type Measured, shown, type Value } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import { compare, toNumber } from '../numbers/exact.ts'

/** One rep's row. `rank` is `null` for a rep without a value; `isSmallSample` reps are ranked after all others. */
export interface Standing {
  rank: number | null
  rep: string
  name: string
  value: Value
  isSmallSample: boolean
}

/** What ranking needs to know about a metric. */
export type Ranked = Pick<Metric, 'id' | 'better' | 'minimumSample'>

export interface Board {
  metric: string
  better: 'up' | 'down'
  /** Ranked reps first, in order; then the unranked ones by name. */
  standings: Standing[]
}

interface Entry {
  owner: Owner
  measured: Measured
  isSmallSample: boolean
  /** In lower case. */
  name: string
  /** The value's nearest double: if two of these differ, they decide the order without exact arithmetic. */
  near: number | null
}

/** A rep with the measured value of a metric. */
export interface MeasuredRep {
  owner: Owner
  measured: Measured
}

/** Ranks reps by a metric. Archived owners belong on no board: leave them out before calling this. */
export function rankReps(metric: Ranked, reps: readonly MeasuredRep[]): Board {
  return { metric: metric.id, better: metric.better, standings: placesOf(metric, reps).map(toStanding) }
}

/** The same order, with the ranks only. */
export function ranksOf(
  metric: Ranked,
  reps: readonly MeasuredRep[],
): { rep: string; rank: number | null }[] {
  return placesOf(metric, reps).map(({ entry, rank }) => ({ rep: entry.owner.id, rank }))
}

interface Place {
  entry: Entry
  rank: number | null
}

/** Equal reps share the rank of the first of them. */
function placesOf(metric: Ranked, reps: readonly MeasuredRep[]): Place[] {
  const entries = reps.map(({ owner, measured }) => ({
    owner,
    measured,
    isSmallSample: isSmallSample(metric, measured),
    name: nameOf(owner).toLowerCase(),
    near: measured.value && toNumber(measured.value),
  }))
  const ordered = entries.sort((a, b) => byPlace(metric, a, b) || byName(a, b))
  let first = 0
  return ordered.map((entry, index) => {
    const before = ordered[index - 1]
    if (!before || byPlace(metric, before, entry) !== 0) first = index
    return { entry, rank: entry.measured.value === null ? null : first + 1 }
  })
}

function isSmallSample(metric: Ranked, { denominator }: Measured): boolean {
  return denominator !== null && toNumber(denominator) < metric.minimumSample
}

function byPlace(metric: Ranked, a: Entry, b: Entry): number {
  const [x, y] = [a.measured.value, b.measured.value]
  if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0)
  if (a.isSmallSample !== b.isSmallSample) return a.isSmallSample ? 1 : -1
  const order = (a.near ?? 0) - (b.near ?? 0) || compare(x, y)
  return metric.better === 'up' ? -order : order
}

/** By name without regard to case, then by owner id. Compares code units, so the order is the same on every machine. */
function byName(a: Entry, b: Entry): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return Number(a.owner.id) - Number(b.owner.id)
}

function toStanding({ entry, rank }: Place): Standing {
  const { owner, measured, isSmallSample: small } = entry
  return { rank, rep: owner.id, name: nameOf(owner), value: shown(measured), isSmallSample: small }
}
