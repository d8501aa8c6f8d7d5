/** Slots know the delivery that was made for them, and why they were skipped; threads of posts that failed are closed. */
import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  'alter table slots add column delivery_key text',
  'alter table slots add column reason text',
  "update slots set outcome = 'queued' where outcome = 'sent'",
  `update slots set delivery_key = deliveries.key from deliveries
    where slots.outcome <> 'skipped' and deliveries.parent_id is null
      and deliveries.key = 'digest|' || substr(slots.schedule, length('digest|daily|') + 1) || '|' ||
        slots.local_date || '|' || deliveries.channel`,
  `update deliveries set state = 'failed', error = 'the message whose thread this belongs to is not known to have arrived'
    where state = 'pending' and parent_id in (select id from deliveries where state in ('failed', 'unknown'))`,
]

export const slotDeliveries = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
