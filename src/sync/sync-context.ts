/**
 * What polls and nightly passes share: the store, HubSpot behind a breaker, the lease, and the log that faults are
 * reported to.
 */
import type { Clock } from '../ports/clock.ts'
import type { Source } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts'
import { createFaultLogger, type FaultLogger, type Log } from './fault-logger.ts'
import { ALONE, createLeaseKeeper, type LeaseKeeper } from './lease-keeper.ts'
import { withNamed } from './named-source.ts'
import type { FillProgress } from './type-reading.ts'

export interface SyncPorts {
  source: Source
  store: Store
  clock: Clock
  log?: Log | undefined
  onProgress?: ((progress: FillProgress) => void) | undefined
  /** Identifies this process among others on the same store; left out if it is the only one. */
  replica?: string | undefined
  /** Does not poll again if another process polled less than this long ago; left out: it always polls. */
  restMs?: number | undefined
}

/** Aborted when reading has to stop at once. */
export interface Stoppable {
  stopping: AbortSignal
}

/** What the steps of a poll or a nightly pass share. */
export interface SyncContext {
  breaker: CircuitBreaker
  /** Refuses to write once the lease has passed to another process. */
  store: Store
  clock: Clock
  keeper: LeaseKeeper
  logFaults: FaultLogger
  onProgress(progress: FillProgress): void
}

export function createSyncContext(ports: SyncPorts & Stoppable, leaseName: string): SyncContext {
  const { source, store, clock, log, replica, restMs, stopping, onProgress = () => undefined } = ports
  const keeper =
    replica === undefined
      ? ALONE
      : createLeaseKeeper({ leases: store.leases, name: leaseName, holder: replica, restMs })
  return {
    breaker: createCircuitBreaker(source, clock, stopping),
    store: replica === undefined ? store : store.under(keeper.lease),
    clock,
    keeper,
    logFaults: createFaultLogger(log),
    onProgress,
  }
}

/** Requests each record with the properties that the settings name now. */
export function sourceFor({ breaker, store }: SyncContext): Source {
  return withNamed(breaker.source, store)
}
