/** Deliveries: the outbox. Every state is committed before the next step, and a key is never used twice. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
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
import { recordSlot } from './slots.ts'
import type { DeliveryRow } from './tables.ts'

export function createDeliveries(engine: Engine): DeliveryStore {
  return {
    add: (deliveries, slot, now) => inTransaction(engine, (tx) => add(tx, { deliveries, slot, now })),
    claim: (options) => inTransaction(engine, (tx) => claim(engine, tx, options)),
    beginSending: (id, worker, now) => inTransaction(engine, (tx) => beginSending(tx, { id, worker, now })),
    settle: (id, outcome, hold) => inTransaction(engine, (tx) => settle(tx, { id, outcome, hold })),
    expire: (now) => inTransaction(engine, (tx) => expire(tx, now)),
    async uncertain(now) {
      const rows = await engine.reader
        .selectFrom('deliveries')
        .selectAll()
        .where('state', '=', 'uncertain')
        .where('not_before', '<=', now)
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
  now: number
}

/** Adds nothing if the slot is already taken: another process has created its deliveries. */
async function add(tx: Tx, { deliveries, slot, now }: Addition): Promise<number> {
  if (slot && !(await recordSlot(tx, slot))) return 0
  let added = 0
  for (const delivery of deliveries) added += await addOne(tx, delivery, now)
  return added
}

async function addOne(tx: Tx, delivery: NewDelivery, now: number): Promise<number> {
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
      not_before: delivery.notBefore ?? now,
      lease_until: null,
      worker: null,
      attempts: 0,
      sending_at: null,
      error: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows ?? 0n)
}

interface Claim {
  now: number
  limit: number
  leaseMs: number
  worker: string
}

async function claim(engine: Engine, tx: Tx, { now, limit, leaseMs, worker }: Claim): Promise<Delivery[]> {
  const { rows } = await sql<DeliveryRow>`select d.* from deliveries d
    left join deliveries p on p.id = d.parent_id
    where d.state = 'pending' and d.not_before <= ${now} and (d.parent_id is null or p.ts is not null)
    order by d.not_before, d.created_at, d.key limit ${limit} ${engine.ownLock('d')}`.execute(tx)
  if (rows.length === 0) return []
  await tx
    .updateTable('deliveries')
    .set({ state: 'claimed', worker, lease_until: now + leaseMs })
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
  tx: Tx,
  { id, worker, now }: { id: string; worker: string; now: number },
): Promise<boolean> {
  const updated = await tx
    .updateTable('deliveries')
    .set((eb) => ({ state: 'sending', sending_at: now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .where('worker', '=', worker)
    .where('lease_until', '>', now)
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
async function settle(tx: Tx, { id, outcome, hold }: Settling): Promise<boolean> {
  const changes = {
    state: outcome.state,
    lease_until: null,
    worker: null,
    error: 'error' in outcome ? outcome.error : null,
    ...('ts' in outcome && { ts: outcome.ts }),
    ...('notBefore' in outcome && { not_before: outcome.notBefore }),
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

async function expire(tx: Tx, now: number): Promise<number> {
  const back = await tx
    .updateTable('deliveries')
    .set({ state: 'pending', worker: null, lease_until: null })
    .where('state', '=', 'claimed')
    .where('lease_until', '<=', now)
    .executeTakeFirst()
  const unsure = await tx
    .updateTable('deliveries')
    .set({
      state: 'uncertain',
      worker: null,
      lease_until: null,
      not_before: now,
      error: 'the process ended while sending',
    })
    .where('state', '=', 'sending')
    .where('lease_until', '<=', now)
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
