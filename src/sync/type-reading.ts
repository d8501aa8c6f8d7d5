import type { SyncedType } from '../domain/facts/facts.ts'
import type { Cursor, PassState } from '../ports/fact-store.ts'
import type { FactPage, RecordsById, Source } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import type { Sizes } from './sizes.ts'

/** The reading of one type by one pass. */
export interface TypeReading {
  type: SyncedType
  source: Source
  store: Store
  /** The cursor at the start of the pass. */
  cursor: Cursor
  /** The sizes of all types being filled. */
  sizes: Sizes
  /** How far this pass got when it was last made or stopped. */
  state: PassState | undefined
  /** Saves a page, in one transaction with the cursor or position after it. */
  savePage(page: FactPage, progress: PassProgress): Promise<void>
  /** Saves records that were requested by id at `askedAt`, the store's time. */
  saveHeld(records: RecordsById, progress: PassProgress & { askedAt: number }): Promise<void>
  saveCursor(cursor: Cursor): Promise<void>
  tellProgress(progress: FillProgress): void
}

/** What a page advances: the type's cursor, or the separate position of a pass. */
export interface PassProgress {
  cursor?: Cursor
  pass?: PassState
}

/** Progress of a first fill: `filled` of `total` records; `total` is `null` until HubSpot has given it. */
export interface FillProgress {
  type: SyncedType
  filled: number
  total: number | null
  done: boolean
}
