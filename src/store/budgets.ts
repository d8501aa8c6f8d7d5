/** Budgets: slots for requests, one after the other, from which all processes on the store take. */
import { sql } from 'kysely'
import type { BudgetStore, RateLimit } from '../ports/leases.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'

/** No queue of slots is as long: a row that lies further ahead was written by a clock that was wrong. */
const FURTHEST_MS = 60_000

export function createBudgets(engine: Engine): BudgetStore {
  return {
    take: (kind, amount, now, rate) => inTransaction(engine, (tx) => take(tx, { kind, amount, now, rate })),
  }
}

interface Wish {
  kind: string
  amount: number
  now: number
  rate: RateLimit
}

/** One statement, so that two at once follow one another. */
async function take(tx: Tx, { kind, amount, now, rate }: Wish): Promise<{ granted: number; waitMs: number }> {
  const lengthMs = Math.ceil((amount * rate.intervalMs) / rate.max)
  const { rows } = await sql<{ next_at: number }>`insert into budgets (kind, next_at)
    values (${kind}, ${now + lengthMs})
    on conflict (kind) do update set next_at = ${lengthMs} + case
      when budgets.next_at between ${now} and ${now + FURTHEST_MS} then budgets.next_at else ${now} end
    returning next_at`.execute(tx)
  const nextAt = rows[0]?.next_at
  if (nextAt === undefined) throw new Error(`no slots of ${kind} were taken`)
  return { granted: amount, waitMs: nextAt - lengthMs - now }
}
