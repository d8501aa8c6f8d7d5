import type { FactType } from '../domain/facts.ts'
import type { Cursor, FactPage, Source } from '../ports.ts'

/** A type that is being read, by one pass. */
export interface TypeReading {
  type: FactType
  source: Source
  /** As it stood when the pass began. */
  cursor: Cursor
  /** Saves a page with the cursor that is right after it, in one transaction. */
  savePage(page: FactPage, cursor: Cursor): Promise<void>
  saveCursor(cursor: Cursor): Promise<void>
  tellProgress(progress: FillProgress): void
}

/** How far a first fill is: `filled` records of `total`, which is `null` while HubSpot has not told it. */
export interface FillProgress {
  type: FactType
  filled: number
  total: number | null
  done: boolean
}
