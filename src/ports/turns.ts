/**
 * Turns of the event loop. SQLite and the domain are synchronous, and awaiting a settled promise does not let timers and
 * sockets run. Long work yields here, and nowhere else, so that acknowledgements and answers never wait for it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long enough that yielding costs almost nothing, short enough that five concurrent pieces of work stay under 50 ms. */
const LONGEST_TURN_MS = 8

let turnBegan = performance.now()

/** Lets timers and sockets run once the present turn has lasted 8 ms. Before that it resolves at once. */
export async function yieldTurn(): Promise<void> {
  if (!isTurnOver()) return
  await nextTurn()
  turnBegan = performance.now()
}

function isTurnOver(): boolean {
  return performance.now() - turnBegan >= LONGEST_TURN_MS
}

/** Calls `work` with each element, in order, over as many turns as it takes. */
export async function eachInTurns<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  for (const one of all) {
    work(one)
    if (isTurnOver()) await yieldTurn()
  }
}

/** Maps each element, in order, over as many turns as it takes. */
export async function mapInTurns<T, R>(all: Iterable<T>, map: (one: T) => R): Promise<R[]> {
  const made: R[] = []
  await eachInTurns(all, (one) => made.push(map(one)))
  return made
}

/** A queue that gives each caller a turn of its own, so that sockets are served between them whatever they do. */
export function createTurnQueue(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(() => nextTurn())
    return last
  }
}
