/** What commands are given: the parts of the program, each created when a command asks for it. */
import type { Answers } from './answers/answers.ts'
import type { ConfigFor, LogLevel, StoreConfig } from './config/config.ts'
import type { Deliveries } from './deliveries/deliveries.ts'
import type { Digests } from './digests/digests.ts'
import type { Zone } from './domain/calendar/day.ts'
import type { SyncedType } from './domain/facts/facts.ts'
import type { Clock, Log } from './ports/clock.ts'
import type { DatedSource } from './ports/dated-source.ts'
import type { Installation } from './ports/installation.ts'
import type { BudgetStore } from './ports/leases.ts'
import type { NamedProperties, Source } from './ports/source.ts'
import type { SourceWords } from './ports/source-words.ts'
import type { Store } from './ports/store.ts'
import type { Sync } from './sync/sync.ts'

/** How far the first fill of a type has come; `total` is `null` where HubSpot does not report it. */
export interface Progress {
  type: SyncedType
  filled: number
  total: number | null
  done: boolean
}

export interface SourceWithNames extends Source, DatedSource {
  /** Properties that are requested but that the account does not have. */
  checkNames(named?: NamedProperties): Promise<{ type: string; missing: string[] }[]>
  /** What the token may not read, besides records: which scope grants it, and whether an account may lack it. */
  checkAccess(): Promise<{ what: string; gives: string; message: string; isOptional: boolean }[]>
  /** How many deals HubSpot splits between several owners. */
  countSplitDeals(): Promise<number>
}

export interface SourceOptions {
  log: Log
  /** The account's zone as last known: the daily limit ends at its midnight. `null` if it has never been read. */
  zone: Zone | null
  /** How many times a request is tried before it counts as failed; fewer where a person is waiting. */
  tries?: number
  /** Where other processes read from the same account: the budget they share. */
  budgets?: BudgetStore
}

export interface SyncOptions {
  source: Source
  store: Store
  log: Log
  onProgress?: (progress: Progress) => void
}

export interface BotOptions {
  config: ConfigFor<'hubspot' | 'slack' | 'store'>
  store: Store
  log: Log
  /** Called when the bot cannot continue. */
  onFatal: (error: Error) => void
  onProgress?: (progress: Progress) => void
  pollSeconds?: number
  /** Whether it runs by this machine's clock. If not, its owner triggers each poll, check and post. */
  isTicking?: boolean
}

export interface Bot {
  sync: Sync
  digests: Digests
  deliveries: Deliveries
  /** Connects to Slack and, unless configured otherwise, starts ticking. */
  start(): Promise<void>
  /** Accepts no more work and resolves when running work has ended. */
  stop(): Promise<void>
  /** The port of the bot's own pages, once they listen. */
  port(): number | null
}

export interface Services {
  clock: Clock
  words: SourceWords
  createLog(level: LogLevel): Promise<Log>
  /** Makes the store where there is none, unless there has to be one. */
  openStore(config: StoreConfig, options?: { mustExist: boolean }): Promise<Store>
  /** Locks other writing processes out of a SQLite file. Throws if one already has it. */
  lockStore(config: StoreConfig): Promise<{ release(): void }>
  createSource(config: ConfigFor<'hubspot'>, options: SourceOptions): Promise<SourceWithNames>
  createSync(parts: SyncOptions): Promise<Sync>
  createDigests(store: Store, log: Log): Promise<Digests>
  createAnswers(store: Store): Promise<Answers>
  createSlackInstallation(config: ConfigFor<'slack'>, log: Log): Promise<Installation>
  /** Distinguishes one signing secret from another and reveals neither. */
  idOfSecret(secret: string): string
  createBot(options: BotOptions): Promise<Bot>
}
