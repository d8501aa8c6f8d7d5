/** Ports: all that use cases may ask of the world. */
import type { Day } from './domain/calendar/day.ts'
import type {
  Account,
  CallOutcome,
  Directory,
  ExchangeRate,
  Owner,
  Pipeline,
  Team,
  User,
} from './domain/company/people.ts'
import type { Rules, RulesBody } from './domain/company/rules.ts'
import type { Settings } from './domain/company/settings.ts'
import type { Message } from './domain/digest/message.ts'
import type { DealChange, StageStay } from './domain/facts/deal-changes.ts'
import type { DealEffort, EffortType } from './domain/facts/deal-effort.ts'
import type { DealFact, Fact, FactType, MeetingFact } from './domain/facts/facts.ts'
import type { NamedTally, Tally } from './domain/facts/tally.ts'
import type { WonDeal } from './domain/pipeline/companies.ts'
import type { PipelineDeal } from './domain/pipeline/open-deals.ts'
import type { DealHistory, DueSpan } from './domain/pipeline/past-deals.ts'
import type { Quota } from './domain/quotas/quota.ts'

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

/** Where diagnostics go: what happened, in fields and a sentence. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

// ─── HubSpot ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A record that was left out, and why. `id` is `null` when not even that could be read. */
export interface SkippedRecord {
  id: string | null
  reason: string
}

/** Properties that the settings name; `null`: none. Cost and contract years are of deals, territories of contacts too. */
export interface NamedProperties {
  cost: string | null
  contractYears: string | null
  territory: string | null
}

/** `from` was merged and its id now answers with `into`. */
export interface Merge {
  from: string
  into: string
}

/** What became of records that are held. `gone`: deleted, erased or archived. */
export interface HeldRecords {
  facts: Fact[]
  skipped: SkippedRecord[]
  gone: string[]
  merges: Merge[]
  serverTime: number
}

/** One page of facts. `serverTime` is HubSpot's `Date` header (epoch ms); `next` continues the reading, `null` ends it. */
export interface FactPage {
  facts: Fact[]
  skipped: SkippedRecord[]
  /** Records that went into one of the page. */
  merges: Merge[]
  next: string | null
  serverTime: number
}

/** A goal of HubSpot's that is no quota, and why. */
export interface SkippedGoal {
  id: string
  reason: string
}

/**
 * HubSpot, read only. Every call paces itself and retries what passes; it rejects with a `SourceError` when it gives up.
 */
export interface Source {
  account(): Promise<Account>
  /** Active owners and archived ones, with the teams that they name. */
  owners(): Promise<{ owners: Owner[]; teams: Team[] }>
  pipelines(): Promise<Pipeline[]>
  /** Empty where the account has one currency. */
  exchangeRates(): Promise<ExchangeRate[]>
  /** The outcomes that calls can have; empty where the token may not read them. */
  callOutcomes(): Promise<CallOutcome[]>
  goals(directory: Directory): Promise<{ quotas: Quota[]; skipped: SkippedGoal[] }>
  /** One page of all records of a type in order of their id, after `cursor` (`null`: from the first). */
  listPage(type: FactType, cursor: string | null, named?: NamedProperties): Promise<FactPage>
  /** One page of the records of a type that were modified in `[from, to)` (epoch ms), by id, after the id `cursor`. */
  changedPage(
    type: FactType,
    window: { from: number; to: number },
    cursor: string | null,
    named?: NamedProperties,
  ): Promise<FactPage>
  /** One page of all records of a type from the highest id down, below `cursor` (`null`: from the top), by search. */
  pageFromAbove(type: FactType, cursor: string | null, named?: NamedProperties): Promise<FactPage>
  /** Reads records that are held by their ids, at most 100: as they are now, gone, or merged into another. */
  readHeld(type: FactType, ids: readonly string[], named?: NamedProperties): Promise<HeldRecords>
  /** The kept changes of deals, at most 50 of them, each deal's oldest first. */
  dealChanges(ids: readonly string[]): Promise<DealChange[]>
  /** The company of each deal, at most 1,000: the primary one, else the one with the lowest id, else `null`. */
  dealCompanies(ids: readonly string[]): Promise<{ dealId: string; companyId: string | null }[]>
  /** The activities of a type that deals are linked with, of at most 1,000; a deal that HubSpot cannot tell of is left out. */
  dealActivities(
    ids: readonly string[],
    type: EffortType,
  ): Promise<{ dealId: string; activityIds: string[] }[]>
  /** HubSpot's users with zone and working hours; empty where the token may not read them. */
  users(): Promise<User[]>
  /** How many records of a type there are, to measure a first fill by. */
  count?(type: FactType): Promise<number>
}

