/** Who asks, and to which HubSpot owner they are linked. */
import type { Owner } from '../company/people.ts'
import type { Settings } from '../company/settings.ts'
import type { UnlinkedReason } from './subject.ts'

/** Who asks: a Slack user as Slack describes them now. Guests, bots and strangers are no full members. */
export interface Asker {
  userId: string
  email: string | null
  isFullMember: boolean
}

/** The one active owner to whom the asker is linked, by a confirmed link, else by exact unique e-mail; or why there is none. */
export function linkedOwner(
  asker: Asker,
  owners: readonly Owner[],
  settings: Pick<Settings, 'links'>,
): Owner | UnlinkedReason {
  if (!asker.isFullMember) return 'unlinked'
  const active = owners.filter((owner) => !owner.isArchived)
  const linked = settings.links[asker.userId]
  if (linked !== undefined) return active.find((owner) => owner.id === linked) ?? 'linkEnded'
  const email = asker.email?.toLowerCase()
  if (!email) return 'unlinked'
  const [match, ...others] = active.filter((owner) => owner.email?.toLowerCase() === email)
  if (others.length > 0) return 'emailShared'
  return match ?? 'unlinked'
}
