/** Who asks on the command line: a person as Slack knows them, otherwise the HubSpot owner with that e-mail. */
import type { Member } from '../../ports/installation.ts'
import type { Store } from '../../ports/store.ts'
import type { Services } from '../../wiring.ts'
import { complaints } from '../doctor/finding.ts'
import { configFor } from '../run.ts'
import { CommandError, tell } from '../say.ts'

export type KnownAsker = Pick<Member, 'asker' | 'locale'>

/** Throws a `CommandError` for an e-mail that neither Slack nor HubSpot knows. */
export async function askerOrThrow(services: Services, store: Store, email: string): Promise<KnownAsker> {
  const member = await memberOf(services, email)
  if (member) return member
  const [{ owners }, { language }] = await Promise.all([store.directory.read(), store.settings.read()])
  const isOwner = owners.some((owner) => !owner.isArchived && isSameAddress(owner.email, email))
  if (!isOwner)
    throw new CommandError(
      `Nobody has the e-mail ${email}: neither a member in Slack nor an active owner in HubSpot.`,
      2,
    )
  return { asker: { userId: '', email, isFullMember: true }, locale: language }
}

function isSameAddress(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}

/** `null` if Slack is not set up, cannot be asked, or knows nobody with the e-mail. */
async function memberOf(services: Services, email: string): Promise<Member | null> {
  if (complaints('slack').length > 0) return null
  const log = await services.createLog('silent')
  const found = await (await services.createSlackInstallation(configFor('slack'), log)).memberByEmail(email)
  if (!('error' in found)) return found.member
  tell(`Slack did not say who ${email} is (${found.error}): answering by the e-mail alone.`)
  return null
}
