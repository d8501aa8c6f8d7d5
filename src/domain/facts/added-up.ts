/** Adds up sums of tallies that come in parts. */
import type { Day } from '../calendar/day.ts'
import type { Tally } from './tally.ts'

interface Sum {
  rep: string
  tally: Tally
  amount: number
}

/** One of each rep and tally. */
export function addedUp(all: readonly Sum[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const { rep, tally, amount } of all) {
    const key = `${rep} ${tally}`
    sums.set(key, { rep, tally, amount: amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}

/** One of each day, rep and tally, in order of days. */
export function addedUpByDay<S extends Sum & { day: Day }>(all: readonly S[]): S[] {
  const sums = new Map<string, S>()
  for (const one of all) {
    const key = `${one.day} ${one.rep} ${one.tally}`
    sums.set(key, { ...one, amount: one.amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
