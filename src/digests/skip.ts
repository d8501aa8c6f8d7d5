/** Skipping: slots that can no longer be posted are recorded, and the digest's owner is told. */
import type { DueSlot } from '../domain/calendar/due.ts'
import type { DigestSetting } from '../domain/company/settings.ts'
import { digestProblemNotice } from '../domain/digest/digest-problem.ts'
import type { Slot } from '../ports/delivery-store.ts'
import type { DigestsContext } from './digests-context.ts'
import { scheduleOf } from './open-slots.ts'

const LATE_WINDOW_MS = 4 * 3_600_000

export function waitingKey({ name }: DigestSetting, { localDate }: DueSlot): string {
  return `${scheduleOf(name)}|${localDate}`
}

/** Whether nothing ran within the time in which a late digest would still be news. */
export function isTooLate(
  { clock, waitingSince }: DigestsContext,
  setting: DigestSetting,
  slot: DueSlot,
): boolean {
  return clock.now() - slot.dueAt > LATE_WINDOW_MS && !waitingSince.has(waitingKey(setting, slot))
}

/** Returns how many missed slots it recorded that were not recorded before. */
export async function recordMissed(
  context: DigestsContext,
  setting: DigestSetting,
  slots: readonly DueSlot[],
): Promise<number> {
  const dates = slots.map((slot) => slot.localDate).join(', ')
  const detail = `Scoreline was not running at ${setting.time} (${setting.zone}) or in the 4 hours after, on ${dates}`
  return (await skip(context, { setting, slots, detail })) === 'skipped' ? slots.length : 0
}

interface Skipping {
  setting: DigestSetting
  slots: readonly DueSlot[]
  detail: string
}

/** One notice for all slots, in one transaction with the last of them; `taken` if that was recorded before. */
export async function skip(
  context: DigestsContext,
  { setting, slots, detail }: Skipping,
): Promise<'skipped' | 'taken'> {
  const { store, clock, log, admins, waitingSince } = context
  const rows = slots.map((slot): Slot => {
    const { localDate, dueAt } = slot
    waitingSince.delete(waitingKey(setting, slot))
    const done = { outcome: 'skipped', deliveryKey: null, reason: detail, at: clock.now() } as const
    return { schedule: scheduleOf(setting.name), localDate, dueAt, ...done }
  })
  const last = rows.at(-1)
  if (!last) return 'taken'
  log.error({ digest: setting.name, slots: rows.map((row) => row.localDate), detail }, 'a digest was skipped')
  for (const row of rows.slice(0, -1)) await store.slots.record(row)
  const problem = { digestName: setting.name, localDate: last.localDate, channel: setting.channel, detail }
  const settings = await store.settings.read()
  const notice = digestProblemNotice({ ...problem, problem: 'skipped' }, settings, admins)
  if (notice) return (await store.deliveries.add([notice], last)) > 0 ? 'skipped' : 'taken'
  log.error({ digest: setting.name }, 'nobody to notify: name an owner for the digest, or an admin')
  return (await store.slots.record(last)) ? 'skipped' : 'taken'
}
