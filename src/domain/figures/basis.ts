/** The basis of numbers: how fresh and how complete the records behind them are. */
import type { Zone } from '../calendar/day.ts'
import type { OwnProblem } from '../company/own-tallies.ts'
import { isOwnTally, type OwnTallyName } from '../facts/tally.ts'
import type { ShownIncomplete, ShownSource } from './incomplete.ts'

/** The basis of an answer. `asOf` is the earliest moment up to which a type it uses is complete; `null`: none filled. */
export interface Basis {
  zone: Zone
  currency: string
  exponent: number
  now: number
  asOf: number | null
  /**
   * The types it uses that have never been read completely, and why. `loading` and `unreadable` say the same for people.
   */
  incomplete: ShownIncomplete
  /** Types in their first fill, with the share that is done, 0 to 1; `null` if it is not known. */
  loading: { type: ShownSource; share: number | null }[]
  /** Types that HubSpot does not let the bot read, because a scope or the token is missing. */
  unreadable: ShownSource[]
  /** Tallies of own metrics that cannot be computed from what HubSpot has, whatever is read. */
  problems: TallyProblem[]
  /** What people call the object types beyond the eight, and those of own metrics. */
  labels: Readonly<Partial<Record<ShownSource, string>>>
  /** Whether HubSpot could not be reached at the last attempt. */
  isHubSpotDown: boolean
  /** The share of facts tallied under the present rules while facts are re-tallied; `null` if all are. */
  recalculated: number | null
}

export interface TallyProblem extends Omit<OwnProblem, 'reason'> {
  tally: OwnTallyName
  reason: Exclude<OwnProblem['reason'], 'loading' | 'forbidden'>
}

/** What keeps numbers back. */
export type Lacking = Pick<Basis, 'loading' | 'unreadable' | 'problems' | 'labels'>

/** The object types that the bot may not read, as HubSpot's scopes are looked up for them. */
export function refusedObjects({ unreadable, labels }: Pick<Basis, 'unreadable' | 'labels'>): string[] {
  return unreadable.map((source) => (isOwnTally(source) ? (labels[source] ?? source) : source))
}

/** How far the slowest type has been read, 0 to 1; `null` if unknown. */
export function loadedShare(loading: Basis['loading']): number | null {
  const shares = loading.flatMap(({ share }) => (share === null ? [] : [share]))
  return shares.length === 0 ? null : Math.min(...shares)
}
