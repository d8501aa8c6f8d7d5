/** The relist pass: deals are listed again when the settings name another property, which nobody asked for before. */
import type { NamedProperties, Store } from '../ports.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

export const RELIST = 'relist'

/**
 * The position is the list's cursor behind the names for which the list is made, so that a stop in the middle is taken
 * up, and a change in the middle begins anew.
 */
export async function relistDeals(reading: TypeReading, named: NamedProperties): Promise<void> {
  const { type, source, savePage, state } = reading
  const names = JSON.stringify(named)
  const known = parse(state?.position ?? null)
  if (known === null && named.cost === null && named.contractYears === null) return
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

/** A first fill that is about to begin lists deals with these names itself: only after another change need it be done again. */
export async function noteFirstListing(store: Store, named: NamedProperties): Promise<void> {
  const deals = (await store.cursors.read()).find(({ type }) => type === 'deals')
  if (!deals || deals.asOf !== null || deals.fillStartedAt !== null) return
  const position = JSON.stringify({ names: JSON.stringify(named), cursor: null })
  await store.passes.save({ pass: RELIST, type: 'deals', position, beganAt: null, endedAt: null })
}

function parse(position: string | null): { names: string; cursor: string | null } | null {
  return position === null ? null : JSON.parse(position)
}
