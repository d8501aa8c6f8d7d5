/** Keeps a lease while work is done: renews it as long as the work runs and releases it at the end. */
import { LEASE_MS, type Lease, LeaseLostError, type LeaseStore } from '../ports/leases.ts'

const RENEW_EVERY_MS = LEASE_MS / 3

export interface LeaseKeeper {
  /** The current lease, or the last one: late saves under it are refused once another process has it. */
  lease(): Lease | undefined
  /** Does the work exclusively; returns `null` if another process does it or has taken it over. */
  run<T>(work: () => Promise<T>): Promise<T | null>
}

export interface LeasePorts {
  /** How long work that another process has just done is not repeated. */
  restMs?: number | undefined
  leases: LeaseStore
  name: string
  holder: string
}

export function createLeaseKeeper({ leases, name, holder, restMs }: LeasePorts): LeaseKeeper {
  let held: Lease | undefined
  const renew = async () => {
    // A lost lease is noticed by the transaction that checks it.
    if (held) await leases.renew(held).catch(() => false)
  }
  return {
    lease: () => held,
    async run(work) {
      const lease = await leases.acquire({ name, holder, restMs })
      if (!lease) return null
      held = lease
      const timer = setInterval(renew, RENEW_EVERY_MS)
      try {
        return await work()
      } catch (error) {
        if (error instanceof LeaseLostError) return null
        throw error
      } finally {
        clearInterval(timer)
        await leases.release(lease)
      }
    },
  }
}

/** For a store that only one process uses. */
export const ALONE: LeaseKeeper = { lease: () => undefined, run: (work) => work() }
