/** Measures a metric: summed parts in, numerator, denominator and value out, exactly. */

import { type Exact, exact, over, plus, times, toNumber, ZERO } from '../numbers/exact.ts'
import { type Measured, type Metric, type ReadPart, talliesOf } from './metric.ts'
import type { OwnPart } from './own-parts.ts'
import { addsUpOverReps, type Part } from './parts.ts'
import { type Sums, toExact } from './sums.ts'

export type { Measured } from './metric.ts'
export { type Sums, type TallySums, toExact } from './sums.ts'

/** The doubles nearest to a measured value; money in minor units, durations in ms, ratios as they are. */
export interface Value {
  value: number | null
  numerator: number | null
  denominator: number | null
}

export function measure(metric: Metric, sums: Sums): Measured {
  switch (metric.kind) {
    case 'additive':
      return plain(total(metric.tallies, sums, metric))
    case 'sum':
      return plain(isMissing(metric, sums) ? null : total(metric.parts, sums, metric))
    case 'ratio': {
      const numerator = total(metric.numerator, sums, metric)
      const denominator = total(metric.denominator, sums, metric)
      return {
        value: isMissing(metric, sums) ? null : over(numerator, denominator),
        numerator,
        denominator,
      }
    }
    case 'workedOut':
      return metric.work(reader(sums))
  }
}

/** No value, and not even its parts. */
export const UNKNOWN: Measured = { value: null, numerator: null, denominator: null }

/** Whether the part that the metric needs for a value is missing. */
function isMissing({ onlyWith }: { onlyWith: Part | null }, sums: Sums): boolean {
  return onlyWith !== null && sums[onlyWith] === undefined
}

/** A number that is not a ratio. */
export function plain(value: Exact | null): Measured {
  return { value, numerator: value, denominator: null }
}

/** Whole numbers are summed as plain numbers while that is exact: nearly all parts are whole, and a board has thousands. */
function total(parts: readonly Part[], sums: Sums, { ownParts }: Metric): Exact {
  let whole = 0
  let rest = ZERO
  for (const part of parts) {
    const amount = scaled(sums[part] ?? 0, ownParts.get(part))
    if (typeof amount === 'number') whole += amount
    else rest = plus(rest, amount)
  }
  return rest.n === 0n ? exact(whole) : plus(rest, exact(whole))
}

/** A value of a metric in the unit of its tallies. */
export function inTallies(value: Exact, metric: Metric): Exact {
  const [scale = 1n] = talliesOf(metric).map((tally) => metric.ownParts.get(tally)?.scale ?? 1n)
  return times(value, exact(scale))
}

/** An amount of a tally in the unit of its metric. */
export function inUnits(amount: number | Exact, own: OwnPart | undefined): Exact {
  return toExact(scaled(amount, own))
}

function scaled(amount: number | Exact, { scale }: Pick<OwnPart, 'scale'> = { scale: 1n }): number | Exact {
  return scale === 1n ? amount : times(toExact(amount), exact(1, scale))
}

function reader(sums: Sums): ReadPart {
  return (part) => {
    const amount = sums[part]
    if (amount === undefined) return addsUpOverReps(part) ? ZERO : null
    return toExact(amount)
  }
}

export function shown({ value, numerator, denominator }: Measured): Value {
  return { value: numberOf(value), numerator: numberOf(numerator), denominator: numberOf(denominator) }
}

function numberOf(part: Exact | null): number | null {
  return part && toNumber(part)
}
