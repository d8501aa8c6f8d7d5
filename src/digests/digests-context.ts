/** What digests need from outside, and what their parts share. */

import type { DigestSetting } from '../domain/company/settings.ts'
import type { Digest } from '../domain/digest/digest.ts'
import type { Clock, Log as PortLog } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { DigestOrder, NotReady } from './order.ts'

type Log = Pick<PortLog, 'error'>

/** Makes a digest, or says why it cannot be made yet. */
export type AssembleDigest = (setting: DigestSetting, order: DigestOrder) => Promise<Digest | NotReady>

export interface DigestsOptions {
  store: Pick<Store, 'deliveries' | 'settings' | 'slots' | 'time'>
  clock: Clock
  assemble: AssembleDigest
  log: Log
  /** Slack user ids to notify of problems if neither the digest nor the settings name anybody. */
  admins?: readonly string[]
}

/** How many slots had each outcome in one run. */
export interface RunDone {
  queued: number
  late: number
  skipped: number
  waiting: number
  failed: number
}

/** What the parts of digests share. `waitingSince` is keyed by schedule and local date. */
export interface DigestsContext extends Required<DigestsOptions> {
  waitingSince: Map<string, number>
}
