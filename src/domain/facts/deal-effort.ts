/** What it took to win a deal: the activities linked to it from the day of its creation to the day of its close. */
import { dayOf } from '../calendar/day.ts'
import { type RulesBody, zoneOf } from '../company/rules.ts'
import type { Fact } from './facts.ts'
import { isHeld, isMade, isSent } from './tallies.ts'

/** The types of activities that are read for won deals. */
export const EFFORT_TYPES = ['calls', 'emails', 'meetings'] as const
export type EffortType = (typeof EFFORT_TYPES)[number]
export type EffortFact = Extract<Fact, { type: EffortType }>

/** A won deal. Each number counts activities, of any owner, as the tally of the same name does; instants are epoch ms. */
export interface DealEffort extends Record<EffortType, number> {
  dealId: string
  ownerId: string | null
  pipelineId: string | null
  createdAt: number
  closesAt: number
}

/** The rules by which activities count, and the moment (epoch ms). */
export interface EffortBasis {
  rules: RulesBody
  moment: number
}

/**
 * Whether an activity that is linked to a deal was spent on it: it counts at `moment`, and its reporting day is neither
 * before the day of the deal's creation nor after the day of its close. Each day is that of the record's own owner.
 */
export function isSpentOn(
  { ownerId, createdAt, closesAt }: Pick<DealEffort, 'ownerId' | 'createdAt' | 'closesAt'>,
  activity: EffortFact,
  { rules, moment }: EffortBasis,
): boolean {
  const at = effortAt(activity, rules, moment)
  if (at === null) return false
  const zone = zoneOf(rules, ownerId ?? '')
  const day = dayOf(at, zoneOf(rules, activity.ownerId ?? ''))
  return day >= dayOf(createdAt, zone) && day <= dayOf(closesAt, zone)
}

/** The instant that dates the activity in its tally; `null` if it does not count. */
function effortAt(activity: EffortFact, rules: RulesBody, moment: number): number | null {
  switch (activity.type) {
    case 'calls':
      return isMade(activity) ? activity.at : null
    case 'emails':
      return isSent(activity) ? activity.at : null
    case 'meetings':
      return isHeld(activity, rules, moment) ? (activity.startsAt ?? activity.at) : null
  }
}
