/** What insights ask of the store beside tallies. */
import type { Day } from '../domain/calendar/day.ts'
import type { StageStay } from '../domain/facts/deal-changes.ts'
import type { DealEffort, EffortBasis } from '../domain/facts/deal-effort.ts'
import type { DealFact } from '../domain/facts/facts.ts'
import type { Tally } from '../domain/facts/tally.ts'

/** What deals and contacts add to the territories that stand in them. */
export interface TerritoryQuery {
  tallies: readonly Tally[]
  from: Day
  /** Not included. */
  until: Day
  /** The owners whose records count, each with the first day that counts no more; left out: all, up to `until`. */
  reps?: ReadonlyMap<string, Day>
}

export interface TerritorySum {
  territory: string
  tally: Tally
  amount: number
}

/** What is known of territories now: records without one, or without an owner, are in neither. */
export interface OpenTerritories {
  deals: DealFact[]
  /** Each pair once: the owner has a deal or contact in the territory. */
  owners: { territory: string; ownerId: string }[]
}

/** What insights ask beside tallies. Each answer is worked out in slices; instants are epoch milliseconds. */
export interface InsightStore {
  /** Won deals that closed in `[from, to)`, in any pipeline; `unread`: those of which HubSpot's links were not read yet. */
  efforts(
    span: { from: number; to: number },
    basis: EffortBasis,
  ): Promise<{ deals: DealEffort[]; unread: number }>
  /** Stays of deals in stages that ended in `[from, to)`, and the running stay of each open deal. */
  stageStays(from: number, to: number): Promise<StageStay[]>
  byTerritory(query: TerritoryQuery): Promise<TerritorySum[]>
  openByTerritory(): Promise<OpenTerritories>
  /** Ids of the outcomes that calls which count were ever given, in no order. */
  outcomes(): Promise<string[]>
}