export const SOURCE_FAULTS = ['unauthorized', 'forbidden', 'dailyLimit', 'unreachable', 'refused'] as const

/** Why HubSpot could not be read. */
export type SourceFault = (typeof SOURCE_FAULTS)[number]

/** What a `Source` rejects with. `until` (epoch ms): when reading can go on, where HubSpot says so. */
export interface SourceError extends Error {
  fault: SourceFault
  until?: number | undefined
}

export function isSourceError(error: unknown): error is SourceError {
  return error instanceof Error && 'fault' in error && SOURCE_FAULTS.some((fault) => fault === error.fault)
}

// ─── Store ─────────────────────────────────────────────────────────────────────────────────────────────────────────

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
  /** Saved in the same transaction as the facts; left out by passes that have a position of their own. */
  cursor?: Cursor
  /** Saved in the same transaction as well. */
  pass?: PassState
  /** Nothing is saved when the lease has passed to somebody else: rejects with `LeaseLostError`. */
  lease?: Lease | undefined
}

/** How far a pass over a type is. `position` continues one that has begun and not ended. */
export interface PassState {
  pass: string
  type: FactType
  position: string | null
  beganAt: number | null
  endedAt: number | null
}

/** The right to do something alone, until it runs out. Who takes it over has a higher epoch. */
export interface Lease {
  name: string
  holder: string
  epoch: number
}

/** The lease has passed to another process: what this one was about to save is void. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

export interface LeaseWish {
  name: string
  holder: string
  /** Epoch ms. */
  now: number
  forMs: number
  /** What was taken less than so long ago is left alone, although it was given back. */
  restMs?: number | undefined
}

export interface LeaseStore {
  /** `null` while somebody else holds it, and while it rests. */
  acquire(wish: LeaseWish): Promise<Lease | null>
  /** False when it was lost. */
  renew(lease: Lease, now: number, forMs: number): Promise<boolean>
  release(lease: Lease): Promise<void>
  /** Who holds which leases now. */
  held(now: number): Promise<{ name: string; holder: string }[]>
}

/** `max` requests in `intervalMs`; `max` need not be whole. */
export interface RateLimit {
  max: number
  intervalMs: number
}

/** One row of slots for each kind of request, from which all replicas take. */
export interface BudgetStore {
  /**
   * Takes the next `amount` slots of a kind, spaced by `intervalMs / max`, from `now` (epoch ms) on or after the last one
   * taken. `granted` slots begin at `now + waitMs`; with none granted, ask again after `waitMs`.
   */
  take(
    kind: 'general' | 'search',
    amount: number,
    now: number,
    rate: RateLimit,
  ): Promise<{ granted: number; waitMs: number }>
}

/** A change that altered numbers of deals that were closed already. */
export interface Restatement {
  type: FactType
  id: string
  reason: 'removed' | 'merged' | 'owner' | 'amount' | 'closeDate' | 'reopened'
  at: number
}

/** A deal whose details are older than the deal: read for the version that was modified at `modifiedAt`. */
export interface DealDue {
  id: string
  modifiedAt: number
}

/** An activity that a deal is linked with. */
export interface DealLink {
  dealId: string
  type: EffortType
  activityId: string
}

