/** The time of leases: all of them are given, and expire, by the database's clock. */
import { type RawBuilder, sql } from 'kysely'
import { LEASE_MS } from '../ports/leases.ts'
import type { Engine } from './engine.ts'

/** When a lease expires that is given or renewed now. */
export function expiry({ now }: Engine): RawBuilder<number> {
  return sql`${now()} + ${sql.lit(LEASE_MS)}`
}

/**
 * Whether the lease that expires at the instant in `column` is still held. One that expires later than its full duration
 * from now was written by a wrong clock and is not valid.
 */
export function isRunning(engine: Engine, column: string): RawBuilder<boolean> {
  const expiresAt = sql.ref(column)
  return sql`(${expiresAt} > ${engine.now()} and ${expiresAt} <= ${expiry(engine)})`
}
