/** A round of work: what its parts share. */
import type { Clock, Log as PortLog } from '../ports/clock.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { Store } from '../ports/store.ts'

type Log = Pick<PortLog, 'warn' | 'error'>

export interface DeliveriesOptions {
  store: Pick<Store, 'deliveries' | 'settings'>
  messenger: Messenger
  clock: Clock
  log: Log
  /** Slack user ids who are told of problems where neither the digest nor the settings name anybody. */
  admins?: readonly string[]
  /** Tells this worker from all others on the same store. */
  worker?: string
  /** Resolves after so many milliseconds of the clock. */
  wait?: (ms: number) => Promise<unknown>
}

/** How many deliveries ended in which way. `sent` has those found by looking, `unknown` those given up on. */
export interface WorkDone {
  sent: number
  retried: number
  failed: number
  uncertain: number
  unknown: number
}

/** What the parts of this room share during one round of work. */
export interface Round extends Required<Omit<DeliveriesOptions, 'wait'>> {
  pace: (channel: string) => Promise<void>
  isDraining: () => boolean
  done: WorkDone
}
