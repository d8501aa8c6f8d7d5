/** What a change of facts adds to and takes from the tallies: summed up first, written once. */
import type { Fact } from '../domain/facts.ts'
import type { Rules } from '../domain/rules.ts'
import { tallied } from '../domain/tallied.ts'
import { type Cell, type Engine, type Insert, insertRows, type Tx } from './engine.ts'
import { monthOf } from './tally-spans.ts'

const [DAYS, MONTHS] = [adding('tallies', 'day'), adding('tally_months', 'month')]

function adding(table: string, time: string): Insert {
  return {
    table,
    columns: ['tally', time, 'rep', 'amount'],
    onConflict: `(tally, ${time}, rep) do update set amount = ${table}.amount + excluded.amount`,
  }
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
  const sums: Sums = new Map()
  const add = ({ tally, day, rep }: { tally: string; day: string; rep: string }, amount: number) =>
    addTo(sums, { tally, time: day, rep, amount })
  return {
    count({ fact, rules, sign, maturedUntil }) {
      for (const part of tallied(fact, rules)) {
        if (part.from === null || part.from <= maturedUntil) add(part, sign * part.amount)
      }
    },
    countMaturing(fact, rules, { from, until }) {
      for (const part of tallied(fact, rules)) {
        if (part.from !== null && part.from > from && part.from <= until) add(part, part.amount)
      }
    },
    /** Nobody else writes tallies meanwhile: all who do so follow one another (`inOrder`). */
    async write(engine, tx) {
      const changed = [...sums.values()].filter(({ amount }) => amount !== 0)
      await insertRows({ engine, tx }, DAYS, rowsOf(changed))
      await insertRows({ engine, tx }, MONTHS, rowsOf(byMonth(changed)))
    },
  }
}

/** `time`: a day or a month. */
interface Sum {
  tally: string
  time: string
  rep: string
  amount: number
}

type Sums = Map<string, Sum>

function addTo(sums: Sums, { tally, time, rep, amount }: Sum): void {
  const key = `${tally}|${time}|${rep}`
  const sum = sums.get(key)
  if (sum) sum.amount += amount
  else sums.set(key, { tally, time, rep, amount })
}

function byMonth(days: readonly Sum[]): Sum[] {
  const months: Sums = new Map()
  for (const day of days) addTo(months, { ...day, time: monthOf(day.time) })
  return [...months.values()].filter(({ amount }) => amount !== 0)
}

function rowsOf(sums: readonly Sum[]): Cell[][] {
  return sums.map(({ tally, time, rep, amount }) => [tally, time, Number(rep), amount])
}
