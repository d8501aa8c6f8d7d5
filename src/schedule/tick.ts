/** A tick: work that is repeated but never overlaps itself. */
import type { Log as PortLog } from '../ports/clock.ts'

export type Log = Pick<PortLog, 'error'>

export interface Tick {
  /** Does the work, unless it is still running. Never rejects: errors are logged. */
  run(): Promise<void>
  /** Resolves when nothing is running; from the call on, `run` does nothing. */
  end(): Promise<void>
}

export function createTick(name: string, work: () => Promise<unknown>, log: Log): Tick {
  let running: Promise<void> | undefined
  let hasEnded = false

  async function workOnce(): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.error({ tick: name, err: error }, 'a tick failed; the next one will try again')
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
