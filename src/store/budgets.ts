/** Budgets: consecutive request slots by the database's clock, shared by all processes that use the store. */
import { sql } from 'kysely'
import type { BudgetStore, RateLimit, TakenSlots } from '../ports/leases.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'

/** No queue of slots gets this long: a row further ahead was written by a wrong clock. */
const FURTHEST_MS = 60_000

export function createBudgets(engine: Engine): BudgetStore {
  return {
    take: (kind, amount, rate) => inTransaction(engine, (tx) => take(engine, tx, { kind, amount, rate })),
  }
}

interface SlotRequest {
  kind: string
  amount: number
  rate: RateLimit
}

/**
 * A single statement, so that concurrent callers get consecutive slots. One that waited for another's row to be unlocked
 * has taken `now` before that, and its slots begin behind the other's all the same.
 */
async function take(engine: Engine, tx: Tx, { kind, amount, rate }: SlotRequest): Promise<TakenSlots> {
  const lengthMs = sql.lit(Math.ceil((amount * rate.intervalMs) / rate.max))
  const isNext = sql`budgets.next_at between excluded.next_at - ${lengthMs}
    and excluded.next_at - ${lengthMs} + ${sql.lit(FURTHEST_MS)}`
  const { rows } = await sql<{ at: number; starts_at: number }>`
    with clock as (select ${engine.now()} as at)
    insert into budgets (kind, next_at) select ${kind}, at + ${lengthMs} from clock where true
    on conflict (kind) do update set
      next_at = case when ${isNext} then budgets.next_at + ${lengthMs} else excluded.next_at end
    returning (select at from clock) as at, next_at - ${lengthMs} as starts_at`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`no slots of ${kind} were taken`)
  return { granted: amount, at: row.at, waitMs: row.starts_at - row.at }
}
