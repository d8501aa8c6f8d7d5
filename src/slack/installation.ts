/** Checks the installation from outside the running bot: its tokens, a channel, a person. Nothing is posted. */
import { WebClient } from '@slack/web-api'
import type { Channel, Installation, Member, Person, Refusal } from '../ports/installation.ts'
import { isDirect } from './channels.ts'
import { baseOptions, type ClientPorts } from './clients.ts'
import { createIdentities, type Identities } from './identity.ts'
import { isOfAnother, memberFrom, type SlackUser } from './members.ts'
import { explanationOf, refusalOf, slackErrorCode } from './post-outcome.ts'

/** Someone waits for a whole list of checks, so when Slack asks to wait, this client does. */
const PATIENT = { rejectRateLimitedCalls: false, retryConfig: { retries: 3, minTimeout: 300 } }

export function createInstallation(ports: ClientPorts): Installation {
  const clientOf = (token: string) => new WebClient(token, { ...baseOptions(ports), ...PATIENT })
  const client = clientOf(ports.botToken)
  const identities = createIdentities({ lookups: client })
  return {
    check: () => identities.check(),
    async checkAppToken(appToken) {
      const opened = await orRefusal(clientOf(appToken).apps.connections.open())
      return 'error' in opened ? opened : null
    },
    channel: (id) => (isDirect(id) ? Promise.resolve(DIRECT) : lookAtChannel(client, id)),
    person: (id) => lookAtPerson(client, identities, id),
    userIdByEmail: (email) => idByEmail(client, email),
    async memberByEmail(email) {
      const found = await idByEmail(client, email)
      if ('error' in found) return found
      return found.id === null ? { member: null } : lookAtMember(client, identities, found.id)
    },
  }
}

const DIRECT: Channel = { name: '', isMember: true, isPublic: false, isArchived: false, isShared: false }

async function lookAtChannel(client: WebClient, id: string): Promise<Channel | Refusal> {
  const look = await orRefusal(client.conversations.info({ channel: id }))
  if ('error' in look) return look
  const { channel = {} } = look.answer
  const { name = id, is_member, is_private, is_archived, is_ext_shared, is_pending_ext_shared } = channel
  return {
    name,
    isMember: is_member ?? false,
    isPublic: !is_private,
    isArchived: is_archived ?? false,
    isShared: Boolean(is_ext_shared || is_pending_ext_shared),
  }
}

async function lookAtPerson(
  client: WebClient,
  identities: Identities,
  id: string,
): Promise<Person | Refusal> {
  const look = await orRefusal(Promise.all([client.users.info({ user: id }), identities.get()]))
  if ('error' in look) return look
  const [{ user = {} }, { teamId }] = look.answer
  return { name: user.profile?.real_name ?? user.name ?? id, kind: kindOf(user, teamId) }
}

async function lookAtMember(
  client: WebClient,
  identities: Identities,
  id: string,
): Promise<{ member: Member } | Refusal> {
  const user = client.users.info({ user: id, include_locale: true })
  const look = await orRefusal(Promise.all([user, identities.get()]))
  if ('error' in look) return look
  const [answer, { teamId }] = look.answer
  return { member: memberFrom(id, answer.user, teamId) }
}

function kindOf(user: SlackUser, teamId: string): Person['kind'] {
  if (user.deleted) return 'deactivated'
  if (user.is_bot) return 'bot'
  if (isOfAnother(user, teamId)) return 'stranger'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}

async function idByEmail(client: WebClient, email: string): Promise<{ id: string | null } | Refusal> {
  try {
    const { user } = await client.users.lookupByEmail({ email })
    return { id: user?.id ?? null }
  } catch (error) {
    return slackErrorCode(error) === 'users_not_found' ? { id: null } : refusalOf(error)
  }
}

async function orRefusal<T>(call: Promise<T>): Promise<{ answer: T } | Refusal> {
  try {
    return { answer: await call }
  } catch (error) {
    const refusal = refusalOf(error)
    const explanation = explanationOf(refusal.error)
    return explanation ? { error: `${refusal.error}: ${explanation}` } : refusal
  }
}
