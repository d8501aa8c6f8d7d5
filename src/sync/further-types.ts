/** The object types beyond the eight: read while an own metric counts their records, and forgotten afterwards. */
import { FACT_TYPES, isFurtherType, type SyncedType } from '../domain/facts/facts.ts'
import { type Cursor, unreadCursor } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'
import { yieldTurn } from '../ports/turns.ts'
import { readNames } from './named-source.ts'

/** The types to read: the eight, and the further ones that own metrics count the records of. */
export async function typesToRead(store: Store, stopping: AbortSignal): Promise<SyncedType[]> {
  const { declaredTypes } = await readNames(store)
  const further = declaredTypes.filter(isFurtherType)
  const cursors = await store.cursors.read()
  for (const type of further) {
    if (!cursors.some((cursor) => cursor.type === type)) await store.cursors.save(unreadCursor(type))
  }
  await forgetOthers(store, cursors, stopping)
  return [...FACT_TYPES, ...further]
}

/** Types that no metric names any more. One that the token may not read at present is still named. */
async function forgetOthers(store: Store, cursors: readonly Cursor[], stopping: AbortSignal): Promise<void> {
  const named = (await store.directory.objects()).map(({ type }) => type)
  for (const { type } of cursors) {
    if (!isFurtherType(type) || named.includes(type)) continue
    while (!stopping.aborted && !(await store.facts.forget(type))) await yieldTurn()
  }
}
