/** Cuts tally questions into slices and lets other work run in between: SQLite answers on the main thread. */
import { type Kysely, sql } from 'kysely'
import { addDays, daysBetween } from '../domain/calendar/day.ts'
import type { Tally } from '../domain/facts/tally.ts'
import type { TallyQuery } from '../ports/fact-store.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'
import { cut, lengthOf, type Span, spansOf } from './tally-spans.ts'

export interface Reading {
  engine: Engine
  db: Kysely<Tables>
}

/** Tallies cover this many days only after years. */
const LONG_DAYS = 800

export function isLong({ from, until }: TallyQuery): boolean {
  return daysBetween(from, until) > LONG_DAYS
}

/** Cuts a long question down to the days that have data: a century would otherwise make ten thousand slices. */
export async function withinKnownDays({ engine, db }: Reading, query: TallyQuery): Promise<TallyQuery> {
  if (!isLong(query)) return query
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    with names (tally) as ${engine.list(query.tallies)}
    select min((select min(day) from tallies where tallies.tally = names.tally)) as first,
      max((select max(day) from tallies where tallies.tally = names.tally)) as last from names`.execute(db)
  const [{ first, last } = { first: null, last: null }] = rows
  if (first === null || last === null) return { ...query, until: query.from }
  const end = addDays(last, 1)
  return {
    ...query,
    from: first > query.from ? first : query.from,
    until: end < query.until ? end : query.until,
  }
}

/** The rows that can be returned, and those that can be summed, in a few milliseconds. */
const ROWS_A_SLICE = 20_000
const SUMMED_A_SLICE = 40_000
/** Assumed when the question does not name its reps. */
const USUAL_REPS = 250
/** SQLite takes at most 500 queries in a union, and an account may have more stages than that. */
const TALLIES_A_SLICE = 100

/** What one query sums up. */
export interface SumSlice {
  tallies: readonly Tally[]
  span: Span
}

/**
 * Splits a question for sums into a few tallies and months or days at a time: on SQLite a running query blocks
 * everyone else.
 */
export function sumSlicesOf(query: TallyQuery): SumSlice[] {
  const tallies = [...new Set(query.tallies)]
  const reps = query.reps?.length || USUAL_REPS
  const reach = reachOf(reps)
  const slices: SumSlice[] = []
  for (const span of spansFor(query, reps * tallies.length).flatMap((whole) => cut(whole, reach))) {
    const atOnce = Math.max(1, Math.min(TALLIES_A_SLICE, Math.floor(reach / lengthOf(span))))
    for (let at = 0; at < tallies.length; at += atOnce) {
      slices.push({ tallies: tallies.slice(at, at + atOnce), span })
    }
  }
  return slices
}

/** How many months or days of one tally can be summed at once. */
export function reachOf(reps: number): number {
  return Math.max(1, Math.floor(SUMMED_A_SLICE / (reps || USUAL_REPS)))
}

/** This few cells are summed by days faster than months and days are looked up separately. */
const FEW_CELLS = 5_000

/** How many rows of a tally a month or day may have: those of other reps are passed over, but read. */
export function rowsOf(reps: readonly string[]): number {
  return Math.max(reps.length, USUAL_REPS)
}

/** The stored sums that make up some days. */
export function spansFor({ from, until }: Pick<TallyQuery, 'from' | 'until'>, cellsADay: number): Span[] {
  const days: Span = { unit: 'day', from, until, sign: 1 }
  return lengthOf(days) * cellsADay <= FEW_CELLS ? [days] : spansOf(from, until)
}

/** A few days at a time with all tallies, so that rows come in day order. */
export function daySlicesOf(query: TallyQuery): TallyQuery[] {
  const { from, until, reps, tallies } = query
  const rowsADay = (reps?.length || USUAL_REPS) * Math.max(1, tallies.length)
  const days = Math.max(1, Math.floor(ROWS_A_SLICE / rowsADay))
  const slices: TallyQuery[] = []
  for (let first = from; first < until; first = addDays(first, days)) {
    const end = addDays(first, days)
    slices.push({ ...query, from: first, until: end < until ? end : until })
  }
  return slices
}
