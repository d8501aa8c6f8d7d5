/** A tick: something that is done again and again, never twice at a time. */
import type { Log as PortLog } from '../ports/clock.ts'

export type Log = Pick<PortLog, 'error'>

export interface Tick {
  /** Does it, unless it is still being done. Never rejects: what goes wrong is logged. */
  run(): Promise<void>
  /** Resolves when nothing is being done; after that `run` does nothing. */
  end(): Promise<void>
}

export function createTick(name: string, work: () => Promise<unknown>, log: Log): Tick {
  let running: Promise<void> | undefined
  let hasEnded = false

  async function workOnce(): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.error({ tick: name, err: error }, 'a tick ended in an error; the next one tries again')
    }
  }

  return {
    async run() {
      if (running || hasEnded) return
      running = workOnce().finally(() => {
        running = undefined
      })
      await running
    },
    async end() {
      hasEnded = true
      await running
    },
  }
}
