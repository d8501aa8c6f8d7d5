/** Tracks work in progress, so that a stop can wait for it. */
export interface InFlight {
  run<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when all work in progress is done, or after `deadlineMs` at the latest. */
  drain(deadlineMs: number): Promise<void>
}

export function createInFlight(): InFlight {
  const underWay = new Set<Promise<unknown>>()
  return {
    async run(work) {
      const done = work()
      underWay.add(done)
      try {
        return await done
      } finally {
        underWay.delete(done)
      }
    },
    async drain(deadlineMs) {
      const all = Promise.allSettled(underWay)
      let timer: NodeJS.Timeout | undefined
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs)
      })
      await Promise.race([all, deadline])
      clearTimeout(timer)
    },
  }
}
