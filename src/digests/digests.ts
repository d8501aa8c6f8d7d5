/** Digests: a digest that is due becomes deliveries, once per local date. */
import type { DigestSetting } from '../domain/company/settings.ts'
import type { DigestsContext, DigestsOptions, RunDone } from './digests-context.ts'
import { type DigestListing, listDigests } from './list.ts'
import { forgetRemoved, isActive, openSlots } from './open-slots.ts'
import { runSlot } from './run-slot.ts'
import { sharedClock } from './shared-clock.ts'
import { isTooLate, recordMissed } from './skip.ts'
import { channelsSoon } from './soon.ts'

export interface Digests {
  /** Puts every digest that is due into the outbox. Safe to run concurrently in any number of processes. */
  runDue(): Promise<RunDone>
  list(): Promise<DigestListing[]>
  /** The channels of digests that are due within this many milliseconds, without duplicates. */
  channelsSoon(withinMs: number): Promise<string[]>
}

export function createDigests(options: DigestsOptions): Digests {
  const context: DigestsContext = { ...options, admins: options.admins ?? [], waitingSince: new Map() }
  return {
    runDue: async () => runDue({ ...context, clock: await sharedClock(context.store, context.clock) }),
    list: () => listDigests(context),
    channelsSoon: (withinMs) => channelsSoon(context, withinMs),
  }
}

/** A failure of one digest must not hold up the others. It is logged, and the digest is tried again at the next run. */
async function runDue(context: DigestsContext): Promise<RunDone> {
  const done: RunDone = { queued: 0, late: 0, skipped: 0, waiting: 0, failed: 0 }
  const settings = await context.store.settings.read()
  await forgetRemoved(context, settings)
  for (const setting of settings.digests) {
    try {
      await runDigest(context, { setting, isActive: isActive(setting, settings) }, done)
    } catch (error) {
      done.failed += 1
      context.log.error({ digest: setting.name, err: error }, 'a digest could not be run')
    }
  }
  return done
}

async function runDigest(
  context: DigestsContext,
  digest: { setting: DigestSetting; isActive: boolean },
  done: RunDone,
): Promise<void> {
  const { setting } = digest
  const open = await openSlots(context, digest)
  const missed = open.filter((slot) => isTooLate(context, setting, slot))
  if (missed.length > 0) done.skipped += await recordMissed(context, setting, missed)
  for (const slot of open.filter((one) => !missed.includes(one))) {
    const outcome = await runSlot(context, setting, slot)
    if (outcome !== 'taken') done[outcome] += 1
  }
}
