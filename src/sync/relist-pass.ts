/**
 * The relist pass: lists a type again when the settings name another property, which has not been requested before.
 */
import { isNaming, NAMING_TYPES } from '../domain/facts/facts.ts'
import type { NamedProperties } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { namesFor } from './named-source.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

export const RELIST = 'relist'

/**
 * The position is the list's cursor after the names that the list is made for, so that it resumes after a stop midway
 * and starts over if the names change midway.
 */
export async function relist(reading: TypeReading, named: NamedProperties): Promise<void> {
  const { type, source, savePage, state } = reading
  if (!isNaming(type)) return
  const asked = namesFor(type, named)
  const names = JSON.stringify(asked)
  const known = parse(state?.position ?? null)
  if (known === null && Object.values(asked).every((name) => name === null)) return
  if (known?.names === names && known.cursor === null) return
  await readPages({
    from: known?.names === names ? known.cursor : null,
    request: (after) => source.listPage(type, after),
    async save(page) {
      const position = JSON.stringify({ names, cursor: page.next })
      const endedAt = page.next === null ? page.serverTime : null
      await savePage(page, { pass: { pass: RELIST, type, position, beganAt: page.serverTime, endedAt } })
    },
  })
}

/** A first fill about to begin lists with these names itself, so that only a later change requires a relist. */
export async function noteFirstListing(store: Store, named: NamedProperties): Promise<void> {
  const cursors = await store.cursors.read()
  for (const type of NAMING_TYPES) {
    const cursor = cursors.find((one) => one.type === type)
    if (!cursor || cursor.asOf !== null || cursor.fillStartedAt !== null) continue
    const position = JSON.stringify({ names: JSON.stringify(namesFor(type, named)), cursor: null })
    await store.passes.save({ pass: RELIST, type, position, beganAt: null, endedAt: null })
  }
}

interface Position {
  names: string
  cursor: string | null
}

/** An unreadable position counts as none, so that the list is made again. */
function parse(position: string | null): Position | null {
  if (position === null) return null
  const known: unknown = JSON.parse(position)
  return isPosition(known) ? known : null
}

function isPosition(known: unknown): known is Position {
  if (typeof known !== 'object' || known === null || !('names' in known && 'cursor' in known)) return false
  return typeof known.names === 'string' && (known.cursor === null || typeof known.cursor === 'string')
}
