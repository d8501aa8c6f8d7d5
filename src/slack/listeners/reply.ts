import { RespondError, type RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { checkBlocks } from '../blocks/check-blocks.ts'
import type { Payload } from '../blocks/extra-blocks.ts'
import type { Log } from '../log.ts'
import { areBlocksRefused } from '../post-outcome.ts'

/** Where a private reply goes. */
export interface ReplyTo {
  userId: string
  respond: RespondFn
  /** Whether the reply replaces the message that was clicked. */
  isReplacing: boolean
}

export interface ReplyPorts {
  interactive: WebClient
  log: Log
}

/** Shows a reply to one person: where the question was asked, or if that fails in a direct message. */
export async function reply(to: ReplyTo, payload: Payload, ports: ReplyPorts): Promise<void> {
  const checked = withinLimits(payload, ports.log)
  const refused = await respondWith(to, checked)
  if (refused === null) return
  const isContent = refused instanceof RespondError && isContentStatus(refused.statusCode)
  if (isContent && checked.blocks.length > 0 && (await respondWith(to, textOnly(checked))) === null) return
  ports.log.info(
    { err: refused, user: to.userId },
    'the answer could not be sent where the question was asked: sending a direct message',
  )
  await sendDirect(to.userId, checked, ports)
}

export function withinLimits(payload: Payload, log: Log): Payload {
  const faults = checkBlocks(payload)
  if (faults.length === 0) return payload
  log.error({ faults }, 'an answer exceeds the limits of Slack: sending the text alone')
  return textOnly(payload)
}

export function textOnly({ text }: Payload): Payload {
  return { text, blocks: [] }
}

/** The error if the reply did not go through, otherwise `null`. */
async function respondWith({ respond, isReplacing }: ReplyTo, { text, blocks }: Payload): Promise<unknown> {
  try {
    await respond({
      response_type: 'ephemeral',
      replace_original: isReplacing,
      text,
      ...(blocks.length > 0 ? { blocks } : {}),
    })
    return null
  } catch (error) {
    return error ?? new Error('no reason was given')
  }
}

/** With these, the content is refused; an address that is used up or expired answers 404 or 410. */
function isContentStatus(status: number): boolean {
  return status === 400 || status === 500
}

/** Rejects with Slack's error if the direct message is refused too. */
export async function sendDirect(
  userId: string,
  payload: Payload,
  { interactive }: ReplyPorts,
): Promise<void> {
  const message = { channel: userId, unfurl_links: false, unfurl_media: false }
  try {
    await interactive.chat.postMessage({ ...message, ...payload })
  } catch (error) {
    if (!areBlocksRefused(error)) throw error
    await interactive.chat.postMessage({ ...message, text: payload.text })
  }
}
