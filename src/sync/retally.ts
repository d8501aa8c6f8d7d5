import type { Store } from '../ports/store.ts'
import { yieldTurn } from '../ports/turns.ts'

/** Facts tallied again in one transaction. */
const RETALLY_SLICE = 500

/** Brings every fact under the present rules. Returns how many stood under older ones. */
export async function retally(store: Store, stopping: AbortSignal): Promise<number> {
  const rules = await store.rules.current()
  if (!rules) return 0
  const { outdated } = await store.facts.countOutdated(rules)
  if (outdated === 0) return 0
  while (!stopping.aborted && (await store.facts.retally(rules, RETALLY_SLICE)) > 0) await yieldTurn()
  return outdated
}
