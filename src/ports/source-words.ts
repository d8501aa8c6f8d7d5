/** HubSpot's own words for what is read from it: for those who tell people what to do there. */
import type { Account } from '../domain/company/people.ts'
import type { FactType } from '../domain/facts/facts.ts'
import type { DecidingDate } from '../domain/facts/quality.ts'

/** What a token may be allowed to read or not. */
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
  /** The scopes that a token needs to read all of these, each once. */
  scopesFor(readables: readonly Readable[]): string[]
  /** A record's own page in HubSpot. */
  recordLink(account: Account, type: FactType, id: string): string
  /** A date as HubSpot has it: `<type>.<property>`. */
  propertyOf(date: DecidingDate): string
}
