/** Where digests will be posted soon. */
import { slotsBetween } from '../domain/calendar/due.ts'
import type { DigestsContext } from './digests-context.ts'
import { isActive } from './open-slots.ts'

/** The channels of digests that are due within this many milliseconds, without duplicates. */
export async function channelsSoon(
  { store, clock }: Pick<DigestsContext, 'store' | 'clock'>,
  withinMs: number,
): Promise<string[]> {
  const settings = await store.settings.read()
  const now = clock.now()
  const soon = settings.digests.filter(
    (setting) => isActive(setting, settings) && slotsBetween(setting, now, now + withinMs).length > 0,
  )
  return [...new Set(soon.map(({ channel }) => channel))]
}
