/** Facts, their tallies, and how far each type has been read. */
import type { Day } from '../domain/calendar/day.ts'
import type { Rules } from '../domain/company/rules.ts'
import type { DealFact, Fact, FactType, FurtherType, SyncedFact, SyncedType } from '../domain/facts/facts.ts'
import type { Tally } from '../domain/facts/tally.ts'
import type { CountedTally } from '../domain/metrics/metric.ts'
import type { Merge, SkippedRecord, SourceFault } from './source.ts'

/** How far a type has been read. Everything modified up to `asOf` is stored; `null` until the first fill is complete. */
export interface Cursor {
  type: SyncedType
  /** Continues an unfinished first fill. */
  fillCursor: string | null
  /** HubSpot's time when the first fill began. */
  fillStartedAt: number | null
  asOf: number | null
  /** Records read by the first fill so far. */
  filled: number
  /** How many records HubSpot reported when the first fill began; `null` if it did not report it. */
  total: number | null
  /** The last failure, cleared by the next success. */
  error: string | null
  /** The kind of the last failure. */
  fault: SourceFault | null
}

/** Of a type that has never been read. */
export function unreadCursor(type: SyncedType): Cursor {
  return {
    type,
    fillCursor: null,
    fillStartedAt: null,
    asOf: null,
    filled: 0,
    total: null,
    error: null,
    fault: null,
  }
}

export interface SavedPage {
  type: SyncedType
  facts: readonly SyncedFact[]
  skipped: readonly SkippedRecord[]
  /** Records that were merged into another: what they added is subtracted, and late versions of them are ignored. */
  merges?: readonly Merge[]
  /** Ids of records that no longer exist. */
  gone?: readonly string[]
  /** HubSpot's time of the page (epoch ms). */
  at?: number
  /**
   * Set if the records were read by their ids: the database's time before that read. HubSpot's answer is then their
   * present state and wins over everything saved before, whatever the modification stamps say.
   */
  askedAt?: number
  /** Saved in the same transaction as the facts. Left out by passes that keep their own position. */
  cursor?: Cursor
  /** Also saved in the same transaction. */
  pass?: PassState
}

/** How far a pass over a type has come. `position` continues one that has begun but not ended. */
export interface PassState {
  pass: string
  type: SyncedType
  position: string | null
  beganAt: number | null
  endedAt: number | null
}

/** A change to a deal that was already closed, so that past numbers changed. */
export interface Restatement {
  type: SyncedType
  id: string
  reason: 'removed' | 'merged' | 'owner' | 'amount' | 'closeDate' | 'reopened'
  at: number
}

export interface TallyQuery {
  tallies: readonly Tally[]
  from: Day
  /** Not included. */
  until: Day
  /** Owner ids. If left out: all. */
  reps?: readonly string[]
  /** The moment as of which meetings ahead count. If left out: the moment up to which the store has let facts mature. */
  at?: number
}

/** Asks for the sums of several spans of days at once. */
export interface TotalsQuery extends Pick<TallyQuery, 'tallies' | 'at'> {
  /** Days `[from, until)`. They may overlap. */
  spans: readonly { from: Day; until: Day }[]
  /** Owner ids. */
  reps: readonly string[]
}

/** Sums of several reps together. A tally that is not in it is 0. */
export type TallyTotals = Readonly<Partial<Record<Tally, number>>>

export interface TallySum {
  rep: string
  tally: Tally
  amount: number
}

export interface TallyDay extends TallySum {
  day: Day
}

/** A difference between the stored tallies and those recomputed from the facts. */
export interface TallyDifference {
  rep: string
  /** Or a month, `2026-10`, if the stored sum of that month differs. */
  day: Day
  tally: string
  stored: number
  expected: number
}

export interface Verification {
  facts: number
  /** Stored ones that are not 0. */
  tallies: number
  /** How many differ. */
  differing: number
  /** The first 1,000 of them. */
  differences: TallyDifference[]
}

/** Asks which facts of a type add to tallies. */
export interface BehindQuery {
  type: SyncedType
  tallies: readonly CountedTally[]
  from: Day
  /** Not included. */
  until: Day
  /** The owners to count records of, each with the first day that no longer counts. */
  reps: ReadonlyMap<string, Day>
  /** The moment as of which meetings ahead count. */
  at: number
  /** How many facts are listed at most. */
  limit: number
}

/** A fact with everything that it adds to the requested tallies. `day` is the latest day on which it adds something. */
export interface FactBehind {
  id: string
  rep: string
  day: Day
  adds: { tally: CountedTally; amount: number }[]
}

/** How many facts add something, and the newest of those, newest first. */
export interface FactsBehind {
  counted: number
  /** Those of them that are deals without an amount that is known: they add 0. */
  withoutAmount: number
  newest: FactBehind[]
}

/** Facts to be re-tallied: how many when it began, and how many are left. */
export interface Outdated {
  total: number
  outdated: number
  /** The own metrics that earlier rules counted otherwise or not at all, whose tallies are a mixture until the end. */
  metrics: readonly string[]
}

export interface FactStore {
  /**
   * Saves facts, the change of their tallies, skipped records and the cursor in one transaction, under `rules` or under
   * newer rules that were adopted since these were read.
   */
  savePage(page: SavedPage, rules: Rules): Promise<{ changed: number; removed: number }>
  /** Starts to count the facts that count from a moment up to `now`, such as meetings. Returns how many. */
  mature(now: number): Promise<number>
  /** Re-tallies up to `limit` facts under `rules`. Returns how many are still tallied under older ones. */
  retally(rules: Rules, limit: number): Promise<number>
  /** What is still to be re-tallied under `rules`. */
  countOutdated(rules: Rules): Promise<Outdated>
  count(type: SyncedType): Promise<number>
  /** Open deals (neither closed nor won) whose close date is in `[from, to)`, epoch ms. */
  openDealsDue(from: number, to: number): Promise<DealFact[]>
  /** The latest 1,000 records that were left out. */
  skipped(): Promise<{ type: SyncedType; id: string | null; reason: string; at: number }[]>
  /** How many records of each type were left out. Types without any are not listed. */
  countSkipped(): Promise<{ type: SyncedType; count: number }[]>
  /** Stored ids of a type, in order, after a given one. */
  storedIds(type: SyncedType, afterId: string | null, limit: number): Promise<string[]>
  /** Facts of a type in order of their id, after a given one; with `noneOf`, only those of none of these owners. */
  scan(type: FactType, afterId: string | null, limit: number, noneOf?: readonly string[]): Promise<Fact[]>
  /**
   * Forgets a slice of the facts of a type, with all that they added, and lastly the type itself. Returns whether it is
   * forgotten. A type of which some is forgotten counts as never read.
   */
  forget(type: FurtherType): Promise<boolean>
  restatements(since: number): Promise<Restatement[]>
  /** Goes through all facts of the type, in slices. */
  behind(query: BehindQuery): Promise<FactsBehind>
}

export interface TallyStore {
  /** Sums over the days of the query, by rep and tally. */
  sum(query: TallyQuery): Promise<TallySum[]>
  /** The same amounts, by day. */
  byDay(query: TallyQuery): Promise<TallyDay[]>
  /** The sums of all these reps together over each span, in the order of the spans. */
  totals(query: TotalsQuery): Promise<TallyTotals[]>
  /** Recomputes all tallies from the facts and compares them with the stored ones. */
  verify(): Promise<Verification>
}
