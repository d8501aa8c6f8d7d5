/** A process that can die at any call: what it had committed by then remains, and nothing it does afterwards counts. */
import type { Source } from '../../src/ports/source.ts'
import type { Store } from '../../src/ports/store.ts'

export class Killed extends Error {
  override name = 'Killed'
}

export interface Life {
  /** The process dies at its nth call from now: before the call if `n` is even, after it if `n` is odd. */
  endAfter(calls: number): void
  isOver(): boolean
}

type Ports = { source: Source; store: Store }

export function aMortal({ source, store }: Ports): Ports & { life: Life } {
  let left = Number.POSITIVE_INFINITY
  let isOver = false
  let diesAfter = false
  const die = (): never => {
    isOver = true
    throw new Killed('the process was killed')
  }
  const living =
    (call: (...args: unknown[]) => unknown, target: unknown) =>
    async (...args: unknown[]) => {
      if (isOver) die()
      left -= 1
      if (left === 0 && !diesAfter) die()
      const isLast = left === 0
      const answer = await call.apply(target, args)
      return isLast || isOver ? die() : answer
    }
  function mortal<T extends object>(whole: T): T {
    const parts = Object.entries(whole).map(([name, part]) => {
      if (typeof part === 'function') return [name, living(part, whole)]
      return [name, typeof part === 'object' && part !== null ? mortal(part) : part]
    })
    return Object.fromEntries(parts) as T
  }
  return {
    source: mortal(source),
    store: mortal(store),
    life: {
      endAfter(calls) {
        left = calls
        diesAfter = calls % 2 === 1
      },
      isOver: () => isOver,
    },
  }
}
