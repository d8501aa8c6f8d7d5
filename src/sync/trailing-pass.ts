/** The trailing pass: the same search again, an hour later, for what the index showed too late for the fast pass. */
import { lastTime } from './last-time.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

export const TRAILING = 'trailing'

const HOUR_MS = 3_600_000
/** Passes overlap, since the clocks of HubSpot's servers may differ by seconds. */
const OVERLAP_MS = 10 * 60_000

/** From the end of the last window to an hour before the time up to which the fast pass is complete. */
function windowOf({ cursor, state }: TypeReading): { from: number; to: number } | null {
  const { asOf, fillStartedAt } = cursor
  if (asOf === null) return null
  // A fill may have used search too, which shows changes made just before it late.
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
