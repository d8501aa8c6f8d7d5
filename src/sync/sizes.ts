/**
 * How many records there are of each type being filled: for progress, and to detect a type larger than all others
 * together.
 */
import type { SyncedType } from '../domain/facts/facts.ts'
import { isSourceError, type Source } from '../ports/source.ts'

/** The list alone reads fewer than this in seconds. */
const LARGE = 5_000

export interface Sizes {
  /** `null` if HubSpot does not say. */
  of(type: SyncedType): Promise<number | null>
  /** Whether a type is large and has more records than all the others together. */
  outweighs(type: SyncedType): Promise<boolean>
}

/** Counts each type once, on first request. */
export function createSizes(source: Source, types: readonly SyncedType[]): Sizes {
  const counting = new Map<SyncedType, Promise<number | null>>()
  const of = (type: SyncedType) => {
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

/** The total is optional: if HubSpot does not give it, the fill continues without it. */
async function count(source: Source, type: SyncedType): Promise<number | null> {
  try {
    return (await source.count?.(type)) ?? null
  } catch (error) {
    if (isSourceError(error)) return null
    throw error
  }
}
