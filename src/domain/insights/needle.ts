import type { Exact } from '../numbers/exact.ts'
import { spearman } from './correlation.ts'
import { type Found, found, lacking } from './insights.ts'

/** So few pairs say nothing. */
export const FEWEST_REPS = 8

/** One rep: the value of a metric, `null` where it has none, and the bookings in the same days. */
export interface Pair {
  value: Exact | null
  revenue: Exact
}

/** How a metric goes with bookings. `reps`: those with a value, of whom it tells. */
export type Needle = { metric: string; reps: number } & Found<{ rho: number; weak: boolean }>

/** What moves the needle: whether reps with more of a metric book more. It tells of no cause. */
export function needleOf(metric: string, pairs: readonly Pair[]): Needle {
  const [values, revenues]: [Exact[], Exact[]] = [[], []]
  for (const { value, revenue } of pairs) {
    if (value === null) continue
    values.push(value)
    revenues.push(revenue)
  }
  const about = { metric, reps: values.length }
  if (values.length < FEWEST_REPS) return { ...about, ...lacking('too_few_reps') }
  const correlation = spearman(values, revenues)
  if (!correlation) return { ...about, ...lacking('no_variance') }
  return { ...about, ...found({ rho: correlation.rho, weak: correlation.isWeak }) }
}

/** The strongest first, whichever way it points; then those without one. Equal ones stay in the order that they came in. */
export function strongestFirst(needles: readonly Needle[]): Needle[] {
  return [...needles].sort((a, b) => strength(b) - strength(a))
}

function strength({ value }: Needle): number {
  return value === null ? -1 : Math.abs(value.rho)
}