/** What is read of deals apart from their records. */
export interface DealDetailStore {
  lackingChanges(limit: number): Promise<DealDue[]>
  lackingCompany(limit: number): Promise<DealDue[]>
  /** Replaces the kept changes of these deals, and their stage entries with what these add. */
  saveChanges(
    due: readonly DealDue[],
    changes: readonly DealChange[],
    rules: Rules,
    lease?: Lease,
  ): Promise<void>
  saveCompanies(
    due: readonly DealDue[],
    companies: ReadonlyMap<string, string | null>,
    rules: Rules,
    lease?: Lease,
  ): Promise<void>
  /** Won deals that closed since an instant (epoch ms), latest closed last. */
  lackingActivities(closedSince: number, limit: number): Promise<DealDue[]>
  /** Replaces the links of these deals with activities. */
  saveActivities(due: readonly DealDue[], links: readonly DealLink[], lease?: Lease): Promise<void>
  /** Links with activities are read again, of all deals. */
  forgetActivities(): Promise<void>
  /** Companies are read again: links change without any change of the deal. */
  forgetCompanies(): Promise<void>
  changesOf(ids: readonly string[]): Promise<DealChange[]>
}

/**
 * Deals as pipeline, forecast and accounts need them. Each answer is read in slices; no order is promised. Where there
 * are very many, only what `make` makes of a slice is kept.
 */
export interface DealReads {
  /** The deals that are neither closed nor won. */
  open<T>(make: (slice: readonly PipelineDeal[]) => readonly T[]): Promise<T[]>
  /** Won deals with a close date in `[from, to)`, epoch ms. */
  wonBetween(from: number, to: number): Promise<WonDeal[]>
  /** Owner and close date of each deal that is closed or won at a date after `at`, epoch ms. */
  closedAhead(at: number): Promise<{ ownerId: string; closesAt: number }[]>
  /** Deals of owners of which the present or a former close date lies in the span, created before its bound. */
  everDue<T>(span: DueSpan, make: (slice: readonly DealHistory[]) => readonly T[]): Promise<T[]>
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
  efforts(from: number, to: number): Promise<{ deals: DealEffort[]; unread: number }>
  /** Stays of deals in stages that ended in `[from, to)`, and the running stay of each open deal. */
  stageStays(from: number, to: number): Promise<StageStay[]>
  byTerritory(query: TerritoryQuery): Promise<TerritorySum[]>
  openByTerritory(): Promise<OpenTerritories>
  /** Ids of the outcomes that calls which count were ever given, in no order. */
  outcomes(): Promise<string[]>
}

export type DeliveryState = 'pending' | 'claimed' | 'sending' | 'sent' | 'uncertain' | 'unknown' | 'failed'

/** A message that must reach a place exactly once. */
export interface Delivery {
  id: string
  /** What, local date and where: unique for ever. */
  key: string
  channel: string
  /** Frozen when the delivery is made. */
  message: Message
  state: DeliveryState
  /** The delivery whose thread this one goes into. */
  parentId: string | null
  /** Slack's message ts, once sent. */
  ts: string | null
  /** Not before this instant. */
  notBefore: number
  attempts: number
  /** When the HTTP call of the last attempt began. */
  sendingAt: number | null
  error: string | null
  createdAt: number
}

export interface NewDelivery {
  key: string
  channel: string
  message: Message
  /** The key of the delivery whose thread it goes into. */
  parentKey?: string
  notBefore?: number
}

export interface DeliveryStore {
  /** Adds the deliveries whose keys are new and marks a slot as done, in one transaction. Returns how many were new. */
  add(deliveries: readonly NewDelivery[], slot: Slot | null, now: number): Promise<number>
  /** Claims what is due, oldest first, for `leaseMs`. A thread's message waits until its parent has a ts. */
  claim(options: { now: number; limit: number; leaseMs: number; worker: string }): Promise<Delivery[]>
  /** Commits that the HTTP call begins now; false when the lease was lost. */
  beginSending(id: string, worker: string, now: number): Promise<boolean>
  /** Commits what became of a send or a look; false when somebody else has it by now, and nothing is written. */
  settle(id: string, outcome: Settlement, held: Held): Promise<boolean>
  /** Leases that ran out: claimed ones back to pending, sending ones to uncertain. Returns how many. */
  expire(now: number): Promise<number>
  /** Uncertain ones whose next look is due. */
  uncertain(now: number): Promise<Delivery[]>
  get(id: string): Promise<Delivery | undefined>
  list(limit: number): Promise<Delivery[]>
}

