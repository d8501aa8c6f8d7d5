/** What a change of facts adds to and takes from the tallies: summed up first, written once. */
import type { Fact } from '../domain/facts.ts'
import type { Rules } from '../domain/rules.ts'
import { contributions } from '../domain/tallies.ts'
import { type Cell, type Engine, insertRows, type Tx } from './engine.ts'

const INSERT = {
  table: 'tallies',
  columns: ['tally', 'day', 'rep', 'amount'],
  onConflict: '(tally, day, rep) do update set amount = tallies.amount + excluded.amount',
}

/** Sums of changes by tally, day and rep. */
export interface TallyChanges {
  /** Adds (`sign` 1) or takes away (-1) what a fact contributes, of the parts that count at `maturedUntil`. */
  count(change: { fact: Fact; rules: Rules; sign: 1 | -1; maturedUntil: number }): void
  /** Adds the parts that begin to count after `from`, up to and including `until`. */
  countMaturing(fact: Fact, rules: Rules, span: { from: number; until: number }): void
  write(engine: Engine, tx: Tx): Promise<void>
}

export function tallyChanges(): TallyChanges {
  const sums = new Map<string, { cells: [string, string, number]; amount: number }>()
  const add = ({ tally, day, rep }: { tally: string; day: string; rep: string }, amount: number) => {
    const key = `${tally}|${day}|${rep}`
    const sum = sums.get(key)
    if (sum) sum.amount += amount
    else sums.set(key, { cells: [tally, day, Number(rep)], amount })
  }
  return {
    count({ fact, rules, sign, maturedUntil }) {
      for (const part of contributions(fact, rules)) {
        if (part.from === null || part.from <= maturedUntil) add(part, sign * part.amount)
      }
    },
    countMaturing(fact, rules, { from, until }) {
      for (const part of contributions(fact, rules)) {
        if (part.from !== null && part.from > from && part.from <= until) add(part, part.amount)
      }
    },
    async write(engine, tx) {
      const rows: Cell[][] = []
      // In one order everywhere, so that replicas that write the same days never wait for each other in a circle.
      for (const key of [...sums.keys()].sort()) {
        const sum = sums.get(key)
        if (sum && sum.amount !== 0) rows.push([...sum.cells, sum.amount])
      }
      await insertRows({ engine, tx }, INSERT, rows)
    },
  }
}
