/** Slots: which local dates of a schedule are done with, and since when a schedule is known. */
import type { Slot, SlotStore } from '../ports/delivery-store.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'

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
    record: (slot) => inTransaction(engine, (tx) => recordSlot(tx, slot)),
    async list(limit) {
      const rows = await engine.reader
        .selectFrom('slots')
        .selectAll()
        .orderBy('due_at', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap((row) => toSlot(row))
    },
  }
}

/** A changed wall time, zone or weekday begins anew: slots before the change are never made up. */
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

/** False when the slot was there: then somebody else has dealt with it. */
export async function recordSlot(tx: Tx, slot: Slot): Promise<boolean> {
  const inserted = await tx
    .insertInto('slots')
    .values({
      schedule: slot.schedule,
      local_date: slot.localDate,
      due_at: slot.dueAt,
      outcome: slot.outcome,
      at: slot.at,
    })
    .onConflict((conflict) => conflict.columns(['schedule', 'local_date']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const OUTCOMES = ['sent', 'late', 'skipped'] as const

function toSlot(row: {
  schedule: string
  local_date: string
  due_at: number
  outcome: string
  at: number
}): Slot[] {
  const outcome = OUTCOMES.find((name) => name === row.outcome)
  return outcome
    ? [{ schedule: row.schedule, localDate: row.local_date, dueAt: row.due_at, outcome, at: row.at }]
    : []
}
