/** Reads sums of tallies for the reps of a scope, without the days after a rep was archived. */
import type { Day } from '../domain/calendar/day.ts'
import { cutAtArchive, type Rep } from '../domain/company/roster.ts'
import type { Tally } from '../domain/facts/tally.ts'
import type { TallySums } from '../domain/metrics/measure.ts'
import type { TallySum } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'

/** Sums by owner id. A rep without sums is not in it. */
export type Ledger = ReadonlyMap<string, TallySums>

export interface LedgerQuery {
  reps: readonly Rep[]
  tallies: readonly Tally[]
  from: Day
  until: Day
  /** The moment as of which meetings ahead count. */
  at: number
}

export async function readLedger(store: Store, query: LedgerQuery): Promise<Ledger> {
  const rows = await Promise.all(
    byLastDay(query).map(({ until, reps }) =>
      store.tallies.sum({
        tallies: [...new Set(query.tallies)],
        from: query.from,
        until,
        reps,
        at: query.at,
      }),
    ),
  )
  return toLedger(rows.flat())
}

/** Groups reps by the end of their days, so that each group takes one query. Nearly always there is only one group. */
function byLastDay({ reps, from, until }: LedgerQuery): { until: Day; reps: string[] }[] {
  const groups = new Map<Day, string[]>()
  for (const rep of reps) {
    const end = cutAtArchive(rep, until)
    if (end > from) groups.set(end, [...(groups.get(end) ?? []), rep.id])
  }
  return [...groups].map(([end, ids]) => ({ until: end, reps: ids }))
}

function toLedger(rows: readonly TallySum[]): Ledger {
  const ledger = new Map<string, Partial<Record<Tally, number>>>()
  for (const { rep, tally, amount } of rows) {
    const sums = ledger.get(rep) ?? {}
    sums[tally] = (sums[tally] ?? 0) + amount
    ledger.set(rep, sums)
  }
  return ledger
}

/** The sums of several reps together. */
export function sumOfReps(ledger: Ledger, reps: readonly Rep[]): TallySums {
  const total: Partial<Record<Tally, number>> = {}
  for (const rep of reps) {
    for (const [tally, amount] of entriesOf(ledger.get(rep.id) ?? {}))
      total[tally] = (total[tally] ?? 0) + amount
  }
  return total
}

function entriesOf(sums: TallySums): [Tally, number][] {
  const entries: [Tally, number][] = []
  for (const tally in sums) {
    if (isKey(tally, sums)) entries.push([tally, sums[tally] ?? 0])
  }
  return entries
}

function isKey<T extends object>(key: PropertyKey, of: T): key is keyof T {
  return key in of
}
