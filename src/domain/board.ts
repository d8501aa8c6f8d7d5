/** Boards: standings ranked as sport does it (1, 2, 2, 4), with ties, small samples and the unranked. */
import { compare, type Exact, toNumber } from './exact.ts'
import { type Measured, shown, type Value } from './metrics/measure.ts'
import type { Metric } from './metrics/metric.ts'
import { nameOf, type Owner } from './people.ts'

/** One rep's place. `rank` is `null` for a rep without a value; `isSmallSample` reps are ranked after all others. */
export interface Standing {
  rank: number | null
  rep: string
  name: string
  value: Value
  isSmallSample: boolean
}

/** What ranking needs to know of a metric. */
export type Ranked = Pick<Metric, 'id' | 'better' | 'minimumSample'>

export interface Board {
  metric: string
  /** Ranked ones first, in order; then the unranked by name. */
  standings: Standing[]
}

interface Entry {
  owner: Owner
  measured: Measured
  isSmallSample: boolean
}

/** Ranks reps by a metric. Archived owners are in no board: leave them out before. */
export function rankReps(metric: Ranked, reps: readonly { owner: Owner; measured: Measured }[]): Board {
  const entries = reps.map((rep) => ({ ...rep, isSmallSample: isSmallSample(metric, rep.measured) }))
  const ordered = entries.sort((a, b) => byPlace(metric, a, b) || byName(a.owner, b.owner))
  return {
    metric: metric.id,
    standings: ordered.map((entry, index) => toStanding(entry, rankOf(metric, ordered, index))),
  }
}

function isSmallSample(metric: Ranked, { denominator }: Measured): boolean {
  return denominator !== null && toNumber(denominator) < metric.minimumSample
}

function byPlace(metric: Ranked, a: Entry, b: Entry): number {
  const [x, y] = [a.measured.value, b.measured.value]
  if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0)
  if (a.isSmallSample !== b.isSmallSample) return a.isSmallSample ? 1 : -1
  return byValue(metric, x, y)
}

function byValue(metric: Ranked, a: Exact, b: Exact): number {
  return metric.better === 'up' ? compare(b, a) : compare(a, b)
}

/** By name without regard to case, then by owner id; code points, so that every machine gives one order. */
export function byName(a: Owner, b: Owner): number {
  const [x, y] = [nameOf(a).toLowerCase(), nameOf(b).toLowerCase()]
  if (x !== y) return x < y ? -1 : 1
  return Number(a.id) - Number(b.id)
}

/** Equal ones share the place of the first of them. */
function rankOf(metric: Ranked, ordered: readonly Entry[], index: number): number | null {
  const entry = ordered[index]
  if (!entry || entry.measured.value === null) return null
  let first = index
  for (
    let before = ordered[first - 1];
    before && byPlace(metric, before, entry) === 0;
    before = ordered[first - 1]
  )
    first--
  return first + 1
}

function toStanding({ owner, measured, isSmallSample: small }: Entry, rank: number | null): Standing {
  return { rank, rep: owner.id, name: nameOf(owner), value: shown(measured), isSmallSample: small }
}
