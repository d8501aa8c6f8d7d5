/** Looks for posts that may or may not have arrived: twice, then a person has to decide. */
import type { Delivery, Settlement } from '../ports/delivery-store.ts'
import { allDone } from './all-done.ts'
import type { DeliveriesContext } from './deliveries-context.ts'
import { tellOwner } from './tell-owner.ts'

/** After a post became uncertain. */
export const FIRST_LOOK_MS = 10_000
const LAST_LOOK_MS = 60_000
/** Slack's clock can be behind ours. */
const CLOCK_MARGIN_MS = 300_000
const LOOK_AGAIN_MS = 60_000
/** If looking for a post was impossible for this long, its outcome is unknown. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000

/** Settles uncertain deliveries that are due for a look. A post that is not found is never sent again automatically. */
export async function lookUpUncertain(context: DeliveriesContext): Promise<void> {
  const uncertain = await context.store.deliveries.uncertain()
  await allDone(uncertain.map((delivery) => lookUp(context, delivery)))
}

async function lookUp(context: DeliveriesContext, delivery: Delivery): Promise<void> {
  const settlement = await look(context, delivery)
  if (settlement.state === 'unknown') await tellOwner(context, delivery, settlement)
  if (!(await context.store.deliveries.settle(delivery.id, settlement, { state: 'uncertain' }))) return
  if (settlement.state === 'sent') context.done.sent += 1
  if (settlement.state === 'unknown') context.done.unknown += 1
}

async function look(context: DeliveriesContext, delivery: Delivery): Promise<Settlement> {
  const { messenger, clock, log } = context
  const sentAt = delivery.sendingAt ?? delivery.createdAt
  try {
    const found = await messenger.find(delivery.channel, delivery.id, sentAt - CLOCK_MARGIN_MS)
    if (found === 'cannotLook') return unknown(delivery, 'the bot may not read the history there')
    if (found === 'absent') return afterAbsence(delivery, sentAt)
    return { state: 'sent', ts: found.ts }
  } catch (error) {
    log.warn({ key: delivery.key, err: error }, 'looking for a post failed')
    return clock.now() - sentAt >= GIVE_UP_AFTER_MS
      ? unknown(delivery, 'its channel could not be read for a day')
      : { state: 'uncertain', afterMs: LOOK_AGAIN_MS, error: delivery.error ?? '' }
  }
}

/** A look that was due a minute or more after the call began is the last one. */
function afterAbsence(delivery: Delivery, sentAt: number): Settlement {
  if (delivery.notBefore - sentAt >= LAST_LOOK_MS) return unknown(delivery, 'it was not found there')
  return { state: 'uncertain', afterMs: LAST_LOOK_MS - FIRST_LOOK_MS, error: delivery.error ?? '' }
}

function unknown({ error }: Delivery, why: string): Settlement {
  return { state: 'unknown', error: `${error ?? 'no answer'}; ${why}` }
}
