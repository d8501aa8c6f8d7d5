/**
 * Leases: exclusive rights to do something. They expire by themselves, and each holder gets a higher epoch than the
 * last.
 */
import { sql } from 'kysely'
import { type Lease, LeaseLostError, type LeaseRequest, type LeaseStore } from '../ports/leases.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'
import { expiry, isRunning } from './lease-time.ts'

const GIVEN_BACK = 0

export function createLeases(engine: Engine): LeaseStore {
  return {
    acquire: (request) => inTransaction(engine, (tx) => acquire(engine, tx, request)),
    renew: (lease) => inTransaction(engine, (tx) => renew(engine, tx, lease)),
    release: (lease) =>
      inTransaction(engine, async (tx) => {
        await held(tx, lease).set({ expires_at: GIVEN_BACK }).execute()
      }),
    current: () =>
      engine.reader
        .selectFrom('leases')
        .select(['name', 'holder'])
        .where(isRunning(engine, 'expires_at'))
        .orderBy('name')
        .execute(),
  }
}

async function acquire(
  engine: Engine,
  tx: Tx,
  { name, holder, restMs = 0 }: LeaseRequest,
): Promise<Lease | null> {
  const now = engine.now()
  await tx
    .insertInto('leases')
    .values({ name, holder, epoch: 0, expires_at: GIVEN_BACK, taken_at: 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const taken = await tx
    .updateTable('leases')
    .set((eb) => ({
      holder,
      epoch: eb('epoch', '+', 1),
      expires_at: expiry(engine),
      taken_at: now,
    }))
    .where('name', '=', name)
    .where((eb) => eb.or([eb.not(isRunning(engine, 'expires_at')), eb('holder', '=', holder)]))
    // Only a lease that was given back has to rest: a dead holder's work is not done. One taken in the future
    // was taken by a wrong clock.
    .where((eb) =>
      eb.or([
        eb('expires_at', '<>', GIVEN_BACK),
        sql<boolean>`taken_at <= ${now} - ${sql.lit(restMs)}`,
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

/** An expired lease is lost, even if nobody has taken it yet: others may have relied on the expiry. */
async function renew(engine: Engine, tx: Tx, lease: Lease): Promise<boolean> {
  const renewed = await held(tx, lease)
    .where(isRunning(engine, 'expires_at'))
    .set({ expires_at: expiry(engine) })
    .executeTakeFirst()
  return renewed.numUpdatedRows > 0n
}

/** Checked in the saving transaction: a higher epoch voids all of it. */
export async function checkLease(engine: Engine, tx: Tx, lease: Lease | undefined): Promise<void> {
  if (!lease) throw new LeaseLostError('no lease was taken')
  const { rows } = await sql<{
    epoch: number
  }>`select epoch from leases where name = ${lease.name} ${engine.sharedLock}`.execute(tx)
  if (rows[0]?.epoch !== lease.epoch)
    throw new LeaseLostError(`the lease '${lease.name}' has passed to another process`)
}
