import type { ObjectType } from './object-types.ts'
import type { PropertyValues } from './records.ts'

/** What the search index holds for a record it has not caught up with: old values, or nothing yet. */
export type IndexedState = PropertyValues | undefined

export interface SearchIndex {
  /** How long a change stays unseen by search. Answers still show the fresh values. */
  lagMs: number
  noteChange(change: IndexChange): void
  /** Keeps one record out of every search until the given instant. */
  hide(type: ObjectType, id: string, untilMs: number): void
  /** The records of a type whose index state differs from their present one. */
  pending(type: ObjectType, nowMs: number): ReadonlyMap<string, IndexedState>
}

export interface IndexChange {
  type: ObjectType
  id: string
  /** The values before the change; undefined for a record that is new. */
  before: IndexedState
  nowMs: number
  /** Instead of the account's lag. */
  lagMs?: number | undefined
}

interface Lagging {
  before: IndexedState
  untilMs: number
}

/** Follows which records the search index still sees as they were: matching is stale, values are not. */
export function createSearchIndex(): SearchIndex {
  const lagging = new Map<ObjectType, Map<string, Lagging[]>>()

  function add(type: ObjectType, id: string, state: Lagging): void {
    const byId = lagging.get(type) ?? new Map<string, Lagging[]>()
    lagging.set(type, byId)
    byId.set(id, [...(byId.get(id) ?? []), state])
  }

  const index: SearchIndex = {
    lagMs: 0,
    noteChange({ type, id, before, nowMs, lagMs = index.lagMs }) {
      if (lagMs > 0) add(type, id, { before, untilMs: nowMs + lagMs })
    },
    hide(type, id, untilMs) {
      lagging.get(type)?.delete(id)
      add(type, id, { before: undefined, untilMs })
    },
    pending(type, nowMs) {
      const states = new Map<string, IndexedState>()
      for (const [id, changes] of lagging.get(type) ?? []) {
        const unseen = changes.find((change) => change.untilMs > nowMs)
        if (unseen === undefined) lagging.get(type)?.delete(id)
        else states.set(id, unseen.before)
      }
      return states
    },
  }
  return index
}
