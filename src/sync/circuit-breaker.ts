/** The circuit breaker in front of HubSpot: a fault that affects every call opens it, so that the poll stops at once. */
import type { Clock } from '../ports/clock.ts'
import { isSourceError, type Source, type SourceError } from '../ports/source.ts'
import { SyncStoppedError } from './errors.ts'

/** How long polling pauses after the daily limit if HubSpot does not say when it ends. */
const UNSTATED_PAUSE_MS = 3_600_000

export interface CircuitBreaker {
  /** The source; while the breaker is open, every call rejects with the fault that opened it. */
  source: Source
  /** Closes it for a new poll, unless the daily limit is still in force. */
  reset(): void
  openedBy(): SourceError | null
  /** When polling resumes after the daily limit (epoch ms); `null` if it is not paused. */
  pausedUntil(): number | null
}

/** Once `stopping` is aborted, every call rejects with `SyncStoppedError`, including calls that await an answer. */
export function createCircuitBreaker(source: Source, clock: Clock, stopping: AbortSignal): CircuitBreaker {
  let openedBy: SourceError | null = null
  let pausedUntil: number | null = null

  function openFor(error: SourceError): void {
    if (error.fault === 'dailyLimit') pausedUntil = error.until ?? clock.now() + UNSTATED_PAUSE_MS
    if (error.fault === 'dailyLimit' || error.fault === 'unauthorized') openedBy ??= error
  }

  async function call<T>(ask: () => Promise<T>): Promise<T> {
    if (openedBy) throw openedBy
    try {
      return await unlessStopped(ask, stopping)
    } catch (error) {
      if (isSourceError(error)) openFor(error)
      throw error
    }
  }

  return {
    source: guarded(source, call),
    reset() {
      if (pausedUntil !== null && clock.now() < pausedUntil) return
      openedBy = null
      pausedUntil = null
    },
    openedBy: () => openedBy,
    pausedUntil: () => pausedUntil,
  }
}

function unlessStopped<T>(ask: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new SyncStoppedError())
    if (stopping.aborted) return stop()
    stopping.addEventListener('abort', stop)
    ask()
      .finally(() => stopping.removeEventListener('abort', stop))
      .then(resolve, reject)
  })
}

function guarded(source: Source, call: <T>(ask: () => Promise<T>) => Promise<T>): Source {
  const { count } = source
  return {
    account: () => call(() => source.account()),
    owners: () => call(() => source.owners()),
    pipelines: () => call(() => source.pipelines()),
    exchangeRates: () => call(() => source.exchangeRates()),
    callOutcomes: () => call(() => source.callOutcomes()),
    goals: (directory) => call(() => source.goals(directory)),
    listPage: (type, cursor, named) => call(() => source.listPage(type, cursor, named)),
    changedPage: (type, window, cursor, named) => call(() => source.changedPage(type, window, cursor, named)),
    pageFromAbove: (type, cursor, named) => call(() => source.pageFromAbove(type, cursor, named)),
    readByIds: (type, ids, named) => call(() => source.readByIds(type, ids, named)),
    dealChanges: (ids) => call(() => source.dealChanges(ids)),
    dealActivities: (ids, type) => call(() => source.dealActivities(ids, type)),
    dealCompanies: (ids) => call(() => source.dealCompanies(ids)),
    users: () => call(() => source.users()),
    objects: (asked) => call(() => source.objects(asked)),
    ...(count && { count: (type) => call(() => count(type)) }),
  }
}
