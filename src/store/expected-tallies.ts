/** Tallies worked out from the facts, summed up in a file of its own that the system removes: memory holds a part of them. */
import { DatabaseSync } from 'node:sqlite'
import { yieldTurn } from '../ports/turns.ts'

/** What of a tally a rep has on a day. */
export interface DayAmount {
  day: string
  rep: number
  amount: number
}

export interface ExpectedTallies {
  add(tally: string, day: string, rep: string, amount: number): void
  /** Makes room in memory where there is need for it: to be called each thousand facts. */
  settle(): Promise<void>
  /** Every tally with each month in which it is not 0. */
  months(): Promise<{ tally: string; month: string }[]>
  /** Those of a tally that are not 0, from one day through another. */
  between(tally: string, from: string, through: string): DayAmount[]
  close(): void
}

/** Sums that wait in memory: so few that they are written before the garbage collector grows its heap for them. */
const KEPT_SUMS = 2_000
const ROWS_A_TURN = 2_000

/** Nothing of it outlives the process, and 16 MB of it are kept in memory. */
const SCRATCH = `pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16000;
  create table expected (tally text, day text, rep integer, amount integer, primary key (tally, day, rep)) without rowid`

export function expectedTallies(): ExpectedTallies {
  const scratch = new DatabaseSync('')
  scratch.exec(SCRATCH)
  const insert = scratch.prepare(`insert into expected values (?, ?, ?, ?)
    on conflict do update set amount = amount + excluded.amount`)
  const select = scratch.prepare(`select day, rep, amount from expected
    where tally = ? and day >= ? and day <= ? and amount <> 0`)
  let sums = new Map<string, number>()

  async function write(): Promise<void> {
    const full = sums
    sums = new Map()
    let written = 0
    scratch.exec('begin')
    for (const [key, amount] of full) {
      const { tally, day, rep } = partsOf(key)
      insert.run(tally, day, Number(rep), amount)
      written += 1
      if (written % ROWS_A_TURN === 0) await yieldTurn()
    }
    scratch.exec('commit')
  }

  return {
    add(tally, day, rep, amount) {
      const key = `${day}|${rep}|${tally}`
      sums.set(key, (sums.get(key) ?? 0) + amount)
    },
    async settle() {
      if (sums.size >= KEPT_SUMS) await write()
    },
    async months() {
      await write()
      const query = 'select distinct tally, substr(day, 1, 7) as month from expected where amount <> 0'
      return scratch
        .prepare(query)
        .all()
        .map(({ tally, month }) => ({ tally: String(tally), month: String(month) }))
    },
    between: (tally, from, through) =>
      select
        .all(tally, from, through)
        .map(({ day, rep, amount }) => ({ day: String(day), rep: Number(rep), amount: Number(amount) })),
    close: () => scratch.close(),
  }
}

/** The tally comes last: names of stages are in it, which HubSpot lets people choose. */
function partsOf(key: string): { day: string; rep: string; tally: string } {
  const [day = '', rep = '', ...tally] = key.split('|')
  return { day, rep, tally: tally.join('|') }
}
