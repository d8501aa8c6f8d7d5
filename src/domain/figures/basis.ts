/** What numbers rest on: how fresh and how complete the records behind them are. */
import type { Zone } from '../calendar/day.ts'
import type { FactType } from '../facts/facts.ts'
import type { IncompleteTypes } from './incomplete.ts'

/** On what an answer rests. `asOf` is the oldest moment to which a type that it uses is complete; `null`: never filled. */
export interface Basis {
  zone: Zone
  currency: string
  exponent: number
  now: number
  asOf: number | null
  /** Of the types that it uses, those that were not read whole, and why. The next two say the same for people. */
  incomplete: IncompleteTypes
  /** Types whose first fill is still under way, with the share that is done, 0 to 1, where it is known. */
  loading: { type: FactType; share: number | null }[]
  /** Types that HubSpot does not let the bot read (a scope is missing, or the token). */
  unreadable: FactType[]
  /** Whether HubSpot could not be reached at the last attempt. */
  isHubSpotDown: boolean
  /** The share of facts that stand under the present rules while they are tallied again; `null` when all do. */
  recalculated: number | null
}

/** How far the slowest type has been read, 0 to 1; `null` where nobody knows. */
export function loadedShare(loading: Basis['loading']): number | null {
  const shares = loading.flatMap(({ share }) => (share === null ? [] : [share]))
  return shares.length === 0 ? null : Math.min(...shares)
}
