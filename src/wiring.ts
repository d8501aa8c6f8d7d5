/** What commands are handed: the parts of the program, each made when a command asks for it. */
import type { ConfigFor, HubSpotConfig, LogLevel, StoreConfig } from './config/config.ts'
import type { Deliveries } from './deliveries/deliveries.ts'
import type { Digests } from './digests/digests.ts'
import type { Zone } from './domain/calendar/day.ts'
import type { FactType } from './domain/facts/facts.ts'
import type { Clock, Log } from './ports/clock.ts'
import type { Installation } from './ports/installation.ts'
import type { BudgetStore } from './ports/leases.ts'
import type { NamedProperties, Source } from './ports/source.ts'
import type { SourceWords } from './ports/source-words.ts'
import type { Store } from './ports/store.ts'
import type { Sync } from './sync/sync.ts'

/** How far the first fill of a type is; `total` is `null` where HubSpot does not tell it. */
export interface Progress {
  type: FactType
  filled: number
  total: number | null
  done: boolean
}

export interface SourceWithNames extends Source {
  /** Properties that are asked for and that the account does not have. */
  checkNames(named?: NamedProperties): Promise<{ type: string; missing: string[] }[]>
  /** What the token may not read, beside records: which scope gives it, and whether an account may lack it. */
  checkAccess(): Promise<{ what: string; gives: string; message: string; isOptional: boolean }[]>
}

export interface SourceOptions {
  log: Log
  /** The account's zone as last known, at whose midnight the daily limit ends; `null` where it was never read. */
  zone: Zone | null
  /** How often a request is made before it counts as failed; fewer where a person waits. */
  tries?: number
  /** Where other processes read from the same account: the budget that they share. */
  budgets?: BudgetStore
}

export interface SyncParts {
  source: Source
  store: Store
  log: Log
  /** Whether other processes may read into the same store. */
  isShared: boolean
  onProgress?: (progress: Progress) => void
}

export interface BotOptions {
  config: ConfigFor<'hubspot' | 'slack' | 'store'>
  store: Store
  log: Log
  /** Called when the bot cannot go on. */
  onFatal: (error: Error) => void
  onProgress?: (progress: Progress) => void
  pollSeconds?: number
  /** Whether it acts by this machine's clock. If not, whoever holds it calls for each poll, look and post. */
  isTicking?: boolean
}

export interface Bot {
  sync: Sync
  digests: Digests
  deliveries: Deliveries
  /** Connects to Slack and, unless told otherwise, begins to tick. */
  start(): Promise<void>
  /** Takes on nothing more and resolves when what runs has ended. */
  stop(): Promise<void>
  /** The port of the bot's own pages, once they listen. */
  port(): number | null
}

export interface Parts {
  clock: Clock
  words: SourceWords
  createLog(level: LogLevel): Promise<Log>
  openStore(config: StoreConfig): Promise<Store>
  /** Keeps other writing processes away from a SQLite file. Throws when one is there. */
  lockStore(config: StoreConfig): Promise<{ release(): void }>
  createSource(config: HubSpotConfig, options: SourceOptions): Promise<SourceWithNames>
  createSync(parts: SyncParts): Promise<Sync>
  createDigests(store: Store, log: Log): Promise<Digests>
  createSlackInstallation(config: ConfigFor<'slack'>, log: Log): Promise<Installation>
  /** Tells one signing secret from another and reveals neither. */
  idOfSecret(secret: string): string
  createBot(options: BotOptions): Promise<Bot>
}
