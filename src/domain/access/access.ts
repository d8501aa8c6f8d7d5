/** Who may see what: deny by default, decided from who asks, about whom, and who could read the answer. */

import type { Owner } from '../company/people.ts'
import type { Settings, Visibility } from '../company/settings.ts'
import type { RefusalReason, Subject } from './subject.ts'

/** Who asks: a Slack user as Slack describes them now. Guests, bots and strangers are no full members. */
export interface Asker {
  userId: string
  email: string | null
  isFullMember: boolean
}

/** The one active owner to whom the asker is linked: by a confirmed link, else by exact unique e-mail. */
export function linkedOwner(
  asker: Asker,
  owners: readonly Owner[],
  settings: Pick<Settings, 'links'>,
): Owner | undefined {
  if (!asker.isFullMember) return undefined
  const linked = settings.links[asker.userId]
  if (linked !== undefined) return owners.find((owner) => owner.id === linked && !owner.isArchived)
  const email = asker.email?.toLowerCase()
  if (!email) return undefined
  const matches = owners.filter((owner) => !owner.isArchived && owner.email?.toLowerCase() === email)
  return matches.length === 1 ? matches[0] : undefined
}

/** A total of fewer people with data than this tells too much about each of them. */
export const FEWEST_IN_TOTAL = 3
/** Where nobody is named, a post about fewer people with data than this would tell about them all the same. */
export const FEWEST_UNNAMED = 5

/** Whether a total is kept back for the few people of whom it is made. Without any it tells of nobody. */
export function isTooFew(peopleWithData: number): boolean {
  return peopleWithData > 0 && peopleWithData < FEWEST_IN_TOTAL
}

/** The asker's team stands beside the asker's own number from this many people with data on. */
export const FEWEST_BESIDE_OWN = 5

/** Why the asker may not see numbers about a subject; `null`: allowed. Oneself, own teams and everyone's totals. */
export function refusalFor(self: Owner, subject: Subject): RefusalReason | null {
  switch (subject.kind) {
    case 'rep':
      return subject.ownerId === self.id ? null : 'otherPerson'
    case 'team':
      return self.teams.some((team) => team.teamId === subject.teamId) ? null : 'otherTeam'
    case 'everyone':
      return null
  }
}

/** Why a board with names may not be shown; `null`: allowed. */
export function boardRefusal(visibility: Visibility | null): RefusalReason | null {
  if (visibility === null) return 'boardNotChosen'
  return visibility === 'team' ? 'teamOnly' : null
}
