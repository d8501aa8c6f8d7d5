/** Slots: the local dates of a schedule that are done, and since when a schedule is known. */
import type { DeliveryState, Slot, SlotOutcome, SlotRecord, SlotStore } from '../ports/delivery-store.ts'
import { stateFrom } from './delivery-states.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'
import type { SlotRow } from './tables.ts'

export function createSlots(engine: Engine): SlotStore {
  return {
    knownSince: (schedule, version, now) =>
      inTransaction(engine, (tx) => knownSince(tx, { schedule, version, since: now })),
    async has(schedule, localDate) {
      const row = await engine.reader
        .selectFrom('slots')
        .select('schedule')
        .where('schedule', '=', schedule)
        .where('local_date', '=', localDate)
        .executeTakeFirst()
      return row !== undefined
    },
    async seen(schedule) {
      const row = await engine.reader
        .selectFrom('schedules')
        .select(['version', 'since'])
        .where('schedule', '=', schedule)
        .executeTakeFirst()
      return row ?? null
    },
    record: (slot) => inTransaction(engine, (tx) => recordSlot(tx, slot)),
    async list(limit, schedule) {
      const slots = engine.reader
        .selectFrom('slots')
        .leftJoin('deliveries', 'deliveries.key', 'slots.delivery_key')
        .selectAll('slots')
        .select(['deliveries.state', 'deliveries.error'])
      const asked = schedule === undefined ? slots : slots.where('schedule', '=', schedule)
      return (await asked.orderBy('due_at', 'desc').limit(limit).execute()).map(toRecord)
    },
  }
}

/** A changed local time, time zone or weekday starts over: slots before the change are never made up. */
async function knownSince(
  tx: Tx,
  seen: { schedule: string; version: string; since: number },
): Promise<number> {
  const known = await tx
    .selectFrom('schedules')
    .selectAll()
    .where('schedule', '=', seen.schedule)
    .executeTakeFirst()
  if (known?.version === seen.version) return known.since
  const { version, since } = seen
  await tx
    .insertInto('schedules')
    .values(seen)
    .onConflict((conflict) => conflict.column('schedule').doUpdateSet({ version, since }))
    .execute()
  return since
}

/** Returns false if the slot already existed: then another process has dealt with it. */
export async function recordSlot(tx: Tx, slot: Slot): Promise<boolean> {
  const inserted = await tx
    .insertInto('slots')
    .values({
      schedule: slot.schedule,
      local_date: slot.localDate,
      due_at: slot.dueAt,
      outcome: slot.outcome,
      delivery_key: slot.deliveryKey,
      reason: slot.reason,
      at: slot.at,
    })
    .onConflict((conflict) => conflict.columns(['schedule', 'local_date']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

function toRecord(row: SlotRow & { state: string | null; error: string | null }): SlotRecord {
  const delivery = row.state === null ? null : stateFrom(row.state)
  return {
    schedule: row.schedule,
    localDate: row.local_date,
    dueAt: row.due_at,
    at: row.at,
    outcome: outcomeOf(row.outcome, delivery),
    delivery,
    reason: row.reason ?? row.error,
  }
}

function outcomeOf(recorded: string, delivery: DeliveryState | null): SlotOutcome {
  if (recorded === 'skipped') return 'skipped'
  if (delivery === 'sent') return recorded === 'late' ? 'late' : 'sent'
  return delivery === 'failed' || delivery === 'unknown' ? delivery : 'queued'
}
