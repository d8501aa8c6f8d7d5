/** Keeps a lease while something is done: renewed as long as it runs, released when it ends. */
import { LEASE_MS, type Lease, LeaseLostError, type LeaseStore } from '../ports/leases.ts'

const RENEW_EVERY_MS = LEASE_MS / 3

export interface LeaseKeeper {
  /** The lease that is held, or was last: what is saved late under it is refused once another process has it. */
  lease(): Lease | undefined
  /** Does the work alone; `null` when another process does it, or has taken it over. */
  run<T>(work: () => Promise<T>): Promise<T | null>
}

export interface LeasePorts {
  /** How long what another process has just done is not done again. */
  restMs?: number | undefined
  leases: LeaseStore
  name: string
  holder: string
}

export function createLeaseKeeper({ leases, name, holder, restMs }: LeasePorts): LeaseKeeper {
  let held: Lease | undefined
  const renew = async () => {
    // A lease that was lost is noticed by the transaction that checks it.
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

/** For a store that one process has for itself. */
export const ALONE: LeaseKeeper = { lease: () => undefined, run: (work) => work() }
