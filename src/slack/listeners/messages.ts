import type { App } from '@slack/bolt'
import type { Payload } from '../blocks/extra-blocks.ts'
import { ROUTER } from '../commands.ts'
import { MENTION_EVENT, MESSAGE_EVENT } from '../events.ts'
import { areBlocksRefused } from '../post-outcome.ts'
import type { Seen } from '../seen.ts'
import { type AskPorts, replyTo } from './ask.ts'
import { Written } from './payloads.ts'
import { type ReplyPorts, sendDirect, textOnly, withinLimits } from './reply.ts'

export interface MessageListenerPorts extends AskPorts, ReplyPorts {
  seen: Seen
}

/**
 * Answers what people write to the bot: direct messages in a thread of their own, and mentions in the thread or channel
 * where they were made, to the asker alone. Slack sends either only if the app has the optional scope for it.
 */
export function registerMessages(app: App, ports: MessageListenerPorts): void {
  app.event(MESSAGE_EVENT, async ({ event, body }) => {
    const written = Written.safeParse(event).data
    if (written?.channel_type === 'im') await answerMessage(written, body.team_id, ports)
  })
  app.event(MENTION_EVENT, async ({ event, body }) => {
    const written = Written.safeParse(event).data
    if (written) await answerMention(written, body.team_id, ports)
  })
}

async function answerMessage(written: Written, teamId: string, ports: MessageListenerPorts): Promise<void> {
  if (!(await isToAnswer(written, ports))) return
  const { channel, user, ts, thread_ts: thread = ts } = written
  const words = await wordsOf(written, ports)
  const person = { userId: user, teamId, words, router: ROUTER }
  const place = { channelId: null, surface: 'message', place: channel } as const
  const { payload } = await replyTo({ ...person, ...place }, ports)
  const to = { channel, thread_ts: thread, unfurl_links: false, unfurl_media: false }
  await post(payload, (content) => ports.interactive.chat.postMessage({ ...to, ...content }), ports)
}

async function answerMention(written: Written, teamId: string, ports: MessageListenerPorts): Promise<void> {
  if (!(await isToAnswer(written, ports))) return
  const { channel, user, ts, thread_ts: thread } = written
  const words = await wordsOf(written, ports)
  const person = { userId: user, teamId, words, router: ROUTER }
  const place = { channelId: channel, surface: 'mention', place: `${channel}:${thread ?? ts}` } as const
  const { payload } = await replyTo({ ...person, ...place }, ports)
  const to = { channel, user, ...(thread && { thread_ts: thread }) }
  try {
    await post(payload, (content) => ports.interactive.chat.postEphemeral({ ...to, ...content }), ports)
  } catch (error) {
    ports.log.info(
      { err: error, user },
      'a mention could not be answered in its channel: sending a direct message',
    )
    await sendDirect(user, payload, ports)
  }
}

/** Neither edits and other changes, nor what bots and the bot itself write, nor a message that has been answered. */
async function isToAnswer(
  { channel, user, ts, subtype, bot_id: botId }: Written,
  { seen, identities }: MessageListenerPorts,
): Promise<boolean> {
  if (subtype !== undefined || botId !== undefined || !seen.isNew(`${channel} ${ts}`)) return false
  return user !== (await identities.get()).botUserId
}

/** The text without the mention of the bot. Slack writes `&` as an entity. */
async function wordsOf({ text }: Written, { identities }: MessageListenerPorts): Promise<string> {
  const { botUserId } = await identities.get()
  return text
    .replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}

/** As plain text if the blocks are refused. */
async function post(
  payload: Payload,
  send: (content: Payload) => Promise<unknown>,
  ports: MessageListenerPorts,
): Promise<void> {
  const checked = withinLimits(payload, ports.log)
  try {
    await send(checked)
  } catch (error) {
    if (!areBlocksRefused(error)) throw error
    await send(textOnly(checked))
  }
}
