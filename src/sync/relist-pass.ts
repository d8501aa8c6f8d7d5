/**
 * The relist pass: lists a type again when the settings name another property, which has not been requested before.
 */
import type { SyncedType } from '../domain/facts/facts.ts'
import type { PassState } from '../ports/fact-store.ts'
import type { NamedProperties } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { FIRST_PAGE, type Listing, listedIn, listingIn, namesIn, RELIST } from '../values/listings.ts'
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
  const begun = known?.names === names ? known : toBegin(names, known)
  const dropped = await timesDropped(store.passes, type)
  // Known before the first request, so that names that are left out from then on are noted.
  await store.passes.save(stateOf(type, begun))
  let isOutdated = false
  await readPages({
    from: begun.cursor === FIRST_PAGE ? null : begun.cursor,
    request: (after) => source.listPage(type, after),
    isEnough: () => isOutdated,
    async save(page) {
      isOutdated = isOutdated || (await timesDropped(store.passes, type)) !== dropped
      // The page may lack names that were left out in the meantime, even if they are back: the list was noted as to begin.
      if (isOutdated) return savePage(page, {})
      const listing = page.next === null ? { names, cursor: null } : { ...begun, cursor: page.next }
      const endedAt = page.next === null ? page.serverTime : null
      await savePage(page, { pass: { ...stateOf(type, listing), beganAt: page.serverTime, endedAt } })
    },
  })
}

/** A list with other names than the last one. */
function toBegin(names: string, last: Listing | null): Listing {
  const before = last ? listedIn(last) : []
  const listed = namesIn(names).declared.filter((name) => before.includes(name))
  return { names, cursor: FIRST_PAGE, listed }
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

function stateOf(type: SyncedType, listing: Listing): PassState {
  return { pass: RELIST, type, position: JSON.stringify(listing), beganAt: null, endedAt: null }
}

function listed(type: SyncedType, names: string): PassState {
  return stateOf(type, { names, cursor: null })
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
