/** The activities of won deals: the calls, e-mails and meetings associated with each, read hourly. */
import { EFFORT_TYPES, EFFORT_WITHIN_MS, type EffortType } from '../domain/facts/deal-effort.ts'
import type { DealDue, DealLink } from '../ports/deal-store.ts'
import type { Cursor, PassState } from '../ports/fact-store.ts'
import { isSourceError } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import type { DetailPorts } from './deal-details.ts'
import { beginFirstAgain, isFirstDue, notingFirst } from './first-details.ts'
import { isDue } from './periods.ts'

const ACTIVITIES = 'activities'
const EVERY_MS = 3_600_000
/** HubSpot's largest batch of associations. */
const DEALS_A_REQUEST = 1_000

/**
 * Reads the links of deals that lack them: hourly, or at once with `isWhole`. With `isFull`, reads those of all deals
 * again.
 */
export interface ActivitiesOrder {
  /** Epoch ms. */
  now: number
  isWhole?: boolean
  isFull?: boolean
}

/**
 * Waits until each type is filled or refused, since a link is worth nothing without its activity. Refused types are
 * left out; once the token may read another type, all deals are read again.
 */
export async function readDealActivities(
  ports: DetailPorts,
  { now, isWhole = false, isFull = false }: ActivitiesOrder,
): Promise<void> {
  const { store } = ports
  const types = readableTypes(await store.cursors.read())
  const state = (await store.passes.read()).find(({ pass }) => pass === ACTIVITIES)
  const isAtOnce = isWhole || (await isFirstDue(store, 'dealActivities'))
  if (types === null || !(isAtOnce || isDue(state?.endedAt ?? null, EVERY_MS, now))) return
  const position = types.join(' ')
  const begun: PassState = { pass: ACTIVITIES, type: 'deals', position, beganAt: now, endedAt: null }
  if (isFull || (state && state.position !== position)) await forget(store)
  await store.passes.save(begun)
  try {
    await notingFirst(store, 'dealActivities', () => readLacking(ports, types, now - EFFORT_WITHIN_MS))
  } catch (error) {
    if (isSourceError(error) && error.fault === 'forbidden')
      await store.passes.save({ ...begun, endedAt: now })
    throw error
  }
  await store.passes.save({ ...begun, endedAt: now })
}

async function forget(store: Store): Promise<void> {
  await beginFirstAgain(store, 'dealActivities')
  await store.dealDetails.forgetActivities()
}

/** Returns `null` until all types are known. */
function readableTypes(cursors: readonly Cursor[]): EffortType[] | null {
  const known = EFFORT_TYPES.map((type) => cursors.find((cursor) => cursor.type === type))
  if (known.some((cursor) => !cursor || (cursor.asOf === null && cursor.fault !== 'forbidden'))) return null
  return EFFORT_TYPES.filter((_, index) => known[index]?.asOf !== null)
}

/**
 * Deals that HubSpot gave no answer for are left to the next time. Returns whether there is an answer for all others.
 */
async function readLacking(
  { source, store }: DetailPorts,
  types: readonly EffortType[],
  closedSince: number,
): Promise<boolean> {
  for (;;) {
    const due = await store.dealDetails.lackingActivities(closedSince, DEALS_A_REQUEST)
    if (due.length === 0) return true
    const { told, links } = await linksOf(due, types, source)
    await store.dealDetails.saveActivities(told, links)
    if (told.length < due.length) return due.length < DEALS_A_REQUEST
  }
}

async function linksOf(
  due: readonly DealDue[],
  types: readonly EffortType[],
  source: DetailPorts['source'],
): Promise<{ told: DealDue[]; links: DealLink[] }> {
  let told = [...due]
  const links: DealLink[] = []
  for (const type of types) {
    const read = await source.dealActivities(
      due.map(({ id }) => id),
      type,
    )
    const byDeal = new Map(read.map(({ dealId, activityIds }) => [dealId, activityIds]))
    told = told.filter(({ id }) => byDeal.has(id))
    for (const [dealId, ids] of byDeal) {
      for (const activityId of ids) links.push({ dealId, type, activityId })
    }
  }
  return { told, links }
}
