/** Sync turns what HubSpot holds into facts in the store: a first fill, then poll after poll what has changed. */
import { FACT_TYPES, type FactType } from '../domain/facts/facts.ts'
import { createPoller, type PollOrder } from './poller.ts'
import { createQueue } from './queue.ts'
import { createReconciler, type Reconciled, type ReconcilePorts } from './reconcile.ts'
import type { SyncReport, TypeReports } from './report.ts'

/**
 * Each method rejects only for faults of ours: those of HubSpot's stand in its report, and in the store on the type or
 * the part of the directory that they concern. Calls take turns.
 */
export interface Sync {
  /** Fills types that were never read whole; goes on where a fill was stopped. */
  fill(types?: readonly FactType[]): Promise<TypeReports>
  /** Reads what changed in the types that are filled. */
  fast(): Promise<TypeReports>
  /** One whole poll. While one is under way, a call without an order joins it. */
  run(order?: PollOrder): Promise<SyncReport>
  /** The nightly pass where it is due, or everywhere. It takes no turns: polls go on beside it. */
  reconcile(isForced?: boolean): Promise<Reconciled>
  /**
   * Ends what runs at the page where it is, and resolves when nothing runs any more. What was ended, and every reading
   * after it, rejects with `SyncStoppedError`.
   */
  stop(): Promise<void>
}

export function createSync(ports: ReconcilePorts): Sync {
  const ending = new AbortController()
  const stopping = ending.signal
  const poller = createPoller({ ...ports, stopping })
  const reconciler = createReconciler({ ...ports, stopping })
  const queued = createQueue()
  let polling: Promise<SyncReport> | null = null
  const reconciling = new Set<Promise<Reconciled>>()
  return {
    fill: (types = FACT_TYPES) => queued(() => poller.readTypes(types, 'fill')),
    fast: () => queued(() => poller.readTypes(FACT_TYPES, 'fast')),
    run(order) {
      if (order) return queued(() => poller.poll(order))
      polling ??= queued(() => poller.poll()).finally(() => {
        polling = null
      })
      return polling
    },
    async reconcile(isForced = false) {
      const run = reconciler.reconcile(isForced)
      reconciling.add(run)
      try {
        return await run
      } finally {
        reconciling.delete(run)
      }
    },
    async stop() {
      ending.abort()
      await Promise.allSettled([queued(async () => undefined), ...reconciling])
    },
  }
}
