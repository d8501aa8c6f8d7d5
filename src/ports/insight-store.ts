/** What insights read from the store besides tallies. */
import type { Day } from '../domain/calendar/day.ts'
import type { StageStay } from '../domain/facts/deal-changes.ts'
import type { DealEffort, EffortBasis } from '../domain/facts/deal-effort.ts'
import type { DealFact } from '../domain/facts/facts.ts'
import type { Tally } from '../domain/facts/tally.ts'

/** Asks what deals and contacts add to tallies, by the territory recorded on them. */
export interface TerritoryQuery {
  tallies: readonly Tally[]
  from: Day
  /** Not included. */
  until: Day
  /** The owners to count records of, each with the first day that no longer counts. If left out: all, up to `until`. */
  reps?: ReadonlyMap<string, Day>
}

export interface TerritorySum {
  territory: string
  tally: Tally
  amount: number
}

/** The territories as they are now. Records without a territory or without an owner are in neither list. */
export interface OpenTerritories {
  deals: DealFact[]
  /** Each pair once: the owner has a deal or contact in the territory. */
  owners: { territory: string; ownerId: string }[]
}

/** What insights read besides tallies. Each answer is computed in slices. Instants are epoch milliseconds. */
export interface InsightStore {
  /** Won deals that closed in `[from, to)`, in any pipeline. `unread` counts those with links that were not read yet. */
  efforts(
    span: { from: number; to: number },
    basis: EffortBasis,
  ): Promise<{ deals: DealEffort[]; unread: number }>
  /** Stays of deals in a stage that ended in `[from, to)`, and the current stay of each open deal. */
  stageStays(from: number, to: number): Promise<StageStay[]>
  byTerritory(query: TerritoryQuery): Promise<TerritorySum[]>
  openByTerritory(): Promise<OpenTerritories>
  /** Ids of the outcomes that occur on calls that count, in no particular order. */
  outcomes(): Promise<string[]>
}
