/** The context of deliveries: what sending, looking up and notifying share. */
import type { Clock, Log as PortLog } from '../ports/clock.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { Store } from '../ports/store.ts'

type Log = Pick<PortLog, 'warn' | 'error'>

export interface DeliveriesOptions {
  store: Pick<Store, 'deliveries' | 'settings'>
  messenger: Messenger
  clock: Clock
  log: Log
  /** Slack user ids to notify of problems if neither the digest nor the settings name anybody. */
  admins?: readonly string[]
  /** Distinguishes this worker from all others on the same store. */
  worker?: string
  /** Resolves after this many milliseconds of the clock. */
  wait?: (ms: number) => Promise<unknown>
}

/** How many deliveries ended in each way. `sent` includes those found by looking; `unknown` are those given up on. */
export interface WorkDone {
  sent: number
  retried: number
  failed: number
  uncertain: number
  unknown: number
}

/** What sending, looking up and telling owners share during one round of work. */
export interface DeliveriesContext extends Required<Omit<DeliveriesOptions, 'wait'>> {
  pace: (channel: string) => Promise<void>
  isDraining: () => boolean
  done: WorkDone
}
