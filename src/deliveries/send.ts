/** Sending: from a claim through the call to Slack to the state that is known afterwards. */
import type { Delivery, Settlement } from '../ports/delivery-store.ts'
import type { PostOutcome, Refusal } from '../ports/messenger.ts'
import { allDone } from './all-done.ts'
import { FIRST_LOOK_MS } from './look-up.ts'
import type { Round } from './round.ts'
import { tellOwner } from './tell-owner.ts'

/** Longer than the timeout of a post, so that nobody else takes over while a call still runs. */
const LEASE_MS = 60_000
/** Even all in one channel, a second apart, these are sent well within their lease. */
const CLAIMED_AT_ONCE = 20
const LONGEST_ROUND_MS = 60_000
const SHORTEST_RETRY_MS = 1_000
const LOOK_AGAIN_MS = 10_000
/** A message that Slack kept refusing for so long would be news no more. */
const GIVE_UP_AFTER_MS = 4 * 3_600_000

/** Sends what is due: channels side by side, each in turn. */
export async function sendDue(round: Round): Promise<void> {
  const { store, clock, worker } = round
  const startedAt = clock.now()
  while (!round.isDraining() && clock.now() - startedAt < LONGEST_ROUND_MS) {
    const claim = { now: clock.now(), limit: CLAIMED_AT_ONCE, leaseMs: LEASE_MS, worker }
    const claimed = await store.deliveries.claim(claim)
    if (claimed.length === 0) return
    const queues = Map.groupBy(claimed, (delivery) => delivery.channel)
    await allDone([...queues.values()].map((queue) => sendInTurn(round, queue)))
  }
}

/** What Slack makes wait holds up the rest of its channel; that stays claimed until the lease runs out. */
async function sendInTurn(round: Round, queue: readonly Delivery[]): Promise<void> {
  for (const delivery of queue) {
    await round.pace(delivery.channel)
    if (round.isDraining()) return
    const outcome = await send(round, delivery)
    if (outcome?.kind === 'retry') return
  }
}

/** `undefined` when the lease was lost: then another worker has the delivery. */
async function send(round: Round, delivery: Delivery): Promise<PostOutcome | undefined> {
  const { store, clock, worker, log } = round
  const threadTs = await threadOf(round, delivery)
  const refusal = await look(round, delivery)
  if (refusal) {
    await settle(round, delivery, refusal, 'claimed')
    return refusal
  }
  if (!(await store.deliveries.beginSending(delivery.id, worker, clock.now()))) {
    log.warn({ key: delivery.key }, 'a delivery was not sent in its lease; it is taken up again')
    return undefined
  }
  const outcome = await post(round, delivery, threadTs)
  await settle(round, delivery, outcome, 'sending')
  return outcome
}

/** Before the delivery counts as being sent: a process that ends while it looks has posted nothing. */
async function look({ messenger, log }: Round, { key, channel }: Delivery): Promise<Refusal | null> {
  try {
    return await messenger.look(channel)
  } catch (error) {
    log.error({ key, err: error }, 'looking at a channel ended in an error')
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'retry', afterMs: LOOK_AGAIN_MS, error: reason }
  }
}

async function threadOf({ store }: Round, { parentId, key }: Delivery): Promise<string | null> {
  if (parentId === null) return null
  const parent = await store.deliveries.get(parentId)
  if (!parent?.ts) throw new Error(`the delivery '${key}' was claimed before its parent was sent`)
  return parent.ts
}

/** A messenger that throws has told nothing of the post: it may have arrived. */
async function post(
  { messenger, log }: Round,
  { id, key, channel, message }: Delivery,
  threadTs: string | null,
): Promise<PostOutcome> {
  try {
    return await messenger.post({ channel, message, deliveryId: id, threadTs })
  } catch (error) {
    log.error({ key, err: error }, 'posting ended in an error; the post may have arrived')
    return { kind: 'uncertain', error: error instanceof Error ? error.message : String(error) }
  }
}

async function settle(
  round: Round,
  delivery: Delivery,
  outcome: PostOutcome,
  state: 'claimed' | 'sending',
): Promise<void> {
  const { store, clock, worker, done, log } = round
  const settlement = settlementOf(outcome, delivery, clock.now())
  if (settlement.state === 'failed') await tellOwner(round, delivery, settlement)
  if (!(await store.deliveries.settle(delivery.id, settlement, { state, worker }))) {
    log.warn({ key: delivery.key, outcome: outcome.kind }, OUTLIVED[state])
    return
  }
  if (settlement.state === 'pending') done.retried += 1
  else done[settlement.state] += 1
}

const OUTLIVED = {
  claimed: 'a look outlived its lease; the delivery is taken up again',
  sending: 'a send outlived its lease; what became of it is looked for',
}

function settlementOf(outcome: PostOutcome, { createdAt }: Delivery, now: number): Settlement {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', ts: outcome.ts }
    case 'retry':
      return now - createdAt >= GIVE_UP_AFTER_MS
        ? { state: 'failed', error: `refused for 4 hours, at last: ${outcome.error}` }
        : {
            state: 'pending',
            notBefore: now + Math.max(outcome.afterMs, SHORTEST_RETRY_MS),
            error: outcome.error,
          }
    case 'uncertain':
      return { state: 'uncertain', notBefore: now + FIRST_LOOK_MS, error: outcome.error }
    case 'failed':
      return { state: 'failed', error: outcome.error }
  }
}
