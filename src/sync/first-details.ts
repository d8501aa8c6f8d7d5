/**
 * The first reading of a detail of all deals. Until it has ended, numbers that rest on the detail would be partial. Deals
 * that are new or change later have their details read by the same poll, and so do not make it begin again.
 */
import type { DealDetail } from '../domain/facts/deal-details.ts'
import { firstPassOf } from '../ports/deal-store.ts'
import type { PassState } from '../ports/fact-store.ts'
import { isRefusal, isSourceError, SOURCE_FAULTS } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'

/** Reads a detail, and notes if it has been read of every deal for the first time, or which fault prevented that. */
export async function notingFirst(
  store: Store,
  detail: DealDetail,
  /** Returns whether the detail has been read of every deal. */
  read: () => Promise<boolean>,
): Promise<void> {
  const state = await firstReading(store, detail)
  if (state.endedAt !== null) return void (await read())
  // A refusal is noted until a reading succeeds; after any other fault this one may.
  if (state.position !== null && !isRefused(state)) await store.passes.save({ ...state, position: null })
  try {
    if (await read()) await store.passes.save({ ...state, position: null, endedAt: await store.time() })
  } catch (error) {
    if (isSourceError(error)) await store.passes.save({ ...state, position: error.fault })
    throw error
  }
}

/** Whether it was never tried, or a fault of HubSpot other than a refusal stopped it. */
export async function isFirstDue(store: Store, detail: DealDetail): Promise<boolean> {
  const state = await firstReading(store, detail)
  return state.endedAt === null && !isRefused(state)
}

/** What was read of every deal is to be read again, and numbers that rest on it are partial until then. */
export async function beginFirstAgain(store: Store, detail: DealDetail): Promise<void> {
  await store.passes.save(begun(detail))
}

async function firstReading(store: Store, detail: DealDetail): Promise<PassState> {
  const passes = await store.passes.read()
  return passes.find(({ pass }) => pass === firstPassOf(detail)) ?? begun(detail)
}

function begun(detail: DealDetail): PassState {
  return { pass: firstPassOf(detail), type: 'deals', position: null, beganAt: null, endedAt: null }
}

function isRefused({ position }: PassState): boolean {
  return isRefusal(SOURCE_FAULTS.find((fault) => fault === position) ?? null)
}
