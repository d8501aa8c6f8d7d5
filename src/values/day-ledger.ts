/** Reads the tallies of a period once, by day, and computes the sums of any days within it from memory. */

import { addDays, type Day, daysBetween, daysOf } from '../domain/calendar/day.ts'
import { cutAtArchive, type Rep } from '../domain/company/roster.ts'
import type { Tally } from '../domain/facts/tally.ts'
import type { TallyDay, TallyQuery, TallySum } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'
import { yieldTurn } from '../ports/turns.ts'

export interface DayLedgerQuery {
  reps: readonly Rep[]
  tallies: readonly Tally[]
  from: Day
  until: Day
  /** The moment as of which meetings ahead count. */
  at: number
}

/** Small enough that no reading blocks for long. */
const ROWS_A_READING = 5_000

/** The store with the tallies of these reps and days in memory. Queries that go beyond them are read from the store. */
export async function withDaysInMemory(store: Store, query: DayLedgerQuery): Promise<Store> {
  const days = await readDays(store, query)
  const tallies = new Set(query.tallies)
  const reps = new Set(query.reps.map((rep) => rep.id))
  const isInMemory = (asked: TallyQuery) =>
    asked.from >= query.from &&
    asked.until <= query.until &&
    asked.at === query.at &&
    asked.tallies.every((tally) => tallies.has(tally)) &&
    (asked.reps?.every((rep) => reps.has(rep)) ?? false)
  return {
    ...store,
    tallies: {
      ...store.tallies,
      sum: async (asked) => (isInMemory(asked) ? sumOf(days, asked) : store.tallies.sum(asked)),
      byDay: async (asked) => (isInMemory(asked) ? rowsOf(days, asked) : store.tallies.byDay(asked)),
    },
  }
}

type Days = ReadonlyMap<Day, TallyDay[]>

async function readDays(store: Store, { reps, tallies, from, until, at }: DayLedgerQuery): Promise<Days> {
  if (from >= until || reps.length === 0 || tallies.length === 0) return new Map()
  const step = Math.max(1, Math.floor(ROWS_A_READING / (reps.length * tallies.length)))
  const lastDays = new Map(reps.map((rep) => [rep.id, cutAtArchive(rep, until)]))
  const ids = [...lastDays.keys()]
  const days = new Map<Day, TallyDay[]>()
  for (let begin = 0; begin < daysBetween(from, until); begin += step) {
    const end = addDays(from, begin + step)
    const slice = { from: addDays(from, begin), until: end < until ? end : until }
    for (const row of await store.tallies.byDay({ ...slice, tallies, reps: ids, at })) {
      if (row.day >= (lastDays.get(row.rep) ?? '')) continue
      const ofDay = days.get(row.day)
      if (ofDay) ofDay.push(row)
      else days.set(row.day, [row])
    }
    await yieldTurn()
  }
  return days
}

function rowsOf(days: Days, { from, until, tallies, reps = [] }: TallyQuery): TallyDay[] {
  const [askedReps, askedTallies] = [new Set(reps), new Set(tallies)]
  return daysOf(from, until).flatMap((day) =>
    (days.get(day) ?? []).filter(({ rep, tally }) => askedReps.has(rep) && askedTallies.has(tally)),
  )
}

async function sumOf(days: Days, asked: TallyQuery): Promise<TallySum[]> {
  const sums = new Map<string, TallySum>()
  let rows = 0
  for (const day of daysOf(asked.from, asked.until)) {
    const ofDay = rowsOf(days, { ...asked, from: day, until: addDays(day, 1) })
    for (const { rep, tally, amount } of ofDay) {
      const sum = sums.get(`${rep} ${tally}`)
      if (sum) sum.amount += amount
      else sums.set(`${rep} ${tally}`, { rep, tally, amount })
    }
    rows += ofDay.length
    if (rows < ROWS_A_READING) continue
    rows = 0
    await yieldTurn()
  }
  return [...sums.values()]
}
