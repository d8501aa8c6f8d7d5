/** Lists each digest that is set up, when it is due next, and the outcome of its last slots. */
import type { Day } from '../domain/calendar/day.ts'
import { type DueSlot, slotsBetween } from '../domain/calendar/due.ts'
import type { DigestSetting } from '../domain/company/settings.ts'
import type { SlotOutcome, SlotRecord } from '../ports/delivery-store.ts'
import type { DigestsContext } from './digests-context.ts'
import { isActive, openAsSeen, scheduleOf } from './open-slots.ts'

/** A slot as it is shown to people. `due`: not put into the outbox yet. */
export interface ListedSlot extends Pick<SlotRecord, 'dueAt' | 'delivery' | 'reason'> {
  localDate: Day
  outcome: SlotOutcome | 'due'
}

/** A digest with its next slot and its last ten, newest first. `next` is `null` while the digest is inactive. */
export interface DigestListing {
  setting: DigestSetting
  isActive: boolean
  next: DueSlot | null
  slots: ListedSlot[]
}

const LOOK_AHEAD_MS = 15 * 86_400_000
const SLOTS_LISTED = 10

export async function listDigests(
  context: Pick<DigestsContext, 'store' | 'clock'>,
): Promise<DigestListing[]> {
  const settings = await context.store.settings.read()
  const now = context.clock.now()
  return Promise.all(
    settings.digests.map(async (setting) => {
      const digest = { setting, isActive: isActive(setting, settings) }
      const [next = null] = digest.isActive ? slotsBetween(setting, now + 1, now + LOOK_AHEAD_MS) : []
      const open = (await openAsSeen(context, digest)).reverse().map(dueSlot)
      const done = await context.store.slots.list(SLOTS_LISTED, scheduleOf(setting.name))
      return { ...digest, next, slots: [...open, ...done.map(recordedSlot)].slice(0, SLOTS_LISTED) }
    }),
  )
}

function dueSlot({ localDate, dueAt }: DueSlot): ListedSlot {
  return { localDate, dueAt, outcome: 'due', delivery: null, reason: null }
}

function recordedSlot({ localDate, dueAt, outcome, delivery, reason }: SlotRecord): ListedSlot {
  const isUnknown = outcome === 'unknown'
  return {
    localDate,
    dueAt,
    outcome,
    delivery,
    reason: isUnknown ? `may be in the channel: check there (${reason})` : reason,
  }
}
