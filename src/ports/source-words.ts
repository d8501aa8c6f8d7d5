/** HubSpot's own words for what is read from it: for those who tell people what to do there. */
import type { FactType } from '../domain/facts/facts.ts'

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
}
