/** Sync turns HubSpot's records into facts in the store: a first fill, then with each poll what has changed. */
import type { PollSummary } from './poll-summary.ts'
import { createPoller, type PollOrder } from './poller.ts'
import { createQueue } from './queue.ts'
import { createReconciler, type Reconciled, type ReconcilePorts } from './reconcile.ts'

/**
 * Each method rejects only for faults of the program itself. HubSpot's faults are in the report, and in the store on
 * the type or the part of the directory that they affect. Calls run one at a time.
 */
export interface Sync {
  /** One whole poll. A call without an order joins the poll in progress. */
  run(order?: PollOrder): Promise<PollSummary>
  /** The nightly pass where it is due, or everywhere. It does not wait its turn: polls continue in parallel. */
  reconcile(isForced?: boolean): Promise<Reconciled>
  /**
   * Stops what is running at its current page and resolves when nothing runs any more. What was stopped, and every
   * read after it, rejects with `SyncStoppedError`.
   */
  stop(): Promise<void>
}

export function createSync(ports: ReconcilePorts): Sync {
  const ending = new AbortController()
  const stopping = ending.signal
  const poller = createPoller({ ...ports, stopping })
  const reconciler = createReconciler({ ...ports, stopping })
  const queued = createQueue()
  let polling: Promise<PollSummary> | null = null
  const reconciling = new Set<Promise<Reconciled>>()
  return {
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
