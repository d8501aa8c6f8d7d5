/** What processes on one store share: leases, and the budget of requests to HubSpot. */

/** The right to do something alone, until it runs out. Who takes it over has a higher epoch. */
export interface Lease {
  name: string
  holder: string
  epoch: number
}

/** The lease has passed to another process: what this one was about to save is void. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

/** How long a lease holds unless it is renewed, by the clock of the database, which all who share it go by. */
export const LEASE_MS = 60_000

export interface LeaseWish {
  name: string
  holder: string
  /** What was taken less than so long ago is left alone, although it was given back. */
  restMs?: number | undefined
}

export interface LeaseStore {
  /** `null` while somebody else holds it, and while it rests. One that lies further ahead than any can is not held. */
  acquire(wish: LeaseWish): Promise<Lease | null>
  /** False when it was lost. */
  renew(lease: Lease): Promise<boolean>
  release(lease: Lease): Promise<void>
  /** Who holds which leases now. */
  held(): Promise<{ name: string; holder: string }[]>
}

/** `max` requests in `intervalMs`; `max` need not be whole. */
export interface RateLimit {
  max: number
  intervalMs: number
}

/** One row of slots for each kind of request, from which all replicas take. */
export interface BudgetStore {
  /**
   * Takes the next `amount` slots of a kind, spaced by `intervalMs / max`, from `now` (epoch ms) on or after the last one
   * taken. `granted` slots begin at `now + waitMs`; with none granted, ask again after `waitMs`.
   */
  take(
    kind: 'general' | 'search',
    amount: number,
    now: number,
    rate: RateLimit,
  ): Promise<{ granted: number; waitMs: number }>
}
