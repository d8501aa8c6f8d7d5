/** Tallies: sums over days and reps as of a moment, and the check that they match the facts. */

import { type Kysely, sql } from 'kysely'
import { addedUp, addedUpByDay } from '../domain/facts/added-up.ts'
import { FACT_TYPES, type FactType } from '../domain/facts/facts.ts'
import { MATURING_TALLIES } from '../domain/facts/maturing.ts'
import { tallied } from '../domain/facts/tallied.ts'
import { isTally, type Tally } from '../domain/facts/tally.ts'
import type { TallyDay, TallyDifference, TallyQuery, TallyStore, TallySum } from '../ports/fact-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import { type Engine, inSnapshot } from './engine.ts'
import { type Row, toStored } from './fact-tables.ts'
import type { KeptRules } from './rules.ts'
import { readMaturedUntil } from './state.ts'
import type { Tables } from './tables.ts'
import {
  daySlicesOf,
  isLong,
  type Reading,
  type SumSlice,
  sumSlicesOf,
  withinKnownDays,
} from './tally-slices.ts'
import { lengthOf, monthOf, type Span } from './tally-spans.ts'

/** How many facts are read at once while verifying. */
const SLICE = 2000

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

function ofReps({ list }: Engine, { reps }: TallyQuery) {
  return reps ? sql`and rep in ${list(reps.map(Number))}` : sql``
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

/** Other questions need not look at meetings at all. */
function isMaturing({ at, tallies }: TallyQuery): boolean {
  return at !== undefined && tallies.some((tally) => MATURING_TALLIES.has(tally))
}

/**
 * The difference between the stored tallies and the moment of the question: meetings that count by then but not yet in
 * the store, or the other way round.
 */
async function shifts(db: Kysely<Tables>, rules: KeptRules, query: TallyQuery): Promise<TallyDay[]> {
  if (query.at === undefined || !isMaturing(query)) return []
  const maturedUntil = await readMaturedUntil(db)
  if (query.at === maturedUntil) return []
  const [from, until] = [Math.min(query.at, maturedUntil), Math.max(query.at, maturedUntil)]
  const { rows } =
    await sql<Row>`select * from meetings where counts_from > ${from} and counts_from <= ${until}`.execute(db)
  const sign = query.at > maturedUntil ? 1 : -1
  const list: TallyDay[] = []
  for (const row of rows) {
    const stored = toStored('meetings', row)
    const under = await rules.byNumber(db, stored.rules)
    for (const { rep, day, tally, amount, from: countsFrom } of tallied(stored.fact, under)) {
      if (countsFrom !== null && isAsked(query, { rep, day, tally }))
        list.push({ rep, day, tally, amount: sign * amount })
    }
  }
  return list
}

function isAsked(
  query: TallyQuery,
  { rep, day, tally }: { rep: string; day: string; tally: Tally },
): boolean {
  if (!query.tallies.includes(tally) || day < query.from || day >= query.until) return false
  return query.reps === undefined || query.reps.includes(rep)
}

function sumUp([stored, shifted]: [TallySum[], TallyDay[]]): TallySum[] {
  return shifted.length === 0 ? stored : addedUp([...stored, ...shifted])
}

function sumDays([stored, shifted]: [TallyDay[], TallyDay[]]): TallyDay[] {
  return shifted.length === 0 ? stored : addedUpByDay([...stored, ...shifted])
}

/** Recomputes every tally from the facts in one snapshot of the database, type by type so that memory stays small. */
function verify(engine: Engine, rules: KeptRules) {
  return inSnapshot(engine, async (tx) => {
    const expected = new Map<string, number>()
    const maturedUntil = await readMaturedUntil(tx)
    let facts = 0
    for (const type of FACT_TYPES) {
      facts += await expectTallies({ tx, rules, type, maturedUntil, expected })
    }
    const stored = await tx.selectFrom('tallies').selectAll().where('amount', '<>', 0).execute()
    const months = await tx
      .selectFrom('tally_months')
      .select(['tally', 'month as day', 'rep', 'amount'])
      .where('amount', '<>', 0)
      .execute()
    const differences = [...compareTallies(stored, expected), ...compareTallies(months, monthsOf(expected))]
    return { facts, tallies: stored.length, differences }
  })
}

function monthsOf(days: ReadonlyMap<string, number>): Map<string, number> {
  const months = new Map<string, number>()
  for (const [key, amount] of days) {
    const { tally, day, rep } = partsOf(key)
    const ofMonth = keyOf({ tally, day: monthOf(day), rep })
    months.set(ofMonth, (months.get(ofMonth) ?? 0) + amount)
  }
  return months
}

interface TallyKey {
  tally: string
  day: string
  rep: string | number
}

/** The tally comes last because it contains stage names, which HubSpot's users choose. */
function keyOf({ tally, day, rep }: TallyKey): string {
  return `${day}|${rep}|${tally}`
}

function partsOf(key: string): TallyKey {
  const [day = '', rep = '', ...tally] = key.split('|')
  return { tally: tally.join('|'), day, rep }
}

interface Expectation {
  tx: Kysely<Tables>
  rules: KeptRules
  type: FactType
  maturedUntil: number
  expected: Map<string, number>
}

async function expectTallies({ tx, rules, type, maturedUntil, expected }: Expectation): Promise<number> {
  let facts = 0
  for (let afterId = -1; ; ) {
    const query = sql<Row>`select * from ${sql.table(type)} where id > ${afterId} order by id limit ${SLICE}`
    const { rows } = await query.execute(tx)
    for (const row of rows) {
      const stored = toStored(type, row)
      for (const part of tallied(stored.fact, await rules.byNumber(tx, stored.rules))) {
        if (part.from !== null && part.from > maturedUntil) continue
        const key = keyOf(part)
        expected.set(key, (expected.get(key) ?? 0) + part.amount)
      }
      afterId = Number(stored.fact.id)
    }
    facts += rows.length
    if (rows.length < SLICE) return facts
    await yieldTurn()
  }
}

function compareTallies(
  rows: readonly { tally: string; day: string; rep: number; amount: number }[],
  expected: Map<string, number>,
): TallyDifference[] {
  const differences: TallyDifference[] = []
  const left = new Map([...expected].filter(([, amount]) => amount !== 0))
  for (const { tally, day, rep, amount } of rows) {
    const key = keyOf({ tally, day, rep })
    const right = left.get(key) ?? 0
    left.delete(key)
    if (right !== amount) differences.push({ rep: String(rep), day, tally, stored: amount, expected: right })
  }
  for (const [key, amount] of left) {
    const { tally, day, rep } = partsOf(key)
    differences.push({ rep: String(rep), day, tally, stored: 0, expected: amount })
  }
  return differences
}
