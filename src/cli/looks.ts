/** Looks from the command line: they are those of the user of the machine, about everybody who is shown. */
import { userInfo } from 'node:os'
import type { Shown } from '../domain/access/look.ts'
import { rosterFrom } from '../domain/company/roster.ts'
import type { Store } from '../ports/store.ts'

/** Whoever is at the machine reads the answer, so the looks at figures are theirs. */
export const AT_MACHINE = { surface: 'commandLine', actor: `cli:${userName()}` } as const

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // The user of a container may have a number alone.
    return String(process.getuid?.() ?? '?')
  }
}

/** Recorded before the figures are read, so that none are shown without. `ownerIds`: everybody, if left out. */
export async function recordMachineLooks(
  store: Store,
  shown: Shown,
  ownerIds?: readonly string[],
): Promise<void> {
  const looks = (ownerIds ?? (await trackedIds(store))).map((ownerId) => ({
    ...AT_MACHINE,
    actorOwnerId: null,
    ownerId,
    shown,
  }))
  if (looks.length > 0) await store.audit.recordLooks(looks)
}

async function trackedIds(store: Store): Promise<string[]> {
  const [directory, settings] = [await store.directory.read(), await store.settings.read()]
  return rosterFrom(directory, settings)?.reps.map(({ id }) => id) ?? []
}
