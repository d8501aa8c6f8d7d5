/** Commission: what a rep earns on revenue, by tiers of attainment. */

import type { Settings } from '../company/settings.ts'
import { compare, type Exact, fromDecimal, minus, over, sum, times, ZERO } from '../numbers/exact.ts'

/** `from` is the attainment where a tier begins (1 = target reached), `rate` its share of revenue, both decimal text. */
export type Tiers = NonNullable<Settings['commission']>['tiers']

/**
 * Marginal: each part of the revenue earns the rate of its own tier, so only what is above the target is accelerated.
 * Without a target, and for revenue below 0, the first rate applies to all. Exact, in the unit of `revenue` (minor
 * units). Revenue can be a forecast. A team's commission is the sum of its reps'. Tiers must rise.
 */
export function commissionOf(
  tiers: Tiers,
  { revenue, target }: { revenue: Exact; target: Exact | null },
): Exact {
  const first = tiers[0]
  if (!first) return ZERO
  if (!target || compare(revenue, ZERO) < 0) return times(revenue, numberOf(first.rate))
  const attainment = over(revenue, target) ?? ZERO
  const parts = tiers.map(({ from, rate }, index) => {
    const next = tiers[index + 1]
    const end = next ? least(attainment, numberOf(next.from)) : attainment
    return times(numberOf(rate), atLeastZero(minus(end, numberOf(from))))
  })
  return times(target, sum(parts))
}

function numberOf(decimal: string): Exact {
  return fromDecimal(decimal) ?? ZERO
}

function least(a: Exact, b: Exact): Exact {
  return compare(a, b) < 0 ? a : b
}

function atLeastZero(value: Exact): Exact {
  return compare(value, ZERO) < 0 ? ZERO : value
}
