/**
 * The relist pass: lists a type again when the settings name another property, which has not been requested before.
 */
import type { SyncedType } from '../domain/facts/facts.ts'
import type { PassState } from '../ports/fact-store.ts'
import type { NamedProperties } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { listingIn, namesIn, RELIST } from '../values/listings.ts'
import { timesDropped } from './dropped-names.ts'
import { type Names, namesFor } from './named-source.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

/**
 * The position is the list's cursor after the names that the list is made for, so that it resumes after a stop midway
 * and starts over if the names change midway.
 */
export async function relist(reading: TypeReading, named: NamedProperties): Promise<void> {
  const { type, source, store, savePage, state } = reading
  const names = namesFor(type, named)
  const known = listingIn(state?.position ?? null)
  const isRead = known === null ? !hasNames(names) : known.cursor === null && includes(known.names, names)
  if (isRead) {
    // Records read from now on lack a property that is no longer named, which must be listed again if it comes back.
    if (known && known.names !== names) await store.passes.save(listed(type, names))
    return
  }
  const from = (known?.names === names && known.cursor) || null
  const dropped = await timesDropped(store.passes, type)
  // Known before the first request, so that names that are left out from then on are noted.
  await store.passes.save(stateOf(type, positionAt(names, from ?? FIRST_PAGE)))
  let isOutdated = false
  await readPages({
    from,
    request: (after) => source.listPage(type, after),
    isEnough: () => isOutdated,
    async save(page) {
      isOutdated = isOutdated || (await timesDropped(store.passes, type)) !== dropped
      // The page may lack names that were left out in the meantime, even if they are back.
      if (isOutdated) return savePage(page, { pass: stateOf(type, null) })
      const position = positionAt(names, page.next)
      const endedAt = page.next === null ? page.serverTime : null
      await savePage(page, { pass: { pass: RELIST, type, position, beganAt: page.serverTime, endedAt } })
    },
  })
}

const FIRST_PAGE = ''

function positionAt(names: string, cursor: string | null): string {
  return JSON.stringify({ names, cursor })
}

/** A first fill about to begin lists with these names itself, so that only a later change requires a relist. */
export async function noteFirstListing(
  store: Store,
  types: readonly SyncedType[],
  names: Names,
): Promise<void> {
  const cursors = await store.cursors.read()
  for (const type of types) {
    const cursor = cursors.find((one) => one.type === type)
    if (cursor && (cursor.asOf !== null || cursor.fillStartedAt !== null)) continue
    await store.passes.save(listed(type, namesFor(type, names.of(type))))
  }
}

function stateOf(type: SyncedType, position: string | null): PassState {
  return { pass: RELIST, type, position, beganAt: null, endedAt: null }
}

function listed(type: SyncedType, names: string) {
  return stateOf(type, positionAt(names, null))
}

/** Whether every declared name that is asked for was requested, and each single name is the same, also where there is none. */
function includes(requested: string, asked: string): boolean {
  const [known, wanted] = [namesIn(requested), namesIn(asked)]
  return (
    Object.entries(wanted.single).every(([purpose, name]) => known.single[purpose] === name) &&
    wanted.declared.every((name) => known.declared.includes(name))
  )
}

function hasNames(names: string): boolean {
  const { single, declared } = namesIn(names)
  return declared.length > 0 || Object.values(single).some((name) => name !== null)
}
