/** The trailing pass: the same search once more, an hour behind, for what the index showed too late for the fast pass. */
import { lastTime } from './last-time.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

export const TRAILING = 'trailing'

const HOUR_MS = 3_600_000
/** Passes overlap, since HubSpot's servers need not agree on the second. */
const OVERLAP_MS = 10 * 60_000

/** The window goes from the end of the last one to an hour before the time to which the fast pass is complete. */
function windowOf({ cursor, state }: TypeReading): { from: number; to: number } | null {
  const { asOf, fillStartedAt } = cursor
  if (asOf === null) return null
  // A fill may have read by search too, which shows late what was changed just before it.
  const from = lastTime(state?.endedAt, cursor) ?? (fillStartedAt ?? asOf) - HOUR_MS
  const to = asOf - HOUR_MS
  return to - from >= HOUR_MS ? { from: from - OVERLAP_MS, to } : null
}

export async function readTrailing(reading: TypeReading): Promise<void> {
  const window = windowOf(reading)
  if (!window) return
  const { type, source, savePage, state } = reading
  await readPages({
    from: null,
    request: (afterId) => source.changedPage(type, window, afterId),
    async save(page) {
      const isLast = page.next === null
      const endedAt = isLast ? window.to : (state?.endedAt ?? null)
      await savePage(page, {
        pass: { pass: TRAILING, type, position: null, beganAt: page.serverTime, endedAt },
      })
    },
  })
}
