/** The fast pass: searches for what changed in a type since the last one. */
import type { Cursor } from '../ports/fact-store.ts'
import { FutureCursorError } from './errors.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

/** Search shows changes late, and the clocks of HubSpot's servers may differ by seconds. */
const OVERLAP_MS = 10 * 60_000

/**
 * The window has no upper end. With an end before any of the searches, records edited while it is paged through would
 * slip out of it; and the pass's own start is not known before its first answer. What changes behind the page being
 * read is later than that answer, so the next pass finds it.
 */
const NO_END = Date.UTC(2100, 0, 1)

const BELIEVABLE_LEAD_MS = 5 * 60_000

/** The new cursor is HubSpot's time at the first answer, stored with the last page. */
export async function readChanges({
  type,
  source,
  cursor,
  savePage,
  saveCursor,
}: TypeReading): Promise<void> {
  const { asOf } = cursor
  if (asOf === null) throw new Error(`${type} has never been filled`)
  const window = { from: Math.min(asOf, NO_END) - OVERLAP_MS, to: NO_END }
  let beganAt: number | null = null
  await readPages({
    from: null,
    request: (afterId) => source.changedPage(type, window, afterId),
    async save(page) {
      beganAt ??= page.serverTime
      if (asOf > beganAt + BELIEVABLE_LEAD_MS) {
        await saveCursor(lastGoodCursor(cursor, beganAt))
        throw new FutureCursorError(asOf, beganAt)
      }
      const next = page.next === null ? { ...cursor, asOf: beganAt, error: null, fault: null } : cursor
      await savePage(page, { cursor: next })
    },
  })
}

/**
 * Goes back to the start of the first fill, up to which everything is known to be stored; if that is not plausible, to
 * a new fill.
 */
function lastGoodCursor(cursor: Cursor, serverTime: number): Cursor {
  const { fillStartedAt } = cursor
  if (fillStartedAt !== null && fillStartedAt <= serverTime) return { ...cursor, asOf: fillStartedAt }
  return { ...cursor, asOf: null, fillStartedAt: null, fillCursor: null, filled: 0 }
}
