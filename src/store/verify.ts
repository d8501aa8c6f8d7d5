/** The proof that tallies equal the facts: all are worked out again, and compared month by month. */
import { type Kysely, sql } from 'kysely'
import type { SyncedType } from '../domain/facts/facts.ts'
import { tallied } from '../domain/facts/tallied.ts'
import type { TallyDifference, Verification } from '../ports/fact-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import { type Engine, inSnapshot } from './engine.ts'
import { type DayAmount, type ExpectedTallies, expectedTallies } from './expected-tallies.ts'
import { factsOf, type Row, toStored } from './fact-tables.ts'
import { heldTypes } from './retally-position.ts'
import type { KeptRules } from './rules.ts'
import { readMaturedUntil } from './state.ts'
import type { Tables } from './tables.ts'

/** Facts read at once. */
const SLICE = 1_000
/** More than these say nothing more. */
const MOST_DIFFERENCES = 1_000

/** In one snapshot of the database. */
export function verify(engine: Engine, rules: KeptRules): Promise<Verification> {
  return inSnapshot(engine, async (db) => {
    const expected = expectedTallies()
    try {
      const facts = await expectAll({ db, rules, expected })
      return { facts, ...(await compareAll(db, expected)) }
    } finally {
      expected.close()
    }
  })
}

interface Expectation {
  db: Kysely<Tables>
  rules: KeptRules
  expected: ExpectedTallies
}

/** Works out what every fact adds. Returns how many facts there are. */
async function expectAll(expectation: Expectation): Promise<number> {
  const maturedUntil = await readMaturedUntil(expectation.db)
  let facts = 0
  for (const type of await heldTypes(expectation.db))
    facts += await expectType(expectation, type, maturedUntil)
  return facts
}

async function expectType(
  { db, rules, expected }: Expectation,
  type: SyncedType,
  maturedUntil: number,
): Promise<number> {
  let facts = 0
  for (let afterId = -1; ; ) {
    const query = sql<Row>`select * from ${factsOf(type)} where id > ${afterId} order by id limit ${SLICE}`
    const { rows } = await query.execute(db)
    for (const row of rows) {
      const stored = toStored(type, row)
      const under = await rules.byNumber(db, stored.rules)
      for (const { tally, day, rep, amount, from } of tallied(stored.fact, under)) {
        if (from === null || from <= maturedUntil) expected.add(tally, day, rep, amount)
      }
      afterId = Number(stored.fact.id)
    }
    await expected.settle()
    facts += rows.length
    if (rows.length < SLICE) return facts
    await yieldTurn()
  }
}

/** A tally in a month. */
interface Slice {
  tally: string
  month: string
}

async function compareAll(
  db: Kysely<Tables>,
  expected: ExpectedTallies,
): Promise<Omit<Verification, 'facts'>> {
  const found: Omit<Verification, 'facts'> = { tallies: 0, differing: 0, differences: [] }
  for (const slice of await slicesOf(db, expected)) {
    const right = expected.between(slice.tally, `${slice.month}-01`, `${slice.month}-31`)
    const stored = await storedDays(db, slice)
    found.tallies += stored.length
    const differences = [
      ...compare(slice.tally, stored, right),
      ...compare(slice.tally, await storedMonth(db, slice), inAll(slice.month, right)),
    ]
    found.differing += differences.length
    found.differences.push(...differences.slice(0, MOST_DIFFERENCES - found.differences.length))
    await yieldTurn()
  }
  return found
}

/** Every tally and month with something stored or expected. */
async function slicesOf(db: Kysely<Tables>, expected: ExpectedTallies): Promise<Slice[]> {
  const { rows } = await sql<Slice>`select distinct tally, substr(day, 1, 7) as month from tallies
    union select distinct tally, month from tally_months`.execute(db)
  const all = [...rows, ...(await expected.months())]
  return [...new Map(all.map((slice) => [`${slice.month} ${slice.tally}`, slice])).values()]
}

async function storedDays(db: Kysely<Tables>, { tally, month }: Slice): Promise<DayAmount[]> {
  const { rows } = await sql<DayAmount>`select day, rep, amount from tallies where tally = ${tally}
    and day >= ${`${month}-01`} and day <= ${`${month}-31`} and amount <> 0`.execute(db)
  return rows
}

async function storedMonth(db: Kysely<Tables>, { tally, month }: Slice): Promise<DayAmount[]> {
  const { rows } = await sql<DayAmount>`select month as day, rep, amount from tally_months
    where tally = ${tally} and month = ${month} and amount <> 0`.execute(db)
  return rows
}

/** The days of a month in one sum for each rep. */
function inAll(month: string, days: readonly DayAmount[]): DayAmount[] {
  const sums = new Map<number, number>()
  for (const { rep, amount } of days) sums.set(rep, (sums.get(rep) ?? 0) + amount)
  return [...sums].flatMap(([rep, amount]) => (amount === 0 ? [] : [{ day: month, rep, amount }]))
}

function compare(
  tally: string,
  stored: readonly DayAmount[],
  expected: readonly DayAmount[],
): TallyDifference[] {
  const left = new Map(expected.map((one) => [`${one.day} ${one.rep}`, one]))
  const differences: TallyDifference[] = []
  const differ = ({ day, rep }: DayAmount, is: number, should: number) => {
    if (is !== should) differences.push({ rep: String(rep), day, tally, stored: is, expected: should })
  }
  for (const one of stored) {
    const key = `${one.day} ${one.rep}`
    differ(one, one.amount, left.get(key)?.amount ?? 0)
    left.delete(key)
  }
  for (const one of left.values()) differ(one, 0, one.amount)
  return differences
}
