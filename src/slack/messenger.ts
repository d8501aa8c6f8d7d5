import type { ChatPostMessageArguments, ChatPostMessageResponse, WebClient } from '@slack/web-api'
import type { Message } from '../domain/digest/message.ts'
import { createTexts } from '../i18n/texts.ts'
import type { Messenger, Post, PostOutcome } from '../ports/messenger.ts'
import { checkBlocks } from './blocks/check-blocks.ts'
import type { Payload } from './blocks/extra-blocks.ts'
import { messageBlocks, messageFallback } from './blocks/message-blocks.ts'
import type { Channels } from './channels.ts'
import type { Clients } from './clients.ts'
import { createFindDelivery, DELIVERY_EVENT } from './find-delivery.ts'
import type { Identities } from './identity.ts'
import type { Log } from './log.ts'
import { areBlocksRefused, outcomeOfError } from './post-outcome.ts'

export interface MessengerPorts {
  clients: Clients
  identities: Identities
  channels: Channels
  log: Log
}

/** Posts messages whose content is final, and finds them again by their delivery id. */
export function createMessenger({ clients, identities, channels, log }: MessengerPorts): Messenger {
  async function send(post: Post, payload: Payload): Promise<PostOutcome> {
    try {
      return sent(await postMessage(clients.posting, post, payload))
    } catch (error) {
      if (payload.blocks.length === 0 || !areBlocksRefused(error)) return outcomeOfError(error)
      log.warn({ delivery: post.deliveryId, err: error }, 'Slack refused the blocks: sending the text alone')
      return send(post, { text: fallbackOf(post.message), blocks: [] })
    }
  }

  return {
    look: (channel) => channels.refusal(channel),
    lookAhead: (ids, maxAgeMs) => channels.renew(ids, maxAgeMs),
    post: (post) => send(post, payloadOf(post, log)),
    find: createFindDelivery({ lookups: clients.lookups, identities }),
  }
}

function textsOf(message: Message) {
  return createTexts(message.kind === 'digestProblem' ? undefined : message.digest.language)
}

function fallbackOf(message: Message): string {
  return messageFallback(message, textsOf(message))
}

/** The message as blocks; as plain text if the blocks exceed a limit, so that nothing is lost. */
function payloadOf({ message, deliveryId }: Post, log: Log): Payload {
  const payload = messageBlocks(message, textsOf(message))
  const faults = checkBlocks(payload)
  if (faults.length === 0) return payload
  log.error({ delivery: deliveryId, faults }, 'a message exceeds the limits of Slack: sending the text alone')
  return { text: fallbackOf(message), blocks: [] }
}

/** The metadata holds only an opaque id and no figures, since every member of the workspace can read it. */
function postMessage(
  client: WebClient,
  post: Post,
  { text, blocks }: Payload,
): Promise<ChatPostMessageResponse> {
  const message: ChatPostMessageArguments = {
    channel: post.channel,
    text,
    ...(blocks.length > 0 ? { blocks } : {}),
    metadata: { event_type: DELIVERY_EVENT, event_payload: { id: post.deliveryId } },
    unfurl_links: false,
    unfurl_media: false,
    ...(post.threadTs === null ? {} : { thread_ts: post.threadTs }),
  }
  return client.chat.postMessage(message)
}

function sent({ ts }: ChatPostMessageResponse): PostOutcome {
  if (ts) return { kind: 'sent', ts }
  return { kind: 'uncertain', error: 'Slack answered without the timestamp of the message' }
}
