/** One slot of a digest: the digest is made, and put into the outbox together with the record that the slot is done. */
import type { Day } from '../domain/calendar/day.ts'
import type { DueSlot } from '../domain/calendar/due.ts'
import type { DigestSetting } from '../domain/company/settings.ts'
import type { Digest } from '../domain/digest/digest.ts'
import { digestProblemNotice } from '../domain/digest/digest-problem.ts'
import type { Message } from '../domain/digest/message.ts'
import type { NewDelivery, Slot } from '../ports/delivery-store.ts'
import type { DigestsContext } from './digests-context.ts'
import { minuteOf, scheduleOf } from './open-slots.ts'
import type { DigestOrder } from './order.ts'
import { skip, waitingKey } from './skip.ts'

const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = 30 * MINUTE_MS
/** A Slack table cannot show more rows than this. */
const ROWS_A_TABLE = 100

/** `taken`: another process was faster. */
export async function runSlot(
  context: DigestsContext,
  setting: DigestSetting,
  slot: DueSlot,
): Promise<'queued' | 'late' | 'skipped' | 'waiting' | 'taken'> {
  const { store, clock, waitingSince } = context
  const order = orderFor(context, setting, slot)
  const digest = await assemble(context, setting, order)
  if ('notReady' in digest) {
    const detail = `it could not be made within 30 minutes (${digest.notReady})`
    if (order.force) return skip(context, { setting, slots: [slot], detail })
    waitingSince.set(waitingKey(setting, slot), waitingFrom(context, setting, slot))
    return 'waiting'
  }
  const outcome = order.lateMinutes === null ? 'queued' : 'late'
  const { localDate, dueAt } = slot
  const deliveries = deliveriesOf(digest, setting, localDate)
  const done: Slot = {
    ...{ schedule: scheduleOf(setting.name), localDate, dueAt, outcome, reason: null, at: clock.now() },
    deliveryKey: postKey(setting, localDate),
  }
  if (digest.isStale) deliveries.push(...(await staleNotice(context, setting, slot)))
  const added = await store.deliveries.add(deliveries, done)
  waitingSince.delete(waitingKey(setting, slot))
  return added > 0 ? outcome : 'taken'
}

function waitingFrom({ clock, waitingSince }: DigestsContext, setting: DigestSetting, slot: DueSlot): number {
  return waitingSince.get(waitingKey(setting, slot)) ?? minuteOf(clock.now())
}

function orderFor(
  context: DigestsContext,
  setting: DigestSetting,
  { localDate, dueAt }: DueSlot,
): DigestOrder {
  const at = context.clock.now()
  const minutes = Math.floor((at - dueAt) / MINUTE_MS)
  return {
    localDate,
    dueAt,
    at,
    lateMinutes: minutes > 0 ? minutes : null,
    force: at - waitingFrom(context, setting, { localDate, dueAt }) >= LONGEST_WAIT_MS,
  }
}

/** A digest that fails because of a bug of ours waits like one without data, so that its owner is told. */
async function assemble(
  context: DigestsContext,
  setting: DigestSetting,
  order: DigestOrder,
): Promise<Digest | { notReady: string }> {
  try {
    return await context.assemble(setting, order)
  } catch (error) {
    context.log.error(
      { digest: setting.name, localDate: order.localDate, err: error },
      'a digest could not be assembled',
    )
    return { notReady: error instanceof Error ? error.message : String(error) }
  }
}

/** The post, and its table in as many thread messages as it takes. */
function deliveriesOf(digest: Digest, setting: DigestSetting, localDate: Day): NewDelivery[] {
  const { channel } = setting
  const key = postKey(setting, localDate)
  const tables = tablesOf(digest).map((message, n): NewDelivery => {
    return { key: `${key}|table|${n}`, channel, message, parentKey: key, afterMs: n }
  })
  return [{ key, channel, message: { kind: 'digest', digest } }, ...tables]
}

function postKey({ name, channel }: DigestSetting, localDate: Day): string {
  return `digest|${name}|${localDate}|${channel}`
}

/** The messages in a digest's thread: its table, in pieces that Slack can show. */
export function tablesOf(digest: Digest): Message[] {
  const rows = digest.table?.rows.length ?? 0
  return Array.from({ length: Math.ceil(rows / ROWS_A_TABLE) }, (_, n) => {
    const first = n * ROWS_A_TABLE
    return { kind: 'digestTable', digest, first, count: Math.min(ROWS_A_TABLE, rows - first) }
  })
}

async function staleNotice(
  { store, admins, log }: DigestsContext,
  { name, channel }: DigestSetting,
  { localDate }: DueSlot,
): Promise<NewDelivery[]> {
  const detail = 'HubSpot could not be read for longer than the digest allows'
  const problem = { digestName: name, localDate, channel, problem: 'stale', detail } as const
  const notice = digestProblemNotice(problem, await store.settings.read(), admins)
  if (notice) return [notice]
  log.error({ digest: name, detail }, 'nobody to notify: name an owner for the digest, or an admin')
  return []
}
