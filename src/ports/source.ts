/** HubSpot, as use cases read from it. */
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
import type { DealChange } from '../domain/facts/deal-changes.ts'
import type { EffortType } from '../domain/facts/deal-effort.ts'
import type { SyncedFact, SyncedType } from '../domain/facts/facts.ts'
import type { NamedProperty } from '../domain/facts/object-type.ts'
import type { Goals } from '../domain/quotas/goal.ts'

/** An object type as it is declared, and the properties of interest. */
export interface AskedObject {
  name: string
  properties: readonly string[]
}

/** A record that was left out, and why. `id` is `null` if not even that could be read. */
export interface SkippedRecord {
  id: string | null
  reason: string
}

/**
 * Properties of a type that are named in the settings: one for each purpose (`null`: none; cost and contract years are
 * on deals, territories on contacts too), and those that own metrics read, in order.
 */
export interface NamedProperties extends Readonly<Record<NamedProperty, string | null>> {
  declared?: readonly string[]
}

/** `from` was merged: HubSpot now answers its id with the record `into`. */
export interface Merge {
  from: string
  into: string
}

/** The present state of stored records. `gone`: deleted, erased or archived. */
export interface RecordsById {
  facts: SyncedFact[]
  skipped: SkippedRecord[]
  gone: string[]
  merges: Merge[]
  serverTime: number
}

/** One page of facts. `serverTime` is HubSpot's `Date` header (epoch ms). `next` reads on; `null`: the last page. */
export interface FactPage {
  facts: SyncedFact[]
  skipped: SkippedRecord[]
  /** Records that were merged into one on this page. */
  merges: Merge[]
  next: string | null
  serverTime: number
}

/**
 * HubSpot, read only. Every call paces itself and retries temporary failures. It rejects with a `SourceError` when it
 * gives up.
 */
export interface Source {
  account(): Promise<Account>
  /** Active and archived owners, with the teams that they belong to. */
  owners(): Promise<{ owners: Owner[]; teams: Team[] }>
  pipelines(): Promise<Pipeline[]>
  /** Empty if the account has only one currency. */
  exchangeRates(): Promise<ExchangeRate[]>
  /** The outcomes that calls can have; empty if the token may not read them. */
  callOutcomes(): Promise<CallOutcome[]>
  goals(directory: Directory): Promise<Goals>
  /** What HubSpot says about object types, by name or type id, and some of their properties. */
  objects(asked: readonly AskedObject[]): Promise<NamedObject[]>
  /** One page of all records of a type in order of their id, after `cursor` (`null`: from the start). */
  listPage(type: SyncedType, cursor: string | null, named?: NamedProperties): Promise<FactPage>
  /** One page of the records of a type that were modified in `[from, to)` (epoch ms), by id, after the id `cursor`. */
  changedPage(
    type: SyncedType,
    window: { from: number; to: number },
    cursor: string | null,
    named?: NamedProperties,
  ): Promise<FactPage>
  /** By search: one page of all records of a type from the highest id down, below `cursor` (`null`: from the top). */
  pageFromAbove(type: SyncedType, cursor: string | null, named?: NamedProperties): Promise<FactPage>
  /** Reads stored records again by their ids, at most 100: as they are now, gone, or merged into another. */
  readByIds(type: SyncedType, ids: readonly string[], named?: NamedProperties): Promise<RecordsById>
  /** The changes that HubSpot keeps of deals, each deal's oldest first. At most 50 deals. */
  dealChanges(ids: readonly string[]): Promise<DealChange[]>
  /** The company of each deal: the primary one, otherwise the one with the lowest id, or `null`. At most 1,000 deals. */
  dealCompanies(ids: readonly string[]): Promise<{ dealId: string; companyId: string | null }[]>
  /** Activities of a type linked with deals, at most 1,000 deals. A deal that HubSpot cannot answer for is left out. */
  dealActivities(
    ids: readonly string[],
    type: EffortType,
  ): Promise<{ dealId: string; activityIds: string[] }[]>
  /** HubSpot's users with what they set for themselves; `null` if the token may not read them. */
  users(): Promise<User[] | null>
  /** How many records of a type there are, as the total for the progress of a first fill. */
  count?(type: SyncedType): Promise<number>
}

export const SOURCE_FAULTS = ['unauthorized', 'forbidden', 'dailyLimit', 'unreachable', 'refused'] as const

/** Why HubSpot could not be read. */
export type SourceFault = (typeof SOURCE_FAULTS)[number]

/** Whether HubSpot refuses to let the bot read something, so that waiting does not help. */
export function isRefusal(fault: SourceFault | null): boolean {
  return fault === 'unauthorized' || fault === 'forbidden'
}

/**
 * What a `Source` rejects with. `until` (epoch ms) is when reading can continue, if HubSpot says so; `scopes` are those that
 * the token lacks, if it is forbidden to read.
 */
export interface SourceError extends Error {
  fault: SourceFault
  until?: number | undefined
  scopes?: readonly string[]
}

export function isSourceError(error: unknown): error is SourceError {
  return error instanceof Error && 'fault' in error && SOURCE_FAULTS.some((fault) => fault === error.fault)
}
