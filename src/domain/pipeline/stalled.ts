/** Stalled deals: open deals that should have closed by now. */
import { dayOf, daysBetween, type Zone } from '../calendar/day.ts'
import type { Exact } from '../numbers/exact.ts'
import type { OpenDeal } from './open-deals.ts'

/**
 * A moment (epoch ms) in the rep's time zone. `cycle` is the sales cycle in days over the 365 days before today, of the
 * rep's primary team or, without a team, of everyone; `null` if nothing was won.
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

/** Ages are whole days, so an age exceeds a fractional limit as soon as it exceeds the whole part of the limit. */
function twiceInWholeDays({ n, d }: Exact): number {
  return Number((2n * n) / d)
}
