/** HubSpot, as use cases read it. */
import type {
  Account,
  CallOutcome,
  Directory,
  ExchangeRate,
  Owner,
  Pipeline,
  Team,
  User,
} from '../domain/company/people.ts'
import type { DealChange } from '../domain/facts/deal-changes.ts'
import type { EffortType } from '../domain/facts/deal-effort.ts'
import type { Fact, FactType } from '../domain/facts/facts.ts'
import type { Goals } from '../domain/quotas/goal.ts'

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
  goals(directory: Directory): Promise<Goals>
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
