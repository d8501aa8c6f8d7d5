/** One way in which an answer goes wrong. `accept-…` carries out the call and then spoils the answer. */
export type Fault =
  | { kind: 'accept-then-reset' }
  | { kind: 'accept-then-500' }
  | { kind: 'accept-then-slow'; delayMs: number }
  | { kind: 'slow'; delayMs: number }
  | { kind: 'reset' }
  | { kind: 'status'; status: number }
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'error'; error: string }
  | { kind: 'html'; status: number }

export interface Faults {
  /** Applies the fault to the next `times` calls of the method ('*' for any, 'response_url' for posts to such URLs). */
  next(method: string, fault: Fault, times?: number): void
  /** While true, every connection from the app is cut immediately. */
  isDown: boolean
  clear(): void
  /** The fault for this call, if any; uses up one of its times. */
  take(method: string): Fault | undefined
}

interface Planned {
  method: string
  fault: Fault
  left: number
}

export function createFaults(): Faults {
  let planned: Planned[] = []
  const faults: Faults = {
    isDown: false,
    next(method, fault, times = 1) {
      planned.push({ method, fault, left: times })
    },
    clear() {
      planned = []
      faults.isDown = false
    },
    take(method) {
      if (faults.isDown) return { kind: 'reset' }
      const found = planned.find((plan) => plan.method === method || plan.method === '*')
      if (found === undefined) return undefined
      found.left -= 1
      if (found.left <= 0) planned = planned.filter((plan) => plan !== found)
      return found.fault
    },
  }
  return faults
}
