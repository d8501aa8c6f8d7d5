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
  /** Replaces the message that was clicked. */
  isReplacing: boolean
}

export interface ReplyPorts {
  interactive: WebClient
  log: Log
}

/** Shows a reply to one person: where the question was asked, else in a direct message. */
export async function reply(to: ReplyTo, payload: Payload, ports: ReplyPorts): Promise<void> {
  const checked = withinLimits(payload, ports.log)
  const refused = await respondWith(to, checked)
  if (refused === null) return
  const isContent = refused instanceof RespondError && isContentStatus(refused.statusCode)
  if (isContent && checked.blocks.length > 0 && (await respondWith(to, textOnly(checked))) === null) return
  ports.log.info(
    { err: refused, user: to.userId },
    'the place of a question takes no answer: sending it direct',
  )
  await sendDirect(to.userId, checked, ports)
}

function withinLimits(payload: Payload, log: Log): Payload {
  const faults = checkBlocks(payload)
  if (faults.length === 0) return payload
  log.error({ faults }, 'an answer is over the limits of Slack: sending the text alone')
  return textOnly(payload)
}

function textOnly({ text }: Payload): Payload {
  return { text, blocks: [] }
}

/** The error of a reply that did not go through, else `null`. */
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

/** An address that is used up or expired answers 404 or 410; with these, it is the content that is refused. */
function isContentStatus(status: number): boolean {
  return status === 400 || status === 500
}

/** Rejects with Slack's error when even that is refused. */
async function sendDirect(userId: string, payload: Payload, { interactive }: ReplyPorts): Promise<void> {
  const message = { channel: userId, unfurl_links: false, unfurl_media: false }
  try {
    await interactive.chat.postMessage({ ...message, ...payload })
  } catch (error) {
    if (!areBlocksRefused(error)) throw error
    await interactive.chat.postMessage({ ...message, text: payload.text })
  }
}
