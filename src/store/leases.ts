/** Leases: who may do something alone. They run out by themselves, and each holder has a higher epoch than the last. */
import { sql } from 'kysely'
import { type Lease, LeaseLostError, type LeaseStore, type LeaseWish } from '../ports/leases.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'

const GIVEN_BACK = 0

export function createLeases(engine: Engine): LeaseStore {
  return {
    acquire: (wish) => inTransaction(engine, (tx) => acquire(tx, wish)),
    renew: (lease, now, forMs) =>
      inTransaction(engine, (tx) => renew(tx, lease, { now, expiresAt: now + forMs })),
    release: (lease) =>
      inTransaction(engine, async (tx) => {
        await held(tx, lease).set({ expires_at: GIVEN_BACK }).execute()
      }),
    held: (now) =>
      engine.reader
        .selectFrom('leases')
        .select(['name', 'holder'])
        .where('expires_at', '>', now)
        .orderBy('name')
        .execute(),
  }
}

async function acquire(tx: Tx, { name, holder, now, forMs, restMs = 0 }: LeaseWish): Promise<Lease | null> {
  await tx
    .insertInto('leases')
    .values({ name, holder, epoch: 0, expires_at: GIVEN_BACK, taken_at: 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const taken = await tx
    .updateTable('leases')
    .set((eb) => ({ holder, epoch: eb('epoch', '+', 1), expires_at: now + forMs, taken_at: now }))
    .where('name', '=', name)
    .where((eb) => eb.or([eb('expires_at', '<=', now), eb('holder', '=', holder)]))
    // Only what was given back rests: a dead holder's work is not done. What was taken in the future was so by a clock
    // that was wrong.
    .where((eb) =>
      eb.or([
        eb('expires_at', '<>', GIVEN_BACK),
        eb('taken_at', '<=', now - restMs),
        eb('taken_at', '>', now),
        eb('holder', '=', holder),
      ]),
    )
    .returning('epoch')
    .executeTakeFirst()
  return taken ? { name, holder, epoch: taken.epoch } : null
}

function held(tx: Tx, { name, holder, epoch }: Lease) {
  return tx
    .updateTable('leases')
    .where('name', '=', name)
    .where('holder', '=', holder)
    .where('epoch', '=', epoch)
}

/** One that ran out is lost, even where nobody has taken it yet: others may have acted on that. */
async function renew(
  tx: Tx,
  lease: Lease,
  { now, expiresAt }: { now: number; expiresAt: number },
): Promise<boolean> {
  const renewed = await held(tx, lease)
    .where('expires_at', '>', now)
    .set({ expires_at: expiresAt })
    .executeTakeFirst()
  return renewed.numUpdatedRows > 0n
}

/** Checked in the transaction that saves: an epoch that rose makes all of it void. */
export async function checkLease(engine: Engine, tx: Tx, lease: Lease | undefined): Promise<void> {
  if (!lease) return
  const lock = engine.dialect === 'postgres' ? sql`for share` : sql``
  const { rows } = await sql<{
    epoch: number
  }>`select epoch from leases where name = ${lease.name} ${lock}`.execute(tx)
  if (rows[0]?.epoch !== lease.epoch)
    throw new LeaseLostError(`the lease '${lease.name}' has passed to another process`)
}
