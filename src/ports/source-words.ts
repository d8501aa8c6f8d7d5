/** HubSpot's own names for what is read from it, for messages that tell people what to do there. */
import type { Account } from '../domain/company/people.ts'
import type { FactType, SyncedType } from '../domain/facts/facts.ts'
import type { DecidingDate } from '../domain/facts/quality.ts'

/** Everything that a token may or may not be allowed to read. */
export type Readable =
  | FactType
  | 'owners'
  | 'teams'
  | 'users'
  | 'pipelines'
  | 'goals'
  | 'companies'
  | 'currencies'

export interface SourceWords {
  /** The OAuth scopes that a token needs to read all of these, without duplicates. */
  oauthScopesFor(readables: readonly (Readable | string)[]): string[]
  /** The URL of a record's page in HubSpot. */
  recordLink(account: Account, type: SyncedType, id: string): string
  /** A type of facts, or the id of a further object type, by any of its names; `null` if only the account knows the name. */
  objectType(nameOrId: string): SyncedType | null
  /** The HubSpot property that holds a date: `<type>.<property>`. */
  propertyOf(date: DecidingDate): string
}
