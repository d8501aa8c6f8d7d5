/** How many records there are of each type that is being filled: for progress, and to see whether one outweighs all. */
import type { FactType } from '../domain/facts/facts.ts'
import { isSourceError, type Source } from '../ports/source.ts'

/** Fewer than these the list alone reads in seconds. */
const LARGE = 5_000

export interface Sizes {
  /** `null` where HubSpot does not tell. */
  of(type: FactType): Promise<number | null>
  /** Whether a type is large and has more records than all the others together. */
  outweighs(type: FactType): Promise<boolean>
}

/** Counts each type once, when it is asked for. */
export function createSizes(source: Source, types: readonly FactType[]): Sizes {
  const counting = new Map<FactType, Promise<number | null>>()
  const of = (type: FactType) => {
    const known = counting.get(type) ?? count(source, type)
    counting.set(type, known)
    return known
  }
  return {
    of,
    async outweighs(type) {
      const counts = await Promise.all(types.map(of))
      const own = (await of(type)) ?? 0
      const all = counts.reduce<number>((sum, one) => sum + (one ?? 0), 0)
      return own >= LARGE && own > all / 2 && !counts.includes(null)
    },
  }
}

/** A total is a comfort: where HubSpot does not tell it, the fill goes on without. */
async function count(source: Source, type: FactType): Promise<number | null> {
  try {
    return (await source.count?.(type)) ?? null
  } catch (error) {
    if (isSourceError(error)) return null
    throw error
  }
}
