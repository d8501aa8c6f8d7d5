import type { Fact, FactType } from '../domain/facts/facts.ts'
import type { Store } from '../ports/store.ts'
import { yieldTurn } from '../ports/turns.ts'

/** Small enough that no slice blocks for long. */
const FACTS_A_SLICE = 500

/**
 * Calls `look` with all facts of a type, in order of id; with `noneOf`, only with those of none of these owners. SQLite is
 * synchronous, so the loop yields between slices.
 */
export async function forEachFact(
  store: Store,
  type: FactType,
  look: (fact: Fact) => void,
  noneOf?: readonly string[],
): Promise<void> {
  let afterId: string | null = null
  for (;;) {
    const facts: Fact[] = await store.facts.scan(type, afterId, FACTS_A_SLICE, noneOf)
    for (const fact of facts) look(fact)
    afterId = facts.at(-1)?.id ?? null
    if (afterId === null || facts.length < FACTS_A_SLICE) return
    await yieldTurn()
  }
}
