import type { FactType } from '../domain/facts/facts.ts'
import type { Cursor, PassState } from '../ports/fact-store.ts'
import type { FactPage, HeldRecords, Source } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import type { Sizes } from './sizes.ts'

/** A type that is being read, by one pass. */
export interface TypeReading {
  type: FactType
  source: Source
  store: Store
  /** As it stood when the pass began. */
  cursor: Cursor
  /** The sizes of all types that are being filled. */
  sizes: Sizes
  /** How far this pass was when it was last made or stopped. */
  state: PassState | undefined
  /** Saves a page with the cursor or position that is right after it, in one transaction. */
  savePage(page: FactPage, progress: PassProgress): Promise<void>
  /** Of records that were asked for by their ids at `askedAt`, the store's time. */
  saveHeld(records: HeldRecords, progress: PassProgress & { askedAt: number }): Promise<void>
  saveCursor(cursor: Cursor): Promise<void>
  tellProgress(progress: FillProgress): void
}

/** What a page moves on: the type's cursor, or the position of a pass beside it. */
export interface PassProgress {
  cursor?: Cursor
  pass?: PassState
}

/** How far a first fill is: `filled` records of `total`, which is `null` while HubSpot has not told it. */
export interface FillProgress {
  type: FactType
  filled: number
  total: number | null
  done: boolean
}
