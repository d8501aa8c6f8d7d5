/** What it took to win a deal: the activities linked with it from the day of its creation to the day of its close. */
import { dayOf } from '../calendar/day.ts'
import { type RulesBody, zoneOf } from '../company/rules.ts'
import type { Fact } from './facts.ts'
import { isHeld, isMade, isSent } from './tallies.ts'

/** The types of activities that are looked for at won deals. */
export const EFFORT_TYPES = ['calls', 'emails', 'meetings'] as const
export type EffortType = (typeof EFFORT_TYPES)[number]
export type EffortFact = Extract<Fact, { type: EffortType }>

/** A won deal. Each number counts activities as the tally of the same name does, of any owner; instants are epoch ms. */
export interface DealEffort extends Record<EffortType, number> {
  dealId: string
  ownerId: string | null
  pipelineId: string | null
  createdAt: number
  closesAt: number
}

/** By which rules activities count, and when (epoch ms). */
export interface EffortBasis {
  rules: RulesBody
  moment: number
}

/**
 * Whether an activity that is linked with a deal was spent on it: it counts at `moment`, and its reporting day is none
 * before the deal's creation or after its close, whose days are included. Each day is that of the record's own owner.
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

/** The instant that the activity's tally goes by; `null` where it does not count. */
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
