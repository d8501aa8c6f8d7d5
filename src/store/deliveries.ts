/**
 * Deliveries: the outbox. Every state is committed before the next step, and a key is never used twice. All instants are
 * the database's, so that processes whose clocks differ agree on what is due and on whose lease is over.
 */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { type FrozenMessage, thawed } from '../domain/digest/message.ts'
import type {
  Delivery,
  DeliveryHold,
  DeliveryStore,
  NewDelivery,
  Settlement,
  Slot,
} from '../ports/delivery-store.ts'
import { stateFrom } from './delivery-states.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'
import { fromJson } from './json.ts'
import { expiry, isRunning } from './lease-time.ts'
import { recordSlot } from './slots.ts'
import type { DeliveryRow } from './tables.ts'

export function createDeliveries(engine: Engine): DeliveryStore {
  return {
    add: (deliveries, slot) => inTransaction(engine, (tx) => add(engine, tx, { deliveries, slot })),
    claim: (options) => inTransaction(engine, (tx) => claim(engine, tx, options)),
    beginSending: (id, worker) => inTransaction(engine, (tx) => beginSending(engine, tx, { id, worker })),
    settle: (id, outcome, hold) => inTransaction(engine, (tx) => settle(engine, tx, { id, outcome, hold })),
    expire: () => inTransaction(engine, (tx) => expire(engine, tx)),
    async uncertain() {
      const rows = await engine.reader
        .selectFrom('deliveries')
        .selectAll()
        .where('state', '=', 'uncertain')
        .where('not_before', '<=', engine.now())
        .orderBy('created_at')
        .execute()
      return rows.map(toDelivery)
    },
    async get(id) {
      const row = await engine.reader
        .selectFrom('deliveries')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toDelivery(row)
    },
    async list(limit) {
      const query = engine.reader.selectFrom('deliveries').selectAll()
      const rows = await query.orderBy('created_at', 'desc').orderBy('key').limit(limit).execute()
      return rows.map(toDelivery)
    },
  }
}

interface Addition {
  deliveries: readonly NewDelivery[]
  slot: Slot | null
}

/** Adds nothing if the slot is already taken: another process has created its deliveries. */
async function add(engine: Engine, tx: Tx, { deliveries, slot }: Addition): Promise<number> {
  if (slot && !(await recordSlot(tx, slot))) return 0
  let added = 0
  for (const delivery of deliveries) added += await addOne(engine, tx, delivery)
  return added
}

async function addOne(engine: Engine, tx: Tx, delivery: NewDelivery): Promise<number> {
  const parent = delivery.parentKey
    ? await tx
        .selectFrom('deliveries')
        .select('id')
        .where('key', '=', delivery.parentKey)
        .executeTakeFirstOrThrow()
    : null
  const inserted = await tx
    .insertInto('deliveries')
    .values({
      id: randomUUID(),
      key: delivery.key,
      channel: delivery.channel,
      message: JSON.stringify(delivery.message),
      state: 'pending',
      parent_id: parent?.id ?? null,
      ts: null,
      not_before: fromNow(engine, delivery.afterMs ?? 0),
      lease_until: null,
      worker: null,
      attempts: 0,
      sending_at: null,
      error: null,
      created_at: engine.now(),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows ?? 0n)
}

/** The instant this many milliseconds from now. */
function fromNow({ now }: Engine, ms: number): RawBuilder<number> {
  return sql`${now()} + ${sql.lit(Math.ceil(ms))}`
}

interface Claim {
  limit: number
  worker: string
}

async function claim(engine: Engine, tx: Tx, { limit, worker }: Claim): Promise<Delivery[]> {
  const { rows } = await sql<DeliveryRow>`select d.* from deliveries d
    left join deliveries p on p.id = d.parent_id
    where d.state = 'pending' and d.not_before <= ${engine.now()} and (d.parent_id is null or p.ts is not null)
    order by d.not_before, d.created_at, d.key limit ${limit} ${engine.ownLock('d')}`.execute(tx)
  if (rows.length === 0) return []
  await tx
    .updateTable('deliveries')
    .set({ state: 'claimed', worker, lease_until: expiry(engine) })
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => toDelivery({ ...row, state: 'claimed' }))
}

/** True only for the worker that still has the claim. */
async function beginSending(
  engine: Engine,
  tx: Tx,
  { id, worker }: { id: string; worker: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('deliveries')
    .set((eb) => ({ state: 'sending', sending_at: engine.now(), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .where('worker', '=', worker)
    .where(isRunning(engine, 'lease_until'))
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

const THREAD_CLOSED = 'the message whose thread this belongs to is not known to have arrived'

interface Settling {
  id: string
  outcome: Settlement
  hold: DeliveryHold
}

/** A worker that slept past its lease finds the row claimed by another one and leaves it alone. */
async function settle(engine: Engine, tx: Tx, { id, outcome, hold }: Settling): Promise<boolean> {
  const changes = {
    state: outcome.state,
    lease_until: null,
    worker: null,
    error: 'error' in outcome ? outcome.error : null,
    ...('ts' in outcome && { ts: outcome.ts }),
    ...('afterMs' in outcome && { not_before: fromNow(engine, outcome.afterMs) }),
  }
  const row = tx.updateTable('deliveries').set(changes).where('id', '=', id).where('state', '=', hold.state)
  const own = hold.state === 'uncertain' ? row : row.where('worker', '=', hold.worker)
  if ((await own.executeTakeFirst()).numUpdatedRows === 0n) return false
  if (outcome.state === 'failed' || outcome.state === 'unknown') await closeThread(tx, id)
  return true
}

/** Closes the thread: replies that wait for the ts of a message that has none would wait forever. */
async function closeThread(tx: Tx, parentId: string): Promise<void> {
  await tx
    .updateTable('deliveries')
    .set({ state: 'failed', error: THREAD_CLOSED })
    .where('parent_id', '=', parentId)
    .where('state', '=', 'pending')
    .execute()
}

async function expire(engine: Engine, tx: Tx): Promise<number> {
  const isOver = sql<boolean>`not ${isRunning(engine, 'lease_until')}`
  const back = await tx
    .updateTable('deliveries')
    .set({ state: 'pending', worker: null, lease_until: null })
    .where('state', '=', 'claimed')
    .where(isOver)
    .executeTakeFirst()
  const unsure = await tx
    .updateTable('deliveries')
    .set({
      state: 'uncertain',
      worker: null,
      lease_until: null,
      not_before: engine.now(),
      error: 'the process ended while sending',
    })
    .where('state', '=', 'sending')
    .where(isOver)
    .executeTakeFirst()
  return Number(back.numUpdatedRows + unsure.numUpdatedRows)
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    key: row.key,
    channel: row.channel,
    message: thawed(fromJson<FrozenMessage>(row.message)),
    state: stateFrom(row.state),
    parentId: row.parent_id,
    ts: row.ts,
    notBefore: row.not_before,
    attempts: row.attempts,
    sendingAt: row.sending_at,
    error: row.error,
    createdAt: row.created_at,
  }
}
