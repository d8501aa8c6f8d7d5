/** Stalled deals: open ones that should have closed by now. */
import { dayOf, daysBetween, type Zone } from '../calendar/day.ts'
import type { Exact } from '../numbers/exact.ts'
import type { OpenDeal } from './open-deals.ts'

/**
 * A moment (epoch ms) in the rep's zone. `cycle`: days that a sale took over the 365 days before today in the rep's
 * primary team, or everyone's without one; `null` where nothing was won.
 */
export interface StalledBasis {
  at: number
  zone: Zone
  cycle: Exact | null
}

/** The deals that were due before today, or are older than two sales cycles. */
export function stalledDeals(deals: readonly OpenDeal[], { at, zone, cycle }: StalledBasis): OpenDeal[] {
  const today = dayOf(at, zone)
  const oldest = cycle && twiceInWholeDays(cycle)
  return deals.filter(({ createdDay, closeDay }) => {
    if (closeDay !== null && closeDay < today) return true
    return oldest !== null && createdDay !== null && daysBetween(createdDay, today) > oldest
  })
}

export function countStalled(deals: readonly OpenDeal[], basis: StalledBasis): number {
  return stalledDeals(deals, basis).length
}

/** Ages are whole days: one is above a fraction as soon as it is above the whole days in it. */
function twiceInWholeDays({ n, d }: Exact): number {
  return Number((2n * n) / d)
}
