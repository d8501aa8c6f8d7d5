import type { ObjectType } from './object-types.ts'
import type { PropertyValues } from './records.ts'

/** What the search index knows about a record it has not caught up with: its old values, or nothing yet. */
export type IndexedState = PropertyValues | undefined

export interface SearchIndex {
  /** How long search does not see a change. Answers still show the new values. */
  lagMs: number
  noteChange(change: IndexChange): void
  /** Hides one record from every search until the given instant. */
  hide(type: ObjectType, id: string, untilMs: number): void
  /** The records of a type for which the index is out of date. */
  pending(type: ObjectType, nowMs: number): ReadonlyMap<string, IndexedState>
}

export interface IndexChange {
  type: ObjectType
  id: string
  /** The values before the change; undefined for a new record. */
  before: IndexedState
  nowMs: number
  /** Overrides the account's lag. */
  lagMs?: number | undefined
}

interface Lagging {
  before: IndexedState
  untilMs: number
}

/**
 * Tracks for which records the search index is out of date: matching uses the old values, answers show the new ones.
 */
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
