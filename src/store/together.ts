/** Saves that wait for each other anyway share a transaction: the disk is waited for once instead of for each. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Engine, inOrder, type Tx } from './engine.ts'

/** Leaves room below the 50 ms that a transaction may take, for the save that goes over and for the commit. */
const LONGEST_MS = 20

interface Waiting {
  /** Answers with what its caller hears once all is committed. */
  run(tx: Tx): Promise<() => void>
  fail(error: unknown): void
}

/**
 * Runs each work in order, in a transaction with those that came while the last one ran. None sees or undoes another:
 * where one fails, all of that transaction are done again, each alone.
 */
export function createTogether(engine: Engine): <T>(work: (tx: Tx) => Promise<T>) => Promise<T> {
  let waiting: Waiting[] = []
  let isRunning = false

  async function alone({ run, fail }: Waiting): Promise<void> {
    try {
      const tell = await inOrder(engine, run)
      tell()
    } catch (error) {
      fail(error)
    }
  }

  /** Answers with those for which no time was left. */
  async function together(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    try {
      const told = await inOrder(engine, (tx) => runInTime(batch, tx))
      for (const tell of told) tell()
      return batch.slice(told.length)
    } catch {
      for (const one of batch) await alone(one)
      return []
    }
  }

  async function runAll(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      await nextTurn()
      const batch = waiting
      waiting = []
      const [only] = batch
      if (only && batch.length === 1) await alone(only)
      else waiting = [...(await together(batch)), ...waiting]
    }
    isRunning = false
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({
        run: async (tx) => {
          const result = await work(tx)
          return () => resolve(result)
        },
        fail: reject,
      })
      if (!isRunning) void runAll()
    })
}

async function runInTime(batch: readonly Waiting[], tx: Tx): Promise<(() => void)[]> {
  const began = performance.now()
  const told: (() => void)[] = []
  for (const { run } of batch) {
    told.push(await run(tx))
    if (performance.now() - began > LONGEST_MS) break
  }
  return told
}
