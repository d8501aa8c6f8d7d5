/** The small tables that give names and rules to facts: people, pipelines, rates, goals, settings, rules. */
import type {
  Account,
  CallOutcome,
  Directory,
  ExchangeRate,
  NamedObject,
  Owner,
  Pipeline,
  Team,
  User,
} from '../domain/company/people.ts'
import type { Rules, RulesBody } from '../domain/company/rules.ts'
import type { Settings } from '../domain/company/settings.ts'
import type { Goals } from '../domain/quotas/goal.ts'

export interface DirectoryStore {
  read(): Promise<Directory>
  saveAccount(account: Account): Promise<void>
  /** The store keeps the day on which it first saw an owner archived. */
  saveOwners(owners: readonly Owner[], teams: readonly Team[]): Promise<void>
  /** Keeps stages that HubSpot no longer lists, as archived ones. */
  savePipelines(pipelines: readonly Pipeline[]): Promise<void>
  saveExchangeRates(rates: readonly ExchangeRate[]): Promise<void>
  saveCallOutcomes(outcomes: readonly CallOutcome[]): Promise<void>
  saveObjects(objects: readonly NamedObject[]): Promise<void>
  /** The same object types as in the whole directory, for callers who need nothing else of it. */
  objects(): Promise<readonly NamedObject[]>
  saveGoals(goals: Goals): Promise<void>
  goals(): Promise<Goals>
  /** The users that HubSpot lists at `at`. The store keeps what has passed of out-of-office hours that vanished. */
  saveUsers(users: readonly User[], at: number): Promise<void>
  /** When each part of the directory was last read, and its last failure. */
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
  /** The defaults, overridden by what was set. */
  read(): Promise<Settings>
  /** Replaces each key that `changes` has, all or nothing. */
  save(changes: Partial<Settings>): Promise<void>
}

export interface RulesStore {
  current(): Promise<Rules | undefined>
  /** The present snapshot if its body is equal, otherwise a new one with the next number. */
  adopt(body: RulesBody): Promise<Rules>
}
