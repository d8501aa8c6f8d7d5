/**
 * The outbox, and the due times that filled it. Instants of the outbox are by the store's own clock (`Store.time`), which
 * all its processes share.
 */
import type { Day } from '../domain/calendar/day.ts'
import type { Message } from '../domain/digest/message.ts'

export type DeliveryState = 'pending' | 'claimed' | 'sending' | 'sent' | 'uncertain' | 'unknown' | 'failed'

/** A message that must reach a place exactly once. */
export interface Delivery {
  id: string
  /** What is sent, its local date and where to. Unique for ever. */
  key: string
  channel: string
  /** Fixed when the delivery is created. */
  message: Message
  state: DeliveryState
  /** The id of the delivery that this one replies to in a thread. */
  parentId: string | null
  /** Slack's message timestamp (`ts`), once sent. */
  ts: string | null
  /** It is not sent before this instant, nor looked for if it is uncertain. */
  notBefore: number
  attempts: number
  /** When the HTTP call of the last attempt began. */
  sendingAt: number | null
  error: string | null
  createdAt: number
}

export interface NewDelivery {
  key: string
  channel: string
  message: Message
  /** The key of the delivery that it replies to in a thread. */
  parentKey?: string
  /** It is not sent before this many milliseconds have passed. */
  afterMs?: number
}

export interface DeliveryStore {
  /** Adds the deliveries whose keys are new and marks a slot as done, in one transaction. Returns how many were new. */
  add(deliveries: readonly NewDelivery[], slot: Slot | null): Promise<number>
  /** Claims what is due, oldest first, for `LEASE_MS`. A message in a thread waits until its parent has a `ts`. */
  claim(options: { limit: number; worker: string }): Promise<Delivery[]>
  /** Commits that the HTTP call begins now. Returns false if the lease was lost. */
  beginSending(id: string, worker: string): Promise<boolean>
  /**
   * Commits the outcome of a send or a look. Returns false, and writes nothing, if somebody else has taken the delivery
   * over. If it did not certainly arrive, the deliveries in its thread are closed with it.
   */
  settle(id: string, outcome: Settlement, hold: DeliveryHold): Promise<boolean>
  /**
   * Ends leases that ran out, or that reach further ahead than any can: claimed deliveries become pending, sending ones
   * uncertain. Returns how many.
   */
  expire(): Promise<number>
  /** Uncertain deliveries that are due for their next look. */
  uncertain(): Promise<Delivery[]>
  get(id: string): Promise<Delivery | undefined>
  list(limit: number): Promise<Delivery[]>
}

/** The state in which a delivery is settled: claimed or being sent by this worker, or uncertain and nobody's. */
export type DeliveryHold = { state: 'claimed' | 'sending'; worker: string } | { state: 'uncertain' }

/** `afterMs`: how long from now on it is not sent, or not looked for if it is uncertain. */
export type Settlement =
  | { state: 'sent'; ts: string }
  | { state: 'pending'; afterMs: number; error: string }
  | { state: 'uncertain'; afterMs: number; error: string }
  | { state: 'unknown'; error: string }
  | { state: 'failed'; error: string }

/** One due time of a schedule (a local date) that has been dealt with. The fate of a queued one is in its delivery. */
export interface Slot {
  schedule: string
  localDate: Day
  dueAt: number
  /** `late`: queued after its minute. */
  outcome: 'queued' | 'late' | 'skipped'
  /** The key of the delivery that was created for it; `null` if there is none. */
  deliveryKey: string | null
  /** Why it was skipped. */
  reason: string | null
  at: number
}

/** `queued` until the delivery is done; `late`: sent after its minute; `unknown`: it may have arrived. */
export type SlotOutcome = 'queued' | 'sent' | 'late' | 'skipped' | 'failed' | 'unknown'

/** A slot with its outcome so far. */
export interface SlotRecord extends Pick<Slot, 'schedule' | 'localDate' | 'dueAt' | 'at'> {
  outcome: SlotOutcome
  delivery: DeliveryState | null
  /** Why it was skipped, or the last error of its delivery. */
  reason: string | null
}

export interface SlotStore {
  /** When a schedule was first seen in this version (time, zone, days, active or not). Earlier slots are never made up. */
  knownSince(schedule: string, version: string, now: number): Promise<number>
  has(schedule: string, localDate: Day): Promise<boolean>
  /** The instant and version of `knownSince`, without recording anything; `null` for a schedule that was never seen. */
  seen(schedule: string): Promise<{ version: string; since: number } | null>
  /** Records a slot without a delivery (skipped). Returns false if it was recorded before. */
  record(slot: Slot): Promise<boolean>
  /** The latest slots of all schedules or of one, newest first. */
  list(limit: number, schedule?: string): Promise<SlotRecord[]>
}
