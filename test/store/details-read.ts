import type { DealDetail } from '../../src/domain/facts/deal-details.ts'
import { DETAIL_TYPES } from '../../src/domain/facts/facts.ts'
import { firstPassOf } from '../../src/ports/deal-store.ts'
import type { Store } from '../../src/ports/store.ts'

/** As after a poll that has read these details of all deals. */
export async function noteDetailsRead(
  store: Store,
  details: readonly DealDetail[] = DETAIL_TYPES,
): Promise<void> {
  for (const detail of details)
    await store.passes.save({
      ...{ pass: firstPassOf(detail), type: 'deals', position: null },
      ...{ beganAt: null, endedAt: 1 },
    })
}
