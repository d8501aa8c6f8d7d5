/** Measures a metric: summed tallies in, numerator, denominator and value out, exactly. */
import { type Exact, exact, over, toNumber } from '../exact.ts'
import type { Tally } from '../tally.ts'
import type { Metric } from './metric.ts'

/** Sums of tallies of one scope and period; a tally that is not there is 0. */
export type Sums = Readonly<Partial<Record<Tally, number>>>

/** An exact value. A number that is no ratio has itself as numerator and no denominator. */
export interface Measured {
  value: Exact | null
  numerator: Exact | null
  denominator: Exact | null
}

/** The nearest doubles of a measured value; money in minor units, durations in ms, ratios as they are. */
export interface Value {
  value: number | null
  numerator: number | null
  denominator: number | null
}

export function measure(metric: Metric, sums: Sums): Measured {
  if (metric.kind === 'additive') {
    const total = exact(sumOf(metric.tallies, sums))
    return { value: total, numerator: total, denominator: null }
  }
  const numerator = exact(sumOf(metric.numerator, sums))
  const denominator = exact(sumOf(metric.denominator, sums))
  return { value: over(numerator, denominator), numerator, denominator }
}

function sumOf(tallies: readonly Tally[], sums: Sums): number {
  return tallies.reduce((total, tally) => total + (sums[tally] ?? 0), 0)
}

export function shown({ value, numerator, denominator }: Measured): Value {
  return { value: numberOf(value), numerator: numberOf(numerator), denominator: numberOf(denominator) }
}

function numberOf(part: Exact | null): number | null {
  return part && toNumber(part)
}
