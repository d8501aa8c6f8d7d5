import type { ConversationsHistoryResponse } from '@slack/web-api'
import type { Messenger } from '../ports/messenger.ts'
import type { Clients } from './clients.ts'
import type { Identities } from './identity.ts'
import { slackErrorCode } from './post-outcome.ts'

export const DELIVERY_EVENT = 'scoreline_delivery'

type SlackMessage = NonNullable<ConversationsHistoryResponse['messages']>[number]

/** How far before the given instant the search begins, since clocks differ. */
const CLOCK_SKEW_MS = 60_000
/** A message in a thread may belong to a parent that is this much older. */
const THREAD_MS = 6 * 3_600_000
const MAX_PAGES = 10

/** Slack's error codes for 'the bot may not read that history'. */
const CANNOT_LOOK = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'no_permission',
  'access_denied',
  'not_allowed_token_type',
])

interface FindPorts {
  lookups: Clients['lookups']
  identities: Identities
}

interface Wanted {
  channel: string
  deliveryId: string
  botId: string
  /** Epoch ms. */
  since: number
}

/** Looks for a post by the delivery id in its metadata. Rejects if Slack cannot be asked. */
export function createFindDelivery({ lookups, identities }: FindPorts): Messenger['find'] {
  return async (channel, deliveryId, since) => {
    try {
      const { botId } = await identities.get()
      const wanted = { channel: await conversationOf(channel, lookups), deliveryId, botId, since }
      return (await look(wanted, lookups)) ?? 'absent'
    } catch (error) {
      if (CANNOT_LOOK.has(slackErrorCode(error) ?? '')) return 'cannotLook'
      throw error
    }
  }
}

/** A post may be addressed to a person's id, but history needs the conversation with that person. */
async function conversationOf(channel: string, lookups: Clients['lookups']): Promise<string> {
  if (!/^[UW]/.test(channel)) return channel
  const opened = await lookups.conversations.open({ users: channel })
  return opened.channel?.id ?? channel
}

async function look(wanted: Wanted, lookups: Clients['lookups']): Promise<{ ts: string } | undefined> {
  const { channel, since } = wanted
  const oldest = secondsOf(since - THREAD_MS)
  const messages: SlackMessage[] = []
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await lookups.conversations.history({
      channel,
      oldest,
      include_all_metadata: true,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    })
    messages.push(...(answer.messages ?? []))
    cursor = answer.response_metadata?.next_cursor
    if (!cursor) break
  }
  const found = messages.find((message) => isWanted(message, wanted))
  return found?.ts ? { ts: found.ts } : lookInThreads(messages, wanted, lookups)
}

/** History leaves out messages in threads, so this looks under our own posts that have newer replies. */
async function lookInThreads(
  messages: readonly SlackMessage[],
  wanted: Wanted,
  lookups: Clients['lookups'],
): Promise<{ ts: string } | undefined> {
  const oldest = secondsOf(wanted.since - CLOCK_SKEW_MS)
  const parents = messages.filter(
    ({ bot_id, latest_reply }) => bot_id === wanted.botId && Number(latest_reply ?? 0) >= Number(oldest),
  )
  for (const { ts } of parents) {
    if (!ts) continue
    const answer = await lookups.conversations.replies({
      channel: wanted.channel,
      ts,
      oldest,
      include_all_metadata: true,
      limit: 200,
    })
    const found = answer.messages?.find((message) => isWanted(message, wanted))
    if (found?.ts) return { ts: found.ts }
  }
  return undefined
}

/** Accepts only the bot's own messages, since anyone can copy a delivery id into a message of theirs. */
function isWanted(message: object, { botId, deliveryId }: Wanted): boolean {
  if (!('bot_id' in message) || message.bot_id !== botId || !('metadata' in message)) return false
  const { metadata } = message
  if (typeof metadata !== 'object' || metadata === null || !('event_type' in metadata)) return false
  const payload = 'event_payload' in metadata ? metadata.event_payload : null
  const id = typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : null
  return metadata.event_type === DELIVERY_EVENT && id === deliveryId
}

function secondsOf(instant: number): string {
  return (instant / 1000).toFixed(6)
}
