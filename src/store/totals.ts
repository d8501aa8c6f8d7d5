/** Totals: sums of some reps together, of many spans of days in few statements. */

import { type Kysely, sql } from 'kysely'
import type { Tally } from '../domain/facts/tally.ts'
import type { TallyTotals, TotalsQuery } from '../ports/fact-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import { type Engine, inSnapshot } from './engine.ts'
import type { KeptRules } from './rules.ts'
import { shifts } from './shifts.ts'
import type { Tables } from './tables.ts'
import { type Reading, reachOf, rowsOf, spansFor } from './tally-slices.ts'
import { cut, lengthOf, type Span } from './tally-spans.ts'

/** The stored sum of a tally over some days, as a part of the span at a place of the query. */
interface Piece {
  place: number
  tally: Tally
  span: Span
}

export function readTotals(engine: Engine, rules: KeptRules, query: TotalsQuery): Promise<TallyTotals[]> {
  return inSnapshot(engine, async (db) => {
    const totals = query.spans.map((): Partial<Record<Tally, number>> => ({}))
    const add = (place: number, tally: Tally, amount: number) => {
      const total = totals[place]
      if (total && amount !== 0) total[tally] = (total[tally] ?? 0) + amount
    }
    for (const slice of slicesOf(query)) {
      const amounts = await amountsOf({ engine, db }, slice, query)
      for (const [index, { place, tally }] of slice.entries()) add(place, tally, amounts[index] ?? 0)
      await yieldTurn()
    }
    for (const { place, tally, amount } of await shiftsIn(db, rules, query)) add(place, tally, amount)
    return totals
  })
}

/** The pieces of one statement are alike, and have few enough rows for a few milliseconds. */
function slicesOf({ spans, tallies, reps }: TotalsQuery): Piece[][] {
  const names = [...new Set(tallies)]
  const reach = reachOf(rowsOf(reps))
  const pieces = spans.flatMap((span, place) =>
    spansFor(span, names.length * rowsOf(reps))
      .flatMap((whole) => cut(whole, reach))
      .flatMap((part) => names.map((tally): Piece => ({ place, tally, span: part }))),
  )
  return [...Map.groupBy(pieces, ({ span }) => `${span.unit} ${isSingle(span)}`).values()].flatMap((alike) =>
    slicesOfAlike(alike, reach),
  )
}

const PIECES_A_STATEMENT = 100

function slicesOfAlike(pieces: readonly Piece[], reach: number): Piece[][] {
  const slices: Piece[][] = []
  let length = 0
  for (const piece of pieces) {
    const last = slices.at(-1)
    length += lengthOf(piece.span)
    if (last && length <= reach && last.length < PIECES_A_STATEMENT) last.push(piece)
    else {
      slices.push([piece])
      length = lengthOf(piece.span)
    }
  }
  return slices
}

/** A single month or day is matched by equality: only the rows of the reps are read then, not those of all. */
function isSingle(span: Span): boolean {
  return lengthOf(span) === 1
}

/** The amount of each piece, in order. */
async function amountsOf(
  { engine, db }: Reading,
  pieces: readonly Piece[],
  { reps }: TotalsQuery,
): Promise<number[]> {
  const [first] = pieces
  if (!first) return []
  const [table, column] = [
    sql.table(first.span.unit === 'month' ? 'tally_months' : 'tallies'),
    sql.ref(first.span.unit),
  ]
  const within = isSingle(first.span)
    ? sql`${column} = pieces.first`
    : sql`${column} >= pieces.first and ${column} < pieces.past`
  const values = pieces.map(
    ({ tally, span: { from, until } }, index) =>
      sql`(cast(${index} as integer), cast(${tally} as text), cast(${from} as text), cast(${until} as text))`,
  )
  const { rows } = await sql<{ place: number; amount: number | null }>`
    with pieces (place, name, first, past) as (values ${sql.join(values)})
    select place, (select sum(amount) from ${table} where tally = pieces.name and ${within}
      and rep in ${engine.list(reps.map(Number))}) as amount from pieces`.execute(db)
  const amounts = new Map(rows.map(({ place, amount }) => [place, amount ?? 0]))
  return pieces.map(({ span }, index) => span.sign * (amounts.get(index) ?? 0))
}

/** What the moment of the question changes in each span. */
async function shiftsIn(db: Kysely<Tables>, rules: KeptRules, { spans, ...query }: TotalsQuery) {
  const [from = '', until = ''] = [
    spans.map((span) => span.from).sort()[0],
    spans
      .map((span) => span.until)
      .sort()
      .at(-1),
  ]
  const days = await shifts(db, rules, { ...query, from, until })
  return spans.flatMap((span, place) =>
    days.filter(({ day }) => span.from <= day && day < span.until).map((day) => ({ ...day, place })),
  )
}
