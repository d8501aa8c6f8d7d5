/** What it took to win a deal: the activities linked to it from the day of its creation to the day of its close. */
import { dayOf } from '../calendar/day.ts'
import { zoneOf } from '../company/rules.ts'
import { type Declared, FACT_TYPES, type FactOf, type FactType, objectType } from './facts.ts'
import type { EffortBasis } from './object-type.ts'

export type { EffortBasis } from './object-type.ts'

/** The types of activities that are read for won deals. */
export type EffortType = { [T in FactType]: Declared[T] extends { effortAt: unknown } ? T : never }[FactType]
export type EffortFact = FactOf<EffortType>

function isEffort(type: FactType): type is EffortType {
  return objectType(type).effortAt !== undefined
}

export const EFFORT_TYPES: readonly EffortType[] = FACT_TYPES.filter(isEffort)

/** Deals that closed longer ago say little about how deals are won now. */
export const EFFORT_WITHIN_MS = 365 * 86_400_000

/** A won deal. Each number counts activities, of any owner, as the tally of the same name does; instants are epoch ms. */
export interface DealEffort extends Record<EffortType, number> {
  dealId: string
  ownerId: string | null
  pipelineId: string | null
  createdAt: number
  closesAt: number
}

/**
 * Whether an activity that is linked to a deal was spent on it: it counts at `moment`, and its reporting day is neither
 * before the day of the deal's creation nor after the day of its close. Each day is that of the record's own owner.
 */
export function isSpentOn(
  { ownerId, createdAt, closesAt }: Pick<DealEffort, 'ownerId' | 'createdAt' | 'closesAt'>,
  activity: EffortFact,
  basis: EffortBasis,
): boolean {
  const at = effortAt(activity.type, activity, basis)
  if (at === null) return false
  const { rules } = basis
  const zone = zoneOf(rules, ownerId ?? '')
  const day = dayOf(at, zoneOf(rules, activity.ownerId ?? ''))
  return day >= dayOf(createdAt, zone) && day <= dayOf(closesAt, zone)
}

/** The instant that dates the activity in its tally; `null` if it does not count. */
function effortAt<T extends FactType>(type: T, activity: FactOf<T>, basis: EffortBasis): number | null {
  return objectType(type).effortAt?.(activity, basis) ?? null
}
