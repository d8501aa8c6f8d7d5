/** A cache of what Slack says about people or channels, valid as long as every change is sure to be reported. */
import { LRUCache } from 'lru-cache'
import type { Clock } from '../ports/clock.ts'

export interface Looks<T> {
  /** What Slack says, at most `maxAgeMs` old. Concurrent callers share one request. Rejects with Slack's error. */
  get(id: string, maxAgeMs?: number): Promise<T>
  /** Forgets what was seen, because it has changed; a request in progress is made again. */
  end(id: string): void
  endAll(): void
}

export interface LooksPorts<T> {
  look: (id: string) => Promise<T>
  clock: Clock
  /** How long an entry is valid at this moment; with 0 nothing is kept. */
  heldMs: () => number
  /** Whether a result may be kept; always, if left out. One that may not ends what was kept before. */
  mayHold?: (seen: T) => boolean
}

const HELD_MAX = 10_000

interface Seen<T> {
  /** When the request began. */
  at: number
  seen: T
}

export function createLooks<T>({ look, clock, heldMs, mayHold = () => true }: LooksPorts<T>): Looks<T> {
  const held = new LRUCache<string, Seen<T>>({ max: HELD_MAX })
  const underWay = new Map<string, { mark: symbol; result: Promise<T> }>()

  function known(id: string, maxAgeMs: number): Seen<T> | undefined {
    const found = held.get(id)
    const age = found ? clock.now() - found.at : 0
    return age >= 0 && age < Math.min(heldMs(), maxAgeMs) ? found : undefined
  }

  async function get(id: string, maxAgeMs = Number.POSITIVE_INFINITY): Promise<T> {
    const found = known(id, maxAgeMs)
    return found ? found.seen : (underWay.get(id)?.result ?? begin(id))
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
      const seen = await look(id)
      if (!isValid()) return get(id)
      if (heldMs() > 0 && mayHold(seen)) held.set(id, { at, seen })
      else held.delete(id)
      return seen
    } finally {
      if (isValid()) underWay.delete(id)
    }
  }

  return {
    get,
    end(id) {
      held.delete(id)
      underWay.delete(id)
    },
    endAll() {
      held.clear()
      underWay.clear()
    },
  }
}
