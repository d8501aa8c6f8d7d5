/**
 * The nightly pass: searches everything since two days before the last one, then reads every stored record by its id.
 */
import type { PassState } from '../ports/fact-store.ts'
import { lastTime } from './last-time.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

export const NIGHTLY = 'nightly'

/** Catches records that the search index hid for longer than the trailing pass waits. */
const CATCH_UP_MS = 48 * 3_600_000
const IDS_A_REQUEST = 100
/** At most half of what HubSpot allows (190 in 10 s), so that polls keep their pace. */
const SHORTEST_GAP_MS = 2 * (10_000 / 185)

export interface NightlyPorts {
  /** Requests left for tonight; what they do not cover is left to the next night. */
  allowance: { left: number }
  /** Resolves after `ms` milliseconds. */
  wait(ms: number): Promise<unknown>
  /** Whether a pass that began then (epoch ms) is too old to count as tonight's. */
  isOld(beganAt: number | null): boolean
}

/** Continues where it was stopped. When that completes an old pass, tonight's follows: much was read long ago. */
export async function reconcile(reading: TypeReading, ports: NightlyPorts): Promise<void> {
  const { type, state, cursor } = reading
  if (cursor.asOf === null) return
  const hasBegun = state !== undefined && state.position !== null
  const begun: PassState = hasBegun
    ? state
    : { pass: NIGHTLY, type, position: null, beganAt: cursor.asOf, endedAt: state?.endedAt ?? null }
  if (!hasBegun) await catchUp(reading, begun)
  const ended = await readByIds(reading, begun, ports)
  if (ended && hasBegun && ports.isOld(begun.beganAt)) await reconcile({ ...reading, state: ended }, ports)
}

/** The pass counts as begun once all of this is read: if it fails midway, it is repeated the same night. */
async function catchUp(reading: TypeReading, begun: PassState): Promise<void> {
  const { type, source, savePage } = reading
  const window = windowOf(reading)
  await readPages({
    from: null,
    request: (afterId) => source.changedPage(type, window, afterId),
    save: (page) => savePage(page, page.next === null ? { pass: { ...begun, position: '0' } } : {}),
  })
}

/** From the last nightly pass, however long ago that was. */
function windowOf({ cursor, state }: TypeReading): { from: number; to: number } {
  const to = cursor.asOf ?? 0
  const last = lastTime(state?.endedAt, cursor) ?? cursor.fillStartedAt ?? to
  return { from: last - CATCH_UP_MS, to }
}

/** Returns the pass once it has ended; `null` if the rest is left to the next night. */
async function readByIds(
  { type, source, store, saveHeld }: TypeReading,
  begun: PassState,
  { wait, allowance }: NightlyPorts,
): Promise<PassState | null> {
  let position = begun.position ?? '0'
  while (allowance.left > 0) {
    const ids = await store.facts.storedIds(type, position, IDS_A_REQUEST)
    const last = ids.at(-1)
    if (last === undefined) {
      const ended = { ...begun, position: null, endedAt: begun.beganAt }
      await store.passes.save(ended)
      return ended
    }
    allowance.left--
    const askedAt = await store.time()
    const [records] = await Promise.all([source.readByIds(type, ids), wait(SHORTEST_GAP_MS)])
    position = last
    await saveHeld(records, { pass: { ...begun, position }, askedAt })
  }
  return null
}
