/** A cache of what Slack says about people or channels, valid as long as every change is sure to be reported. */
import { LRUCache } from 'lru-cache'
import type { Clock } from '../ports/clock.ts'

export interface LookupCache<T> {
  /** What Slack says, at most `maxAgeMs` old. Concurrent callers share one request. Rejects with Slack's error. */
  get(id: string, maxAgeMs?: number): Promise<T>
  /** Forgets an entry that has changed; a request in progress is made again. */
  forget(id: string): void
  forgetAll(): void
}

export interface LookupCachePorts<T> {
  look: (id: string) => Promise<T>
  clock: Clock
  /** How long an entry is valid at this moment; with 0 nothing is kept. */
  ttlMs: () => number
  /** Whether a result may be kept; by default it may. One that may not also removes an earlier entry. */
  mayKeep?: (value: T) => boolean
}

const MOST_ENTRIES = 10_000

interface Entry<T> {
  /** When the request began. */
  at: number
  value: T
}

export function createLookupCache<T>({
  look,
  clock,
  ttlMs,
  mayKeep = () => true,
}: LookupCachePorts<T>): LookupCache<T> {
  const entries = new LRUCache<string, Entry<T>>({ max: MOST_ENTRIES })
  const underWay = new Map<string, { mark: symbol; result: Promise<T> }>()

  function known(id: string, maxAgeMs: number): Entry<T> | undefined {
    const found = entries.get(id)
    const age = found ? clock.now() - found.at : 0
    return age >= 0 && age < Math.min(ttlMs(), maxAgeMs) ? found : undefined
  }

  async function get(id: string, maxAgeMs = Number.POSITIVE_INFINITY): Promise<T> {
    const found = known(id, maxAgeMs)
    return found ? found.value : (underWay.get(id)?.result ?? begin(id))
  }

  function begin(id: string): Promise<T> {
    const mark = Symbol(id)
    const result = Promise.resolve().then(() => lookAt(id, mark))
    underWay.set(id, { mark, result })
    return result
  }

  async function lookAt(id: string, mark: symbol): Promise<T> {
    const isValid = () => underWay.get(id)?.mark === mark
    const at = clock.now()
    try {
      const value = await look(id)
      if (!isValid()) return get(id)
      if (ttlMs() > 0 && mayKeep(value)) entries.set(id, { at, value })
      else entries.delete(id)
      return value
    } finally {
      if (isValid()) underWay.delete(id)
    }
  }

  return {
    get,
    forget(id) {
      entries.delete(id)
      underWay.delete(id)
    },
    forgetAll() {
      entries.clear()
      underWay.clear()
    },
  }
}
