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
function byLastDay({
  reps,
  from,
  until,
}: Pick<LedgerQuery, 'reps' | 'from' | 'until'>): { until: Day; reps: string[] }[] {
  const groups = new Map<Day, string[]>()
  for (const rep of reps) {
    const end = cutAtArchive(rep, until)
    if (end <= from) continue
    const group = groups.get(end)
    if (group) group.push(rep.id)
    else groups.set(end, [rep.id])
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

export interface TotalsOrder extends Pick<LedgerQuery, 'reps' | 'tallies' | 'at'> {
  spans: readonly DaySpan[]
}

type DaySpan = Pick<LedgerQuery, 'from' | 'until'>

/** The sums of the reps together over each span, in order, read all at once. */
export async function readTotals(
  store: Store,
  { reps, tallies, spans, at }: TotalsOrder,
): Promise<TallySums[]> {
  const pieces = spans.flatMap((span, place) =>
    byLastDay({ reps, ...span }).map(({ until, reps: ids }) => ({
      place,
      from: span.from,
      until,
      reps: ids,
    })),
  )
  const totals = spans.map((): Partial<Record<Tally, number>> => ({}))
  for (const alike of Map.groupBy(pieces, ({ reps: ids }) => ids.join()).values()) {
    const ids = alike[0]?.reps ?? []
    const found = await store.tallies.totals({ tallies, spans: alike, reps: ids, at })
    for (const [index, { place }] of alike.entries()) addTo(totals[place], found[index])
  }
  return totals
}

function addTo(total: Partial<Record<Tally, number>> = {}, more: TallySums = {}): void {
  for (const [tally, amount] of entriesOf(more)) total[tally] = (total[tally] ?? 0) + amount
}

/** The sums of several reps together. */
export function sumOfReps(ledger: Ledger, reps: readonly Rep[]): TallySums {
  const total: Partial<Record<Tally, number>> = {}
  for (const rep of reps) addTo(total, ledger.get(rep.id))
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
