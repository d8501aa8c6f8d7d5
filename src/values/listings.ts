/** With which named properties the records of a type were listed: kept as the position of the relist pass. */

export const RELIST = 'relist'

/** The cursor of a list that has not begun. */
export const FIRST_PAGE = ''

/**
 * `names`: as they are requested, as JSON; `cursor`: where the list goes on, `null` once it has ended; `listed`: until then,
 * the declared ones of them that all records were listed with before.
 */
export interface Listing {
  names: string
  cursor: string | null
  listed?: readonly unknown[]
}

/** An unreadable position counts as none, so that the list is made again. */
export function listingIn(position: string | null): Listing | null {
  if (position === null) return null
  const known: unknown = JSON.parse(position)
  return isListing(known) ? known : null
}

/** The declared properties that all records were listed with, this time or before. */
export function listedIn({ names, cursor, listed = [] }: Listing): readonly unknown[] {
  return cursor === null ? namesIn(names).declared : listed
}

function isListing(known: unknown): known is Listing {
  if (typeof known !== 'object' || known === null || !('names' in known && 'cursor' in known)) return false
  const isCursor = known.cursor === null || typeof known.cursor === 'string'
  return typeof known.names === 'string' && isCursor && (!('listed' in known) || Array.isArray(known.listed))
}

/** Requested names: one for each purpose (`null`: none), and those that own metrics declare. */
interface RequestedNames {
  single: Record<string, unknown>
  declared: readonly unknown[]
}

export function namesIn(names: string): RequestedNames {
  const read: unknown = JSON.parse(names)
  if (typeof read !== 'object' || read === null) return { single: {}, declared: [] }
  const { declared = [], ...single }: { declared?: unknown } = read
  return { single, declared: Array.isArray(declared) ? declared : [] }
}

/** Whether all records were listed with these declared properties. */
export function isListedWith(position: string | null, properties: readonly string[]): boolean {
  const listing = listingIn(position)
  if (listing === null) return false
  const listed = listedIn(listing)
  return properties.every((property) => listed.includes(property))
}
