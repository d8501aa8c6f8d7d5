/** Notes what a type's records lose when they are requested with fewer names than they were listed with. */
import type { SyncedType } from '../domain/facts/facts.ts'
import type { PassState } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'
import { FIRST_PAGE, listedIn, listingIn, namesIn, RELIST } from '../values/listings.ts'

/** Counts, as its position, how often names were left out. */
const DROPPED = 'dropped'

/**
 * Records read from now on lack what `names` leave out, so that it counts as never listed if it comes back, be it while
 * the same pass goes on. A list that is being made starts over.
 */
export async function noteDropped(passes: Store['passes'], type: SyncedType, names: string): Promise<void> {
  const states = await passes.read()
  const listing = listingIn(positionIn(states, RELIST, type))
  if (!listing) return
  const [known, asked] = [namesIn(listing.names), namesIn(names)]
  const isStill = (name: unknown) => asked.declared.includes(name)
  const kept = known.declared.filter(isStill)
  const isSame = Object.entries(known.single).every(([purpose, name]) => asked.single[purpose] === name)
  if (isSame && kept.length === known.declared.length) return
  const left = JSON.stringify({ ...asked.single, declared: kept })
  const isWhole = isSame && listing.cursor === null
  const toBegin = { names: left, cursor: FIRST_PAGE, listed: listedIn(listing).filter(isStill) }
  const times = Number(positionIn(states, DROPPED, type) ?? 0) + 1
  await passes.save(stateOf(DROPPED, type, String(times)))
  await passes.save(stateOf(RELIST, type, JSON.stringify(isWhole ? { names: left, cursor: null } : toBegin)))
}

/** How often names of a type were left out: a list that is being made while this rises is not whole. */
export async function timesDropped(passes: Store['passes'], type: SyncedType): Promise<string | null> {
  return positionIn(await passes.read(), DROPPED, type)
}

function positionIn(states: readonly PassState[], pass: string, type: SyncedType): string | null {
  return states.find((state) => state.pass === pass && state.type === type)?.position ?? null
}

function stateOf(pass: string, type: SyncedType, position: string): PassState {
  return { pass, type, position, beganAt: null, endedAt: null }
}
