/** Who may see what: deny by default, decided from who asks, about whom, and who could read the answer. */
import type { Owner } from './people.ts'
import type { Settings } from './settings.ts'

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
