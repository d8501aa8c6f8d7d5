/** Details of deals that have not been read of every deal yet. */
import type { DealDetail } from '../domain/facts/deal-details.ts'
import { EFFORT_WITHIN_MS } from '../domain/facts/deal-effort.ts'
import { DETAIL_TYPES } from '../domain/facts/facts.ts'
import type { Incomplete, IncompleteDetails } from '../domain/figures/incomplete.ts'
import { firstPassOf } from '../ports/deal-store.ts'
import type { Cursor } from '../ports/fact-store.ts'
import { isRefusal, SOURCE_FAULTS, type SourceFault } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'

/** None as long as deals themselves are incomplete: everything that rests on a detail rests on them too. */
export async function readLackingDetails(
  store: Store,
  { cursors, now }: { cursors: readonly Cursor[]; now: number },
): Promise<IncompleteDetails> {
  const deals = cursors.find(({ type }) => type === 'deals')
  if (!deals || deals.asOf === null) return {}
  const passes = await store.passes.read()
  const lacking: Partial<Record<DealDetail, Incomplete>> = {}
  for (const detail of DETAIL_TYPES) {
    const state = passes.find(({ pass }) => pass === firstPassOf(detail))
    if (state && state.endedAt !== null) continue
    const { read, total } = await store.dealDetails.countRead(detail, now - EFFORT_WITHIN_MS)
    const fault = SOURCE_FAULTS.find((one) => one === state?.position) ?? null
    lacking[detail] = { reason: reasonOf(fault), progress: total === 0 ? null : read / total }
  }
  return lacking
}

/** Why something was never read completely, by the fault that stopped it; `null`: none did. */
export function reasonOf(fault: SourceFault | null): Incomplete['reason'] {
  if (isRefusal(fault)) return 'refused'
  return fault === null ? 'loading' : 'failed'
}
