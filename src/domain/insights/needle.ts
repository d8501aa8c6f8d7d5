import type { Exact } from '../numbers/exact.ts'
import { spearman } from './correlation.ts'
import { type Found, found, lacking } from './insights.ts'

/** The fewest pairs that are enough for a correlation. */
export const FEWEST_REPS = 8

/** One rep: the value of a metric, `null` if there is none, and the bookings in the same days. */
export interface Pair {
  value: Exact | null
  revenue: Exact
}

/** How a metric correlates with bookings. `reps`: how many reps have a value, and so are included. */
export type Needle = { metric: string; reps: number } & Found<{ rho: number; weak: boolean }>

/** What moves the needle: whether reps with more of a metric book more. A correlation does not show a cause. */
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

/** The strongest correlation first, whatever its sign; then metrics without one. Ties keep their order. */
export function strongestFirst(needles: readonly Needle[]): Needle[] {
  return [...needles].sort((a, b) => strength(b) - strength(a))
}

function strength({ value }: Needle): number {
  return value === null ? -1 : Math.abs(value.rho)
}
