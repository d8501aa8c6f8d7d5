/**
 * Saves that would wait for each other share a transaction, so that the disk is waited for once rather than for each.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Engine, inOrder, type Tx } from './engine.ts'

/** Leaves room below the 50 ms that a transaction may take, for the save that runs over and for the commit. */
const LONGEST_MS = 20

interface Waiting {
  /** Returns the callback that reports the result to the caller after the commit. */
  run(tx: Tx): Promise<() => void>
  fail(error: unknown): void
}

/**
 * Runs the works in order, each in a transaction with those that arrived while the last one ran. None sees or undoes
 * another: if one fails, all works of that transaction run again, each alone.
 */
export function createGroupCommit(engine: Engine): <T>(work: (tx: Tx) => Promise<T>) => Promise<T> {
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

  /** Returns the works that there was no time left for. */
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
