/** Who may see what, denied by default. It depends on who asks, about whom, and who could read the answer. */

import type { Owner } from '../company/people.ts'
import { type Roster, repOf } from '../company/roster.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Asker } from './asker.ts'
import { isCoachOf, isManager, manages, rolesOf } from './roles.ts'
import type { RefusalReason, Subject } from './subject.ts'

/** The person who looks: the asker with the owner that they are linked to. */
export interface Viewer {
  asker: Asker
  self: Owner
  roster: Roster
}

/**
 * Why the viewer may not see numbers about a subject; `null`: allowed. Everybody sees their own numbers and the totals
 * of their own teams and of everyone. Managers also see the totals of every team, and their members. Coaches also see
 * the reps they coach.
 */
export function refusalFor({ asker, self, roster }: Viewer, subject: Subject): RefusalReason | null {
  const roles = rolesOf(asker, roster.settings)
  switch (subject.kind) {
    case 'rep': {
      if (subject.ownerId === self.id) return null
      const rep = repOf(roster, subject.ownerId)
      const isTheirs = rep && roles.some((role) => manages(role, rep, roster) || isCoachOf(role, rep, roster))
      return isTheirs ? null : 'otherPerson'
    }
    case 'team': {
      const isOwn = self.teams.some((team) => team.teamId === subject.teamId)
      return isOwn || roles.some(isManager) ? null : 'otherTeam'
    }
    case 'everyone':
      return null
  }
}

/** Whether the viewer may see a metric of a subject, given that they may see the subject's public numbers. */
export function maySeeMetric(viewer: Viewer, subject: Subject, metric: Metric): boolean {
  switch (metric.privacy) {
    case 'public':
      return true
    case 'self':
      return isOfOneself(viewer, subject)
    case 'named':
      return isNamed(viewer)
    case 'selfAndNamed':
      return isOfOneself(viewer, subject) || isNamed(viewer)
  }
}

/** The viewer's own number, or that of somebody whom the viewer manages. */
function isOfOneself(viewer: Viewer, subject: Subject): boolean {
  return (
    subject.kind === 'rep' && (subject.ownerId === viewer.self.id || isManagerOf(viewer, subject.ownerId))
  )
}

function isNamed({ asker, roster }: Viewer): boolean {
  return roster.settings.privateNumbers.includes(asker.userId)
}

function isManagerOf({ asker, roster }: Viewer, ownerId: string): boolean {
  const rep = repOf(roster, ownerId)
  return rep !== undefined && rolesOf(asker, roster.settings).some((role) => manages(role, rep, roster))
}
