import type { Store } from '../ports/store.ts'
import { yieldTurn } from '../ports/turns.ts'

/** How many facts one transaction re-tallies. */
const RETALLY_SLICE = 500

/** Re-tallies every fact under the current rules. Returns how many were tallied under older ones. */
export async function retally(store: Store, stopping: AbortSignal): Promise<number> {
  const rules = await store.rules.current()
  if (!rules) return 0
  const { outdated } = await store.facts.countOutdated(rules)
  if (outdated === 0) return 0
  while (!stopping.aborted && (await store.facts.retally(rules, RETALLY_SLICE)) > 0) await yieldTurn()
  return outdated
}
