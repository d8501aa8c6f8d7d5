/** What it took to win a deal: the activities linked with it between its creation and its close. */
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

/** Whether an activity that is linked with a deal was spent on it: it counts at `moment`, and lies in the deal's time. */
export function isSpentOn(
  { createdAt, closesAt }: Pick<DealEffort, 'createdAt' | 'closesAt'>,
  activity: EffortFact,
  moment: number,
): boolean {
  const at = effortAt(activity, moment)
  return at !== null && at >= createdAt && at <= closesAt
}

/** The instant that the activity's tally goes by; `null` where it does not count. */
function effortAt(activity: EffortFact, moment: number): number | null {
  switch (activity.type) {
    case 'calls':
      return isMade(activity) ? activity.at : null
    case 'emails':
      return isSent(activity) ? activity.at : null
    case 'meetings':
      return isHeld(activity, moment) ? (activity.startsAt ?? activity.at) : null
  }
}
