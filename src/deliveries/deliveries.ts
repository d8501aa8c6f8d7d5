/** Deliveries: messages in the outbox become posts, each exactly once. A person is told if the outcome stays unknown. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DeliveriesContext, DeliveriesOptions, WorkDone } from './deliveries-context.ts'
import { lookUpUncertain } from './look-up.ts'
import { createPace } from './pace.ts'
import { sendDue } from './send.ts'

export interface Deliveries {
  /** Takes over from dead workers, looks for uncertain posts and sends all that is due. Any number can run at once. */
  work(): Promise<WorkDone>
  /** Starts nothing more; resolves once the running sends have been settled. */
  drain(): Promise<void>
}

export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { clock, admins = [], worker = randomUUID(), wait = sleep } = options
  const pace = createPace(clock, wait)
  const running = new Set<Promise<WorkDone>>()
  let isDraining = false

  return {
    async work() {
      const done: WorkDone = { sent: 0, retried: 0, failed: 0, uncertain: 0, unknown: 0 }
      if (isDraining) return done
      const run = work({ ...options, admins, worker, pace, isDraining: () => isDraining, done })
      running.add(run)
      return run.finally(() => running.delete(run))
    },
    async drain() {
      isDraining = true
      await Promise.allSettled(running)
    },
  }
}

async function work(context: DeliveriesContext): Promise<WorkDone> {
  await context.store.deliveries.expire()
  await lookUpUncertain(context)
  await sendDue(context)
  return context.done
}
