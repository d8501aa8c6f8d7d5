/**
 * What polls and nightly passes share: the store, HubSpot behind a gate, the lease, and the log that faults are
 * reported to.
 */
import type { Clock } from '../ports/clock.ts'
import type { Source } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { createGate, type Gate } from './gate.ts'
import { ALONE, createLeaseKeeper, type LeaseKeeper } from './lease-keeper.ts'
import { withNamed } from './named-source.ts'
import { createFaultTeller, type FaultTeller, type Log } from './tell-faults.ts'
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
export interface Tools {
  gate: Gate
  /** Refuses to write once the lease has passed to another process. */
  store: Store
  clock: Clock
  keeper: LeaseKeeper
  tellFaults: FaultTeller
  onProgress(progress: FillProgress): void
}

export function toolsFrom(ports: SyncPorts & Stoppable, leaseName: string): Tools {
  const { source, store, clock, log, replica, restMs, stopping, onProgress = () => undefined } = ports
  const keeper =
    replica === undefined
      ? ALONE
      : createLeaseKeeper({ leases: store.leases, name: leaseName, holder: replica, restMs })
  return {
    gate: createGate(source, clock, stopping),
    store: replica === undefined ? store : store.under(keeper.lease),
    clock,
    keeper,
    tellFaults: createFaultTeller(log),
    onProgress,
  }
}

/** Requests each record with the properties that the settings name now. */
export function sourceFor({ gate, store }: Tools): Source {
  return withNamed(gate.source, store.settings)
}
