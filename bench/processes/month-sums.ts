/** A month's sums by rep in as few queries as possible: one from the tallies, four from bare rows. */
import type { DatabaseSync } from 'node:sqlite'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import { TALLIES } from '../../src/domain/facts/tally.ts'
import type { Sums } from '../../src/domain/metrics/measure.ts'
import type { Part } from '../../src/domain/metrics/parts.ts'
import { POSITIVE } from './sales-history.ts'

export type SumsByRep = ReadonlyMap<string, Sums>

/** Days `[from, until)`. */
export interface Days {
  from: string
  until: string
}

/** Instants `[from, until)`, epoch milliseconds. */
export interface Span {
  from: number
  until: number
}

/** The single query on the tallies; its rows are returned unchanged. */
export function tallySums(database: DatabaseSync): (days: Days) => unknown[] {
  const names = TALLIES.map((tally) => `'${tally}'`).join(', ')
  const query = database.prepare(`select tally, rep, sum(amount) as amount from tallies
    where tally in (${names}) and day >= ? and day < ? group by tally, rep`)
  return ({ from, until }) => query.all(from, until)
}

/** What a row of `activities` adds to each tally. */
const ACTIVITY_SUMS: Readonly<Partial<Record<Part, string>>> = (() => {
  const call = `kind = 'calls' and status = 'COMPLETED'`
  const connect = `${call} and outcome in ('${CONNECTED}')`
  const sent = `kind = 'emails' and direction = 'EMAIL'`
  const held = `kind = 'meetings' and outcome = 'COMPLETED'`
  const count = (condition: string) => `sum(${condition})`
  return {
    calls: count(call),
    dials: count(`${call} and direction = 'OUTBOUND'`),
    inbound_calls: count(`${call} and direction = 'INBOUND'`),
    connects: count(connect),
    dial_connects: count(`${connect} and direction = 'OUTBOUND'`),
    positive_calls: count(`${connect} and outcome = '${POSITIVE}'`),
    talk_ms: `sum(case when ${connect} then duration_ms else 0 end)`,
    emails: count(sent),
    emails_replied: count(`${sent} and replied is not null`),
    meetings: count(held),
    meeting_no_shows: count(`kind = 'meetings' and outcome = 'NO_SHOW'`),
    meeting_ms: `sum(case when ${held} then duration_ms else 0 end)`,
    tasks: count(`kind = 'tasks' and status = 'COMPLETED'`),
    notes: count(`kind = 'notes'`),
    messages: count(`kind = 'communications'`),
  }
})()

const SALES = `pipeline <> 'renewals'`
const WON = `${SALES} and is_won = 1`
const LOST = `${SALES} and is_closed = 1 and is_won = 0`
const CHURNED = `pipeline = 'renewals' and is_closed = 1 and is_won = 0`
const CLOSE_SUMS: Readonly<Partial<Record<Part, string>>> = {
  deals_won: `sum(${WON})`,
  revenue: `sum(case when ${WON} then minor else 0 end)`,
  deals_lost: `sum(${LOST})`,
  revenue_lost: `sum(case when ${LOST} then minor else 0 end)`,
  cycle_days: `sum(case when ${WON} then cycle_days else 0 end)`,
  cycle_deals: `sum(${WON})`,
  margin: `sum(case when ${WON} then coalesce(margin, 0) else 0 end)`,
  margin_deals: `sum(${WON} and margin is not null)`,
  renewals_due: `sum(pipeline = 'renewals' and is_closed = 1)`,
  renewals_lost: `sum(${CHURNED})`,
  renewals_lost_value: `sum(case when ${CHURNED} then minor else 0 end)`,
}

const CREATION_SUMS: Readonly<Partial<Record<Part, string>>> = {
  deals_created: `sum(${SALES})`,
  pipeline_created: `sum(case when ${SALES} then minor else 0 end)`,
}

/** The same sums from the bare rows, using their indexes. */
export function rawSums(database: DatabaseSync): (span: Span) => SumsByRep {
  const queries = [
    grouped('activities', 'at', ACTIVITY_SUMS),
    grouped(`activities where kind = 'meetings' and`, 'created_at', { meetings_booked: 'count(*)' }),
    grouped('deals', 'closes_at', CLOSE_SUMS),
    grouped('deals', 'created_at', CREATION_SUMS),
  ].map((text) => database.prepare(text))
  return ({ from, until }) => {
    const sums = new Map<string, Partial<Record<Part, number>>>()
    for (const query of queries) {
      for (const { owner, ...amounts } of query.all(from, until)) {
        const own = sums.get(String(owner)) ?? {}
        sums.set(String(owner), own)
        for (const part of TALLIES) if (part in amounts) own[part] = Number(amounts[part])
      }
    }
    return sums
  }
}

function grouped(from: string, time: string, sums: Readonly<Partial<Record<Part, string>>>): string {
  const columns = Object.entries(sums).map(([tally, formula]) => `${formula} as ${tally}`)
  const where = from.endsWith(' and') ? from : `${from} where`
  return `select owner, ${columns.join(', ')} from ${where} ${time} >= ? and ${time} < ? group by owner`
}
