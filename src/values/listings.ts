/** With which named properties the records of a type were listed: kept as the position of the relist pass. */

export const RELIST = 'relist'

/** `names`: as they were requested, as JSON; `cursor`: where the list goes on (blank: at its first page), `null` once it has ended. */
export interface Listing {
  names: string
  cursor: string | null
}

/** An unreadable position counts as none, so that the list is made again. */
export function listingIn(position: string | null): Listing | null {
  if (position === null) return null
  const known: unknown = JSON.parse(position)
  return isListing(known) ? known : null
}

function isListing(known: unknown): known is Listing {
  if (typeof known !== 'object' || known === null || !('names' in known && 'cursor' in known)) return false
  return typeof known.names === 'string' && (known.cursor === null || typeof known.cursor === 'string')
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
  if (listing === null || listing.cursor !== null) return false
  const { declared } = namesIn(listing.names)
  return properties.every((property) => declared.includes(property))
}
