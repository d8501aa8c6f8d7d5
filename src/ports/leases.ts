/** What processes on one store share: leases, and the request budget for HubSpot. */

/** The exclusive right to do something until it expires. Each new holder gets a higher epoch. */
export interface Lease {
  name: string
  holder: string
  epoch: number
}

/** The lease has passed to another process, so what this one was about to save was refused. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

/**
 * How long a lease lasts unless it is renewed, by the database's clock, which all its processes share. Longer than the
 * timeout of a post to Slack, so that nobody takes a delivery over while a call is still running.
 */
export const LEASE_MS = 60_000

export interface LeaseRequest {
  name: string
  holder: string
  /** A lease that was taken less than this long ago is not given out, even if it was released. */
  restMs?: number | undefined
}

export interface LeaseStore {
  /** `null` while somebody else holds it or it rests. An expiry further ahead than any lease can reach does not count. */
  acquire(request: LeaseRequest): Promise<Lease | null>
  /** Returns false if it was lost. */
  renew(lease: Lease): Promise<boolean>
  release(lease: Lease): Promise<void>
  /** Who holds which leases now. */
  current(): Promise<{ name: string; holder: string }[]>
}

/** `max` requests in `intervalMs`. `max` need not be a whole number. */
export interface RateLimit {
  max: number
  intervalMs: number
}

/** `granted` slots begin at `at + waitMs`; if none is granted, ask again after `waitMs`. */
export interface TakenSlots {
  granted: number
  /** When they were taken, by the database's clock: epoch ms. */
  at: number
  waitMs: number
}

/** One sequence of slots for each kind of request, by the database's clock, shared by all replicas. */
export interface BudgetStore {
  /** Takes the next `amount` slots of a kind, spaced by `intervalMs / max`, from now or from the last slot taken on. */
  take(kind: 'general' | 'search', amount: number, rate: RateLimit): Promise<TakenSlots>
}
