/** Open slots: the local dates of a digest that are due and not yet dealt with. */
import { type DueSlot, slotsBetween } from '../domain/calendar/due.ts'
import type { DigestSetting, Settings } from '../domain/company/settings.ts'
import type { DigestsContext } from './digests-context.ts'

const MINUTE_MS = 60_000
/** Slots that were missed longer ago than this are not even recorded. */
const LOOK_BACK_MS = 14 * 86_400_000
const DAILY = 'digest|daily|'
const RECENT_SLOTS = 200

/** The name under which the slots of a digest's daily post are stored. */
export function scheduleOf(digestName: string): string {
  return `${DAILY}${digestName}`
}

/** Whether a digest goes out: it is enabled, and the workspace's visibility has been chosen. */
export function isActive(setting: DigestSetting, settings: Settings): boolean {
  return setting.enabled && settings.visibility !== null
}

export function minuteOf(instant: number): number {
  return Math.floor(instant / MINUTE_MS) * MINUTE_MS
}

/** In order. A digest that is new, changed or newly enabled starts with the minute in which that was seen. */
export async function openSlots(
  { store, clock }: DigestsContext,
  digest: { setting: DigestSetting; isActive: boolean },
): Promise<DueSlot[]> {
  const schedule = scheduleOf(digest.setting.name)
  const since = await store.slots.knownSince(schedule, versionOf(digest), clock.now())
  return digest.isActive ? openSince({ store, clock }, digest.setting, since) : []
}

/** The same without recording anything. A change that no running bot has seen yet has no open slots. */
export async function openAsSeen(
  { store, clock }: Pick<DigestsContext, 'store' | 'clock'>,
  digest: { setting: DigestSetting; isActive: boolean },
): Promise<DueSlot[]> {
  const seen = await store.slots.seen(scheduleOf(digest.setting.name))
  if (!digest.isActive || seen?.version !== versionOf(digest)) return []
  return openSince({ store, clock }, digest.setting, seen.since)
}

async function openSince(
  { store, clock }: Pick<DigestsContext, 'store' | 'clock'>,
  setting: DigestSetting,
  since: number,
): Promise<DueSlot[]> {
  const now = clock.now()
  const schedule = scheduleOf(setting.name)
  const from = Math.max(minuteOf(since), now - LOOK_BACK_MS)
  const open: DueSlot[] = []
  for (const slot of slotsBetween(setting, from, now + 1).reverse()) {
    if (await store.slots.has(schedule, slot.localDate)) break
    open.unshift(slot)
  }
  return open
}

function versionOf(digest: { setting: DigestSetting; isActive: boolean }): string {
  const { time, zone, days } = digest.setting
  return JSON.stringify([time, zone, [...days].sort(), digest.isActive])
}

/** A digest that was removed and comes back later starts afresh, as one that was disabled does. */
export async function forgetRemoved({ store, clock }: DigestsContext, settings: Settings): Promise<void> {
  const present = new Set(settings.digests.map((digest) => scheduleOf(digest.name)))
  const recent = new Set((await store.slots.list(RECENT_SLOTS)).map((slot) => slot.schedule))
  for (const schedule of recent) {
    if (schedule.startsWith(DAILY) && !present.has(schedule)) {
      await store.slots.knownSince(schedule, 'removed', clock.now())
    }
  }
}
