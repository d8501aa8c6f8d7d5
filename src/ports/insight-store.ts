/** What insights read from the store besides tallies. */
import type { Day } from '../domain/calendar/day.ts'
import type { StageStay } from '../domain/facts/deal-changes.ts'
import type { DealEffort, EffortBasis } from '../domain/facts/deal-effort.ts'
import type { Tally } from '../domain/facts/tally.ts'
import type { CountedTally } from '../domain/metrics/metric.ts'

/** Asks what deals and contacts add to tallies, by the territory recorded on them. */
export interface TerritoryQuery {
  tallies: readonly CountedTally[]
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
  /** The reps whose records add to it. */
  reps: Set<string>
}

/** A deal that has an owner, with its territory as HubSpot stores it. */
export interface DealTerritory {
  dealId: string
  territory: string
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
  dealTerritories(): Promise<DealTerritory[]>
  /** Ids of the outcomes that occur on calls that count, in no particular order. */
  outcomes(): Promise<string[]>
}
