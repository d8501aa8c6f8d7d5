/** Tallies of a period read by day once, from which the sums of any days of it are told. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { addDays, type Day, daysBetween, daysOf } from '../domain/calendar/day.ts'
import { cutAtArchive, type Rep } from '../domain/roster.ts'
import type { Tally } from '../domain/tally.ts'
import type { Store, TallyDay, TallyQuery, TallySum } from '../ports.ts'

export interface DayLedgerQuery {
  reps: readonly Rep[]
  tallies: readonly Tally[]
  from: Day
  until: Day
  /** The moment as of which meetings ahead count. */
  at: number
}

/** So few that no reading blocks for long. */
const ROWS_A_READING = 5_000

/** The store, but with the tallies of these reps and days in memory. What goes beyond them is read as ever. */
export async function withDaysInMemory(store: Store, query: DayLedgerQuery): Promise<Store> {
  const days = await readDays(store, query)
  const tallies = new Set(query.tallies)
  const reps = new Set(query.reps.map((rep) => rep.id))
  const isHeld = (asked: TallyQuery) =>
    asked.from >= query.from &&
    asked.until <= query.until &&
    asked.at === query.at &&
    asked.tallies.every((tally) => tallies.has(tally)) &&
    (asked.reps?.every((rep) => reps.has(rep)) ?? false)
  return {
    ...store,
    tallies: {
      ...store.tallies,
      sum: async (asked) => (isHeld(asked) ? sumOf(rowsOf(days, asked)) : store.tallies.sum(asked)),
      byDay: async (asked) => (isHeld(asked) ? rowsOf(days, asked) : store.tallies.byDay(asked)),
    },
  }
}

type Days = ReadonlyMap<Day, TallyDay[]>

async function readDays(store: Store, { reps, tallies, from, until, at }: DayLedgerQuery): Promise<Days> {
  if (from >= until || reps.length === 0 || tallies.length === 0) return new Map()
  const step = Math.max(1, Math.floor(ROWS_A_READING / (reps.length * tallies.length)))
  const lastDays = new Map(reps.map((rep) => [rep.id, cutAtArchive(rep, until)]))
  const ids = [...lastDays.keys()]
  const rows: TallyDay[] = []
  for (let begin = 0; begin < daysBetween(from, until); begin += step) {
    const end = addDays(from, begin + step)
    const slice = { from: addDays(from, begin), until: end < until ? end : until }
    for (const row of await store.tallies.byDay({ ...slice, tallies, reps: ids, at })) {
      if (row.day < (lastDays.get(row.rep) ?? '')) rows.push(row)
    }
    await nextTurn()
  }
  return Map.groupBy(rows, (row) => row.day)
}

function rowsOf(days: Days, { from, until, tallies, reps = [] }: TallyQuery): TallyDay[] {
  const [whose, which] = [new Set(reps), new Set(tallies)]
  return daysOf(from, until).flatMap((day) =>
    (days.get(day) ?? []).filter(({ rep, tally }) => whose.has(rep) && which.has(tally)),
  )
}

function sumOf(rows: readonly TallyDay[]): TallySum[] {
  const sums = new Map<string, TallySum>()
  for (const { rep, tally, amount } of rows) {
    const key = `${rep} ${tally}`
    sums.set(key, { rep, tally, amount: (sums.get(key)?.amount ?? 0) + amount })
  }
  return [...sums.values()]
}
