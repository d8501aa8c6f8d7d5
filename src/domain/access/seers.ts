/** Seers: who besides the person themselves may see a rep's figures. */
import type { Owner } from '../company/people.ts'
import { nameOf } from '../company/people.ts'
import type { Rep, Roster } from '../company/roster.ts'
import { isCoachOf, manages } from './roles.ts'

/** `name` is that of their HubSpot owner; without one it is `null`, and `user` how the settings name them. */
export interface Seer {
  user: string
  name: string | null
  as: 'manager' | 'coach'
}

/** The managers and the coach of a rep, each once. */
export function seersOf(rep: Rep, roster: Roster, owners: readonly Owner[]): Seer[] {
  const { roles, links } = roster.settings
  const seers = roles.flatMap((role): Seer[] => {
    const as = manages(role, rep, roster) ? 'manager' : isCoachOf(role, rep, roster) ? 'coach' : null
    return as === null ? [] : [{ user: role.user, name: nameOfUser(role.user, { owners, links }), as }]
  })
  return seers.filter(
    ({ user, as }, index) => seers.findIndex((one) => one.user === user && one.as === as) === index,
  )
}

function nameOfUser(
  user: string,
  { owners, links }: { owners: readonly Owner[]; links: Readonly<Record<string, string>> },
): string | null {
  const address = user.toLowerCase()
  const owner =
    owners.find(({ id }) => id === links[user]) ??
    owners.find(({ email, isArchived }) => !isArchived && email?.toLowerCase() === address)
  return owner ? nameOf(owner) : null
}
