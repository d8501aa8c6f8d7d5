/** What a change of facts adds to and subtracts from the tallies: summed up first, written once. */

import type { Rules } from '../domain/company/rules.ts'
import type { SyncedFact } from '../domain/facts/facts.ts'
import { tallied } from '../domain/facts/tallied.ts'
import type { Cell } from './columns.ts'
import { type Engine, type Insert, insertRows, type Tx } from './engine.ts'
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
  /** Adds (`sign` 1) or subtracts (-1) the parts of a fact's contribution that count at `maturedUntil`. */
  count(change: { fact: SyncedFact; rules: Rules; sign: 1 | -1; maturedUntil: number }): void
  /** Adds the parts that begin to count after `from`, up to and including `until`. */
  countMaturing(fact: SyncedFact, rules: Rules, span: { from: number; until: number }): void
  write(engine: Engine, tx: Tx): Promise<void>
}

export function tallyChanges(): TallyChanges {
  const days = createSums()
  return {
    count({ fact, rules, sign, maturedUntil }) {
      for (const { rep, day, tally, amount, from } of tallied(fact, rules)) {
        if (from === null || from <= maturedUntil) days.add(day, rep, tally, sign * amount)
      }
    },
    countMaturing(fact, rules, { from, until }) {
      for (const part of tallied(fact, rules)) {
        if (part.from !== null && part.from > from && part.from <= until)
          days.add(part.day, part.rep, part.tally, part.amount)
      }
    },
    /** Nobody else writes tallies at the same time: all who do run one after another (`inOrder`). */
    async write(engine, tx) {
      await insertRows({ engine, tx }, DAYS, days.rows())
      await insertRows({ engine, tx }, MONTHS, days.byMonth().rows())
    },
  }
}

/** `time`: a day or a month. */
interface Sums {
  add(time: string, rep: string, tally: string, amount: number): void
  byMonth(): Sums
  /** Leaves out sums of 0. */
  rows(): Cell[][]
}

interface Place {
  time: string
  rep: string
  amounts: Map<string, number>
}

/**
 * Sorted by time and rep, then by tally: most of a fact's contribution has the same day and rep, which is then looked
 * up once.
 */
function createSums(): Sums {
  const places = new Map<string, Place>()
  let last: Place | undefined
  function placeOf(time: string, rep: string): Place {
    if (last?.time === time && last.rep === rep) return last
    const key = `${time} ${rep}`
    last = places.get(key) ?? { time, rep, amounts: new Map() }
    places.set(key, last)
    return last
  }
  return {
    add(time, rep, tally, amount) {
      const { amounts } = placeOf(time, rep)
      amounts.set(tally, (amounts.get(tally) ?? 0) + amount)
    },
    byMonth() {
      const months = createSums()
      for (const { time, rep, amounts } of places.values()) {
        for (const [tally, amount] of amounts) months.add(monthOf(time), rep, tally, amount)
      }
      return months
    },
    rows() {
      const rows: Cell[][] = []
      for (const { time, rep, amounts } of places.values()) {
        for (const [tally, amount] of amounts) if (amount !== 0) rows.push([tally, time, Number(rep), amount])
      }
      return rows
    },
  }
}
