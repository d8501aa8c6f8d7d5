/** Keeps what changes seldom, so that HubSpot is asked for it at most hourly. */
import { LRUCache } from 'lru-cache'
import type { Clock } from '../ports/clock.ts'
import { SourceError } from './errors.ts'

/** A little less than an hour, so that an hourly read never gets the previous hour's result. */
const KEPT_MS = 3_590_000

const KEPT_KEYS = 100

/** Faults that are unlikely to pass within an hour. */
const REFUSALS = ['forbidden', 'refused']

/** The same read, with each result kept for an hour. A refusal is kept just as long, any other fault not at all. */
export function readHourly<T extends object>(
  clock: Clock,
  read: (key: string) => Promise<T>,
): (key: string) => Promise<T> {
  const kept = new LRUCache<string, Promise<T>>({
    max: KEPT_KEYS,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: clock,
  })
  return (key) => {
    const last = kept.get(key)
    if (last) return last
    const result = read(key)
    kept.set(key, result)
    result.catch((error: unknown) => {
      const isRefusal = error instanceof SourceError && REFUSALS.includes(error.fault)
      if (!isRefusal && kept.peek(key) === result) kept.delete(key)
    })
    return result
  }
}
