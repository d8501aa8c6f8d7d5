import { ACTIVITY_KINDS, type ActivityKind } from '../metrics/activity.ts'
import { type Found, found, lacking } from './insights.ts'

export interface ActivityMix {
  activities: number
  /** One for each kind; they add up to 1. */
  shares: Record<ActivityKind, number>
}

/** The share of each kind in all activities. */
export function activityMixOf(counts: Readonly<Record<ActivityKind, number>>): Found<ActivityMix> {
  const activities = ACTIVITY_KINDS.reduce((total, kind) => total + counts[kind], 0)
  if (activities === 0) return lacking('no_activities')
  const { calls, emails, meetings, tasks, notes, messages } = counts
  return found({
    activities,
    shares: {
      calls: calls / activities,
      emails: emails / activities,
      meetings: meetings / activities,
      tasks: tasks / activities,
      notes: notes / activities,
      messages: messages / activities,
    },
  })
}
