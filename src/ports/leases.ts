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

export interface LeaseWish {
  name: string
  holder: string
  /** Epoch ms. */
  now: number
  forMs: number
  /** What was taken less than so long ago is left alone, although it was given back. */
  restMs?: number | undefined
}

export interface LeaseStore {
  /** `null` while somebody else holds it, and while it rests. */
  acquire(wish: LeaseWish): Promise<Lease | null>
  /** False when it was lost. */
  renew(lease: Lease, now: number, forMs: number): Promise<boolean>
  release(lease: Lease): Promise<void>
  /** Who holds which leases now. */
  held(now: number): Promise<{ name: string; holder: string }[]>
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
