/** Tallies: sums over days and reps as of a moment. */

import { type Kysely, sql } from 'kysely'
import { addedUp, addedUpByDay } from '../domain/facts/added-up.ts'
import { isTally } from '../domain/facts/tally.ts'
import type { TallyDay, TallyQuery, TallyStore, TallySum } from '../ports/fact-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import { type Engine, inSnapshot } from './engine.ts'
import type { KeptRules } from './rules.ts'
import { isMaturing, shifts } from './shifts.ts'
import type { Tables } from './tables.ts'
import {
  daySlicesOf,
  isLong,
  type Reading,
  type SumSlice,
  sumSlicesOf,
  withinKnownDays,
} from './tally-slices.ts'
import { lengthOf, type Span } from './tally-spans.ts'
import { readTotals } from './totals.ts'
import { verify } from './verify.ts'

export function createTallies(engine: Engine, rules: KeptRules): TallyStore {
  return {
    sum: (query) =>
      atOnce(engine, isSeveral(query, sumSlicesOf), async (db) => {
        const slices = sumSlicesOf(await withinKnownDays({ engine, db }, query))
        return sumUp([await storedSums({ engine, db }, slices, query), await shifts(db, rules, query)])
      }),
    byDay: (query) =>
      atOnce(engine, isSeveral(query, daySlicesOf), async (db) => {
        const slices = daySlicesOf(await withinKnownDays({ engine, db }, query))
        return sumDays([await storedDays({ engine, db }, slices), await shifts(db, rules, query)])
      }),
    totals: (query) => readTotals(engine, rules, query),
    verify: () => verify(engine, rules),
  }
}

function isSeveral(query: TallyQuery, slices: (query: TallyQuery) => readonly unknown[]): boolean {
  return isMaturing(query) || isLong(query) || slices(query).length > 1
}

/** Reads that take several queries use a snapshot, so that the store does not change between them. */
function atOnce<T>(engine: Engine, isSeveral: boolean, look: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return isSeveral ? inSnapshot(engine, look) : look(engine.reader)
}

/** Comparing with a single rep takes SQLite less than two thirds of the time that a list of one takes. */
function ofReps({ list }: Engine, { reps }: TallyQuery) {
  if (!reps) return sql``
  const [first, ...others] = reps.map(Number)
  if (first !== undefined && others.length === 0) return sql`and rep = ${first}`
  return sql`and rep in ${list(reps.map(Number))}`
}

/** From this many reps on, filtering each row by rep takes longer than discarding the sums of other reps. */
const MANY_REPS = 50

async function storedSums(
  reading: Reading,
  slices: readonly SumSlice[],
  query: TallyQuery,
): Promise<TallySum[]> {
  const sums: TallySum[] = []
  for (const slice of slices) {
    for (const row of await sumsOf(reading, slice, query)) sums.push(row)
    await yieldTurn()
  }
  return slices.some(({ span }) => span !== slices[0]?.span) ? addedUp(sums) : sums
}

interface SumRow {
  rep: number
  tally: string
  amount: number
}

/** Queries each tally separately: sorting by rep alone takes half as long as sorting by tally and rep. */
async function sumsOf(
  { engine, db }: Reading,
  { tallies, span }: SumSlice,
  query: TallyQuery,
): Promise<TallySum[]> {
  const { reps } = query
  const isFiltered = reps !== undefined && reps.length > MANY_REPS
  const whose = isFiltered ? sql`` : ofReps(engine, query)
  const amount = span.sign === 1 ? sql`sum(amount)` : sql`-sum(amount)`
  const stored = sql.table(span.unit === 'month' ? 'tally_months' : 'tallies')
  const sums = tallies.map(
    (tally) => sql`select ${tally} as tally, rep, ${amount} as amount from ${stored}
      where tally = ${tally} and ${within(span)} ${whose} group by rep`,
  )
  const { rows } = await sql<SumRow>`${sql.join(sums, sql` union all `)}`.execute(db)
  const wanted = isFiltered ? new Set(reps.map(Number)) : null
  return rows.flatMap(({ rep, tally, amount }) =>
    isTally(tally) && (wanted?.has(rep) ?? true) ? { rep: String(rep), tally, amount } : [],
  )
}

/** A single month or day is matched by equality: its reps are stored in order and need no sorting. */
function within(span: Span) {
  const column = sql.ref(span.unit)
  if (lengthOf(span) === 1) return sql`${column} = ${span.from}`
  return sql`${column} >= ${span.from} and ${column} < ${span.until}`
}

async function storedDays(reading: Reading, slices: readonly TallyQuery[]): Promise<TallyDay[]> {
  const all: TallyDay[] = []
  for (const slice of slices) {
    for (const row of await daysIn(reading, slice)) all.push(row)
    await yieldTurn()
  }
  return all
}

async function daysIn({ engine, db }: Reading, query: TallyQuery): Promise<TallyDay[]> {
  const { rows } = await sql<{
    rep: number
    tally: string
    day: string
    amount: number
  }>`select rep, tally, day, amount
    from tallies where tally in ${engine.list(query.tallies)} and day >= ${query.from} and day < ${query.until}
    ${ofReps(engine, query)} and amount <> 0 order by day`.execute(db)
  return rows.flatMap(({ rep, tally, day, amount }) =>
    isTally(tally) ? [{ rep: String(rep), tally, day, amount }] : [],
  )
}

function sumUp([stored, shifted]: [TallySum[], TallyDay[]]): TallySum[] {
  return shifted.length === 0 ? stored : addedUp([...stored, ...shifted])
}

function sumDays([stored, shifted]: [TallyDay[], TallyDay[]]): TallyDay[] {
  return shifted.length === 0 ? stored : addedUpByDay([...stored, ...shifted])
}