/** How the one who settles a delivery holds it: it is being sent by this worker, or nobody knows whether it arrived. */
export type Held = { state: 'sending'; worker: string } | { state: 'uncertain' }

export type Settlement =
  | { state: 'sent'; ts: string }
  | { state: 'pending'; notBefore: number; error: string }
  | { state: 'uncertain'; notBefore: number; error: string }
  | { state: 'unknown'; error: string }
  | { state: 'failed'; error: string }

/** One due time of a schedule: a local date. */
export interface Slot {
  schedule: string
  localDate: Day
  dueAt: number
  outcome: 'sent' | 'late' | 'skipped'
  at: number
}

export interface SlotStore {
  /** When a schedule was first seen under this wall time and zone: slots before are never made up. */
  knownSince(schedule: string, version: string, now: number): Promise<number>
  has(schedule: string, localDate: Day): Promise<boolean>
  /** Records a slot without a delivery (skipped); false when it was there. */
  record(slot: Slot): Promise<boolean>
  list(limit: number): Promise<Slot[]>
}

export interface DirectoryStore {
  read(): Promise<Directory>
  saveAccount(account: Account): Promise<void>
  /** The store keeps the day on which it first saw an owner archived. */
  saveOwners(owners: readonly Owner[], teams: readonly Team[]): Promise<void>
  /** Stages that HubSpot no longer lists stay, as archived ones. */
  savePipelines(pipelines: readonly Pipeline[]): Promise<void>
  saveExchangeRates(rates: readonly ExchangeRate[]): Promise<void>
  saveCallOutcomes(outcomes: readonly CallOutcome[]): Promise<void>
  saveGoals(quotas: readonly Quota[], skipped: readonly SkippedGoal[]): Promise<void>
  goals(): Promise<{ quotas: Quota[]; skipped: SkippedGoal[] }>
  saveUsers(users: readonly User[]): Promise<void>
  users(): Promise<User[]>
  /** When a part of the directory was last read, and the last failure. */
  readings(): Promise<Reading[]>
  saveReading(reading: Reading): Promise<void>
}

/** The state of something that is read hourly: account, owners, pipelines, rates, outcomes, users, goals. */
export interface Reading {
  part: string
  asOf: number | null
  error: string | null
}

export interface SettingsStore {
  /** The defaults, with what was set laid over them. */
  read(): Promise<Settings>
  /** Replaces each key that is there; all or nothing. */
  save(changes: Partial<Settings>): Promise<void>
}

export interface RulesStore {
  current(): Promise<Rules | undefined>
  /** The present snapshot when the body is equal, else a new one with the next number. */
  adopt(body: RulesBody): Promise<Rules>
}

export interface Store {
  directory: DirectoryStore
  settings: SettingsStore
  rules: RulesStore
  facts: FactStore
  tallies: TallyStore
  cursors: { read(): Promise<Cursor[]>; save(cursor: Cursor): Promise<void> }
  passes: { read(): Promise<PassState[]>; save(state: PassState): Promise<void> }
  dealDetails: DealDetailStore
  deals: DealReads
  leases: LeaseStore
  budgets: BudgetStore
  insights: InsightStore
  deliveries: DeliveryStore
  slots: SlotStore
  /** The version that the tables have; the program refuses a newer one. */
  schemaVersion(): Promise<number>
  close(): Promise<void>
}

// ─── Slack ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Post {
  channel: string
  message: Message
  deliveryId: string
  threadTs: string | null
}

/** What became of a post. `uncertain`: it may or may not have arrived. */
export type PostOutcome =
  | { kind: 'sent'; ts: string }
  | { kind: 'retry'; afterMs: number; error: string }
  | { kind: 'uncertain'; error: string }
  | { kind: 'failed'; error: string }

export interface Messenger {
  post(post: Post): Promise<PostOutcome>
  /** Looks for a post by its delivery id since an instant; `cannotLook` where the bot may not read history. */
  find(channel: string, deliveryId: string, since: number): Promise<{ ts: string } | 'absent' | 'cannotLook'>
}
