/** Sending: a delivery is claimed, posted to Slack, and settled with the outcome. */
import type { Delivery, Settlement } from '../ports/delivery-store.ts'
import type { PostOutcome, Refusal } from '../ports/messenger.ts'
import { allDone } from './all-done.ts'
import type { DeliveriesContext } from './deliveries-context.ts'
import { FIRST_LOOK_MS } from './look-up.ts'
import { tellOwner } from './tell-owner.ts'

/** Even if all go to one channel, a second apart, they are sent well within their lease. */
const CLAIMED_AT_ONCE = 20
const LONGEST_ROUND_MS = 60_000
const SHORTEST_RETRY_MS = 1_000
const LOOK_AGAIN_MS = 10_000
/** A message that Slack kept refusing for this long would no longer be news. */
const GIVE_UP_AFTER_MS = 4 * 3_600_000

/** Sends what is due: channels in parallel, the messages of one channel in sequence. */
export async function sendDue(context: DeliveriesContext): Promise<void> {
  const { store, clock, worker } = context
  const startedAt = clock.now()
  while (!context.isDraining() && clock.now() - startedAt < LONGEST_ROUND_MS) {
    const claimed = await store.deliveries.claim({ limit: CLAIMED_AT_ONCE, worker })
    if (claimed.length === 0) return
    const queues = Map.groupBy(claimed, (delivery) => delivery.channel)
    await allDone([...queues.values()].map((queue) => sendInTurn(context, queue)))
  }
}

/** If Slack makes a message wait, the rest of its channel waits too and stays claimed until the lease expires. */
async function sendInTurn(context: DeliveriesContext, queue: readonly Delivery[]): Promise<void> {
  for (const delivery of queue) {
    await context.pace(delivery.channel)
    if (context.isDraining()) return
    const outcome = await send(context, delivery)
    if (outcome?.kind === 'retry') return
  }
}

/** `undefined` if the lease was lost, in which case another worker has the delivery. */
async function send(context: DeliveriesContext, delivery: Delivery): Promise<PostOutcome | undefined> {
  const { store, worker, log } = context
  const threadTs = await threadOf(context, delivery)
  const refusal = await look(context, delivery)
  if (refusal) {
    await settle(context, delivery, refusal, 'claimed')
    return refusal
  }
  if (!(await store.deliveries.beginSending(delivery.id, worker))) {
    log.warn({ key: delivery.key }, 'a delivery was not sent within its lease; it will be picked up again')
    return undefined
  }
  const outcome = await post(context, delivery, threadTs)
  await settle(context, delivery, outcome, 'sending')
  return outcome
}

/** Runs before the delivery counts as being sent: a process that ends during the look has posted nothing. */
async function look(
  { messenger, log }: DeliveriesContext,
  { key, channel }: Delivery,
): Promise<Refusal | null> {
  try {
    return await messenger.look(channel)
  } catch (error) {
    log.error({ key, err: error }, 'looking at a channel failed')
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'retry', afterMs: LOOK_AGAIN_MS, error: reason }
  }
}

async function threadOf({ store }: DeliveriesContext, { parentId, key }: Delivery): Promise<string | null> {
  if (parentId === null) return null
  const parent = await store.deliveries.get(parentId)
  if (!parent?.ts) throw new Error(`the delivery '${key}' was claimed before its parent was sent`)
  return parent.ts
}

/** If the messenger throws, the post may or may not have arrived. */
async function post(
  { messenger, log }: DeliveriesContext,
  { id, key, channel, message }: Delivery,
  threadTs: string | null,
): Promise<PostOutcome> {
  try {
    return await messenger.post({ channel, message, deliveryId: id, threadTs })
  } catch (error) {
    log.error({ key, err: error }, 'posting failed; the post may have arrived')
    return { kind: 'uncertain', error: error instanceof Error ? error.message : String(error) }
  }
}

async function settle(
  context: DeliveriesContext,
  delivery: Delivery,
  outcome: PostOutcome,
  state: 'claimed' | 'sending',
): Promise<void> {
  const { store, clock, worker, done, log } = context
  const settlement = settlementOf(outcome, delivery, clock.now())
  if (settlement.state === 'failed') await tellOwner(context, delivery, settlement)
  if (!(await store.deliveries.settle(delivery.id, settlement, { state, worker }))) {
    log.warn({ key: delivery.key, outcome: outcome.kind }, OUTLIVED[state])
    return
  }
  if (settlement.state === 'pending') done.retried += 1
  else done[settlement.state] += 1
}

const OUTLIVED = {
  claimed: 'a look outlived its lease; the delivery will be picked up again',
  sending: 'a send outlived its lease; its outcome will be looked up',
}

function settlementOf(outcome: PostOutcome, { createdAt }: Delivery, now: number): Settlement {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', ts: outcome.ts }
    case 'retry':
      return now - createdAt >= GIVE_UP_AFTER_MS
        ? { state: 'failed', error: `refused for 4 hours, most recently: ${outcome.error}` }
        : {
            state: 'pending',
            afterMs: Math.max(outcome.afterMs, SHORTEST_RETRY_MS),
            error: outcome.error,
          }
    case 'uncertain':
      return { state: 'uncertain', afterMs: FIRST_LOOK_MS, error: outcome.error }
    case 'failed':
      return { state: 'failed', error: outcome.error }
  }
}
