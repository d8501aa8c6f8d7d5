/** The outbox, and the due times that filled it. */
import type { Day } from '../domain/calendar/day.ts'
import type { Message } from '../domain/digest/message.ts'

export type DeliveryState = 'pending' | 'claimed' | 'sending' | 'sent' | 'uncertain' | 'unknown' | 'failed'

/** A message that must reach a place exactly once. */
export interface Delivery {
  id: string
  /** What, local date and where: unique for ever. */
  key: string
  channel: string
  /** Frozen when the delivery is made. */
  message: Message
  state: DeliveryState
  /** The delivery whose thread this one goes into. */
  parentId: string | null
  /** Slack's message ts, once sent. */
  ts: string | null
  /** Not before this instant. */
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
  /** The key of the delivery whose thread it goes into. */
  parentKey?: string
  notBefore?: number
}

export interface DeliveryStore {
  /** Adds the deliveries whose keys are new and marks a slot as done, in one transaction. Returns how many were new. */
  add(deliveries: readonly NewDelivery[], slot: Slot | null, now: number): Promise<number>
  /** Claims what is due, oldest first, for `leaseMs`. A thread's message waits until its parent has a ts. */
  claim(options: { now: number; limit: number; leaseMs: number; worker: string }): Promise<Delivery[]>
  /** Commits that the HTTP call begins now; false when the lease was lost. */
  beginSending(id: string, worker: string, now: number): Promise<boolean>
  /**
   * Commits what became of a send or a look; false when somebody else has it by now, and nothing is written. The thread
   * of one that did not arrive for certain is closed with it.
   */
  settle(id: string, outcome: Settlement, held: Held): Promise<boolean>
  /** Leases that ran out: claimed ones back to pending, sending ones to uncertain. Returns how many. */
  expire(now: number): Promise<number>
  /** Uncertain ones whose next look is due. */
  uncertain(now: number): Promise<Delivery[]>
  get(id: string): Promise<Delivery | undefined>
  list(limit: number): Promise<Delivery[]>
}

/** How the one who settles a delivery holds it: it is this worker's, sent or not, or nobody knows whether it arrived. */
export type Held = { state: 'claimed' | 'sending'; worker: string } | { state: 'uncertain' }

export type Settlement =
  | { state: 'sent'; ts: string }
  | { state: 'pending'; notBefore: number; error: string }
  | { state: 'uncertain'; notBefore: number; error: string }
  | { state: 'unknown'; error: string }
  | { state: 'failed'; error: string }

/** One due time of a schedule that is done with: a local date. What became of a queued one is for its delivery to say. */
export interface Slot {
  schedule: string
  localDate: Day
  dueAt: number
  /** `late`: queued after its minute. */
  outcome: 'queued' | 'late' | 'skipped'
  /** The key of the delivery that was made for it; `null` where none was. */
  deliveryKey: string | null
  /** Why it was skipped. */
  reason: string | null
  at: number
}

/** `queued` until the delivery is done; `late`: sent after its minute; `unknown`: it may have arrived. */
export type SlotOutcome = 'queued' | 'sent' | 'late' | 'skipped' | 'failed' | 'unknown'

/** A slot with what became of it by now. */
export interface SlotRecord extends Pick<Slot, 'schedule' | 'localDate' | 'dueAt' | 'at'> {
  outcome: SlotOutcome
  delivery: DeliveryState | null
  /** Why it was skipped, or the last error of its delivery. */
  reason: string | null
}

export interface SlotStore {
  /** When a schedule was first seen under this wall time and zone: slots before are never made up. */
  knownSince(schedule: string, version: string, now: number): Promise<number>
  has(schedule: string, localDate: Day): Promise<boolean>
  /** The instant and version of `knownSince`, written nowhere; `null` for a schedule that was never seen. */
  seen(schedule: string): Promise<{ version: string; since: number } | null>
  /** Records a slot without a delivery (skipped); false when it was there. */
  record(slot: Slot): Promise<boolean>
  /** The latest slots, newest first: of all schedules, or of one. */
  list(limit: number, schedule?: string): Promise<SlotRecord[]>
}
