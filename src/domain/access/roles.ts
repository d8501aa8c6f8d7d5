/** Roles: the people whose figures a person may see besides their own. */
import { type Rep, type Roster, repsIn } from '../company/roster.ts'
import type { RoleSetting, Settings } from '../company/settings.ts'
import type { Asker } from './asker.ts'

/** The roles of a Slack user, by id or by e-mail address. */
export function rolesOf({ userId, email }: Asker, { roles }: Pick<Settings, 'roles'>): RoleSetting[] {
  const address = email?.toLowerCase()
  return roles.filter(({ user }) => user === userId || user.toLowerCase() === address)
}

/** Whether a role is that of a manager, of any team. */
export function isManager({ role }: RoleSetting): boolean {
  return role === 'manager'
}

/** Managers manage the members of their teams, by primary team, and of their groups. */
export function manages(role: RoleSetting, rep: Rep, roster: Roster): boolean {
  return isManager(role) && (hasTeamOf(role, rep) || hasGroupOf(role, rep, roster))
}

/**
 * Each rep has one coach: the one named for the rep, otherwise for a group of the rep, otherwise for the primary team,
 * otherwise the team's manager. Among several, the first in the settings.
 */
export function isCoachOf(role: RoleSetting, rep: Rep, roster: Roster): boolean {
  const { roles } = roster.settings
  const coaches = roles.filter((one) => one.role === 'coach')
  const coach =
    coaches.find(({ reps }) => reps.includes(rep.id)) ??
    coaches.find((one) => hasGroupOf(one, rep, roster)) ??
    coaches.find((one) => hasTeamOf(one, rep)) ??
    roles.find((one) => isManager(one) && hasTeamOf(one, rep))
  return coach === role
}

function hasTeamOf({ teams }: RoleSetting, { primaryTeamId }: Rep): boolean {
  return primaryTeamId !== null && teams.includes(primaryTeamId)
}

function hasGroupOf({ groups }: RoleSetting, rep: Rep, roster: Roster): boolean {
  return groups.some((name) => repsIn(roster, { kind: 'group', name }).some(({ id }) => id === rep.id))
}
