/** Stored changes of a deal, from which any of its past states can be reconstructed. */
import type { StageEntry } from './facts.ts'

export const TRACKED_PROPERTIES = [
  'stage',
  'closesAt',
  'amount',
  'homeAmount',
  'owner',
  'forecastCategory',
] as const
export type TrackedProperty = (typeof TRACKED_PROPERTIES)[number]

/** A change of a deal that the caller already knows. */
export type OwnChange = Pick<DealChange, 'property' | 'at' | 'value'>

/** From `at` (epoch ms) on the property had `value`: a stage, owner or category id, an amount as text, or an instant as text of epoch ms; `null`: blank. */
export interface DealChange {
  dealId: string
  property: TrackedProperty
  at: number
  value: string | null
}

/** A deal's time in a stage, from entering to leaving it (epoch ms); `leftAt` is `null` while it lasts. */
export interface StageStay {
  dealId: string
  /** The deal's owner now. */
  ownerId: string | null
  stageId: string
  enteredAt: number
  leftAt: number | null
}

/**
 * What the properties of one deal were at a moment, from the deal's changes in any order: `null` where one was blank or
 * not yet set. A property without stored changes has always had its current value, and is left out.
 */
export function valuesAt(
  changes: readonly OwnChange[],
  moment: number,
): Partial<Record<TrackedProperty, string | null>> {
  const values: Partial<Record<TrackedProperty, string | null>> = {}
  const latest: Partial<Record<TrackedProperty, number>> = {}
  for (const { property, at, value } of changes) {
    if (at <= moment && at >= (latest[property] ?? at)) {
      latest[property] = at
      values[property] = value
    } else if (!(property in values)) values[property] = null
  }
  return values
}

function byTime(a: DealChange, b: DealChange): number {
  return a.at - b.at
}

/** The first entry of one deal into each stage. Entering a stage twice in a row is one entry. */
export function stageEntriesOf(changes: readonly DealChange[]): StageEntry[] {
  const entries = new Map<string, number>()
  for (const { property, value, at } of [...changes].sort(byTime)) {
    if (property === 'stage' && value !== null && !entries.has(value)) entries.set(value, at)
  }
  return [...entries].map(([stageId, at]) => ({ stageId, at }))
}

/** What of a deal its stays in stages depend on. */
export interface StayingDeal {
  id: string
  ownerId: string | null
  stageId: string | null
  isOpen: boolean
}

/**
 * The stays of one deal, from its changes in chronological order. The last one is still running if the deal is open; it
 * is left out if the deal has moved on since its changes were read.
 */
export function staysOf(deal: StayingDeal, changes: readonly DealChange[]): StageStay[] {
  const moves = changes
    .filter(({ property }) => property === 'stage')
    .filter(({ value }, index, all) => value !== all[index - 1]?.value)
  const stays = moves.flatMap(({ value, at }, index) => {
    const leftAt = moves[index + 1]?.at ?? null
    return value === null
      ? []
      : [{ dealId: deal.id, ownerId: deal.ownerId, stageId: value, enteredAt: at, leftAt }]
  })
  return stays.filter(({ leftAt, stageId }) => leftAt !== null || (deal.isOpen && stageId === deal.stageId))
}
