/** The nightly pass: a search over the last two days, then every record that is held, by its id: changed, gone or merged? */
import type { PassState } from '../ports.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

export const NIGHTLY = 'nightly'

/** Records that the index hid for longer than the trailing pass waits. */
const CATCH_UP_MS = 48 * 3_600_000
const IDS_A_REQUEST = 100
/** At most half of what HubSpot allows (190 in 10 s), so that polls keep their pace. */
const SHORTEST_GAP_MS = 2 * (10_000 / 185)
/** A tenth of the smallest daily limit (250,000); the rest is left to the next night. */
const MOST_REQUESTS = 25_000

export interface NightlyPorts {
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<unknown>
}

/** Goes on where it was stopped. */
export async function reconcile(reading: TypeReading, ports: NightlyPorts): Promise<void> {
  const { type, state, cursor } = reading
  if (cursor.asOf === null) return
  const hasBegun = state !== undefined && state.endedAt === null && state.position !== null
  const begun: PassState = hasBegun
    ? state
    : { pass: NIGHTLY, type, position: null, beganAt: cursor.asOf, endedAt: state?.endedAt ?? null }
  if (!hasBegun) await catchUp(reading, begun)
  await readHeld(reading, begun, ports)
}

async function catchUp({ type, source, savePage, cursor }: TypeReading, begun: PassState): Promise<void> {
  const asOf = cursor.asOf ?? 0
  const window = { from: asOf - CATCH_UP_MS, to: asOf }
  await readPages({
    from: null,
    request: (afterId) => source.changedPage(type, window, afterId),
    save: (page) =>
      savePage(page, { pass: page.next === null ? { ...begun, position: '0', endedAt: null } : begun }),
  })
}

async function readHeld(
  { type, source, store, saveHeld }: TypeReading,
  begun: PassState,
  { wait }: NightlyPorts,
): Promise<void> {
  let position = begun.position ?? '0'
  for (let requests = 0; requests < MOST_REQUESTS; requests++) {
    const ids = await store.facts.heldIds(type, position, IDS_A_REQUEST)
    const last = ids.at(-1)
    if (last === undefined) {
      await store.passes.save({ ...begun, position: null, endedAt: begun.beganAt })
      return
    }
    const [records] = await Promise.all([source.readHeld(type, ids), wait(SHORTEST_GAP_MS)])
    position = last
    await saveHeld(records, { pass: { ...begun, position, endedAt: null } })
  }
}
