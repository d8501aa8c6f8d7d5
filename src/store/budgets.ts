/** Budgets: consecutive request slots, shared by all processes that use the store. */
import { sql } from 'kysely'
import type { BudgetStore, RateLimit } from '../ports/leases.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'

/** No queue of slots gets this long: a row further ahead was written by a process with a wrong clock. */
const FURTHEST_MS = 60_000

export function createBudgets(engine: Engine): BudgetStore {
  return {
    take: (kind, amount, now, rate) => inTransaction(engine, (tx) => take(tx, { kind, amount, now, rate })),
  }
}

interface SlotRequest {
  kind: string
  amount: number
  now: number
  rate: RateLimit
}

/** A single statement, so that concurrent callers get consecutive slots. */
async function take(
  tx: Tx,
  { kind, amount, now, rate }: SlotRequest,
): Promise<{ granted: number; waitMs: number }> {
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
