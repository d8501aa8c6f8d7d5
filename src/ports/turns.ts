/**
 * Turns of the event loop. SQLite and the domain are synchronous, and awaiting what is there already does not let timers and
 * sockets in: long work yields here, and nowhere else, so that acknowledgements and answers never wait for it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long enough that yielding costs nothing, short enough that five pieces of work side by side stay under 50 ms. */
const LONGEST_TURN_MS = 8

let turnBegan = performance.now()

/** Lets timers and sockets in once the present turn has lasted 8 ms; resolves at once before that. */
export async function yieldTurn(): Promise<void> {
  if (!isTurnOver()) return
  await nextTurn()
  turnBegan = performance.now()
}

function isTurnOver(): boolean {
  return performance.now() - turnBegan >= LONGEST_TURN_MS
}

/** Does `work` with each, in order, over as many turns as it takes. */
export async function eachInTurns<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  for (const one of all) {
    work(one)
    if (isTurnOver()) await yieldTurn()
  }
}

/** What `map` makes of each, in order, over as many turns as it takes. */
export async function mapInTurns<T, R>(all: Iterable<T>, map: (one: T) => R): Promise<R[]> {
  const made: R[] = []
  await eachInTurns(all, (one) => made.push(map(one)))
  return made
}

/** A queue in which each caller waits for a turn of its own: whatever they do there, sockets are heard between them. */
export function createTurnQueue(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(() => nextTurn())
    return last
  }
}
