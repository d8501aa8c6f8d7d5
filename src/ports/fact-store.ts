/** Facts, their tallies, and how far each type was read. */
import type { Day } from '../domain/calendar/day.ts'
import type { Rules } from '../domain/company/rules.ts'
import type { DealFact, Fact, FactType, MeetingFact } from '../domain/facts/facts.ts'
import type { NamedTally, Tally } from '../domain/facts/tally.ts'
import type { Merge, SkippedRecord, SourceFault } from './source.ts'

/** How far a type was read. Everything modified up to `asOf` is in the store; `null` until the first fill is complete. */
export interface Cursor {
  type: FactType
  /** Continues an unfinished first fill. */
  fillCursor: string | null
  /** HubSpot's time when the first fill began. */
  fillStartedAt: number | null
  asOf: number | null
  /** Records read by the first fill so far. */
  filled: number
  /** How many records HubSpot said there are when the first fill began; `null` where it did not. */
  total: number | null
  /** The last failure, cleared by the next success. */
  error: string | null
  /** The kind of the last failure. */
  fault: SourceFault | null
}

export interface SavedPage {
  type: FactType
  facts: readonly Fact[]
  skipped: readonly SkippedRecord[]
  /** Records that went into another: what they added is taken back, and their ids lead to that one. */
  merges?: readonly Merge[]
  /** Ids of records that are no more. */
  gone?: readonly string[]
  /** HubSpot's time of the page (epoch ms). */
  at?: number
  /**
   * Where the records were asked for by their ids: the database's time before that. What HubSpot says of them is how they
   * are now, and wins over all that was saved before, whatever the stamps are.
   */
  askedAt?: number
  /** Saved in the same transaction as the facts; left out by passes that have a position of their own. */
  cursor?: Cursor
  /** Saved in the same transaction as well. */
  pass?: PassState
}

/** How far a pass over a type is. `position` continues one that has begun and not ended. */
export interface PassState {
  pass: string
  type: FactType
  position: string | null
  beganAt: number | null
  endedAt: number | null
}

/** A change that altered numbers of deals that were closed already. */
export interface Restatement {
  type: FactType
  id: string
  reason: 'removed' | 'merged' | 'owner' | 'amount' | 'closeDate' | 'reopened'
  at: number
}

export interface TallyQuery {
  tallies: readonly Tally[]
  from: Day
  /** Not included. */
  until: Day
  /** Owner ids; left out: all. */
  reps?: readonly string[]
  /** The moment as of which meetings ahead count; left out: the store's own clock position. */
  at?: number
}

export interface TallySum {
  rep: string
  tally: Tally
  amount: number
}

export interface TallyDay extends TallySum {
  day: Day
}

/** A difference between the tallies stored and those worked out anew from the facts. */
export interface TallyDifference {
  rep: string
  /** Or a month, `2026-10`, where the sum that is kept of it differs. */
  day: Day
  tally: string
  stored: number
  expected: number
}

/** Which facts of a type add to tallies. */
export interface BehindQuery {
  type: FactType
  tallies: readonly NamedTally[]
  from: Day
  /** Not included. */
  until: Day
  /** The owners whose records count, each with the first day that counts no more. */
  reps: ReadonlyMap<string, Day>
  /** The moment as of which meetings ahead count. */
  at: number
  /** How many of them are named. */
  limit: number
}

/** A fact with all that it adds to the tallies asked for; `day` is the latest on which it does. */
export interface FactBehind {
  id: string
  rep: string
  day: Day
  adds: { tally: NamedTally; amount: number }[]
}

/** How many facts add something, and the newest of them, newest first. */
export interface FactsBehind {
  counted: number
  newest: FactBehind[]
}

export interface FactStore {
  /**
   * Saves facts, their tallies by difference, what was skipped and the cursor, in one transaction: under `rules`, or
   * under those that have been adopted since they were read.
   */
  savePage(page: SavedPage, rules: Rules): Promise<{ changed: number; removed: number }>
  /** Takes facts out, with all that they added. */
  remove(type: FactType, ids: readonly string[]): Promise<number>
  /** Lets facts whose time has come by `now` begin to count. Returns how many. */
  mature(now: number): Promise<number>
  /** Tallies up to `limit` facts anew under `rules`. Returns how many still stand under older ones. */
  retally(rules: Rules, limit: number): Promise<number>
  /** Facts in all, and those that stand under other rules than `rules`. */
  countOutdated(rules: Rules): Promise<{ total: number; outdated: number }>
  count(type: FactType): Promise<number>
  /** Open deals (neither closed nor won) whose close date is in `[from, to)`, epoch ms. */
  openDealsDue(from: number, to: number): Promise<DealFact[]>
  meetingsCountingFrom(from: number, to: number): Promise<MeetingFact[]>
  /** The latest 1,000 records that were left out. */
  skipped(): Promise<{ type: FactType; id: string | null; reason: string; at: number }[]>
  /** How many records of each type were left out; types without any are not in it. */
  countSkipped(): Promise<{ type: FactType; count: number }[]>
  /** Ids of a type that are held, in order, after one of them. */
  heldIds(type: FactType, afterId: string | null, limit: number): Promise<string[]>
  /** Facts of a type in order of their id, after one of them. */
  scan(type: FactType, afterId: string | null, limit: number): Promise<Fact[]>
  /** The record into which one was merged at last; the id itself where it was not. */
  resolve(type: FactType, id: string): Promise<string>
  restatements(since: number): Promise<Restatement[]>
  /** Goes through all facts of the type, in slices. */
  behind(query: BehindQuery): Promise<FactsBehind>
}

export interface TallyStore {
  /** Sums over the days of the query, by rep and tally. */
  sum(query: TallyQuery): Promise<TallySum[]>
  /** The same, by day. */
  byDay(query: TallyQuery): Promise<TallyDay[]>
  /** Works all tallies out anew from the facts and compares. */
  verify(): Promise<{ facts: number; tallies: number; differences: TallyDifference[] }>
}
