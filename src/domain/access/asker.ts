/** Who asks, and which HubSpot owner they are linked to. */
import type { Owner } from '../company/people.ts'
import type { Settings } from '../company/settings.ts'
import type { UnlinkedReason } from './subject.ts'

/** Who asks: a Slack user as Slack describes them now. Guests, bots and strangers are not full members. */
export interface Asker {
  userId: string
  email: string | null
  isFullMember: boolean
}

/** The active owner that the asker is linked to, by a confirmed link or else a unique identical e-mail; or why none. */
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
