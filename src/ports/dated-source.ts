/** HubSpot, as declarations are tried out against it: by any date of a record, instead of when it was last changed. */
import type { SyncedType } from '../domain/facts/facts.ts'
import type { ObjectCatalogue } from './object-catalogue.ts'
import type { FactPage, NamedProperties, Source } from './source.ts'

export interface DatedSource extends ObjectCatalogue {
  /**
   * By search: one page of the records of a type whose date `property` is in `[from, to)` (epoch ms), from the highest id
   * down, below `cursor` (`null`: from the top). Rejects with a `SourceError`, `refused` if the type cannot be searched so.
   */
  datedPage(
    type: SyncedType,
    span: { property: string; from: number; to: number },
    cursor: string | null,
    named?: NamedProperties,
  ): Promise<FactPage>
}

/** Everything that a declaration is tried out with. */
export type TrialSource = DatedSource &
  Pick<Source, 'account' | 'owners' | 'exchangeRates' | 'objects' | 'listPage'>
