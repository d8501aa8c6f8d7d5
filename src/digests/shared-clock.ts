/** The clock by which digests are due. */
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/**
 * Clocks that are set over the network differ by far less. Within it this process's own clock decides, because its ticks
 * come at the start of its own minutes.
 */
const USUAL_MS = 30_000

/**
 * This process's clock, or the database's if the two are further apart: processes with different clocks have to agree on
 * when a digest is due and since when it has been known.
 */
export async function sharedClock(store: Pick<Store, 'time'>, own: Clock): Promise<Clock> {
  const aheadMs = (await store.time()) - own.now()
  return Math.abs(aheadMs) <= USUAL_MS ? own : { now: () => own.now() + aheadMs }
}
