import type { MessageRef } from './clicks.ts'
import { actorFields } from './payloads.ts'
import { type ActPorts, channelOrThrow, personOrThrow } from './people.ts'
import { createRun, type Run } from './run.ts'
import { findMessage, toSlackMessage } from './workspace.ts'

export interface ShortcutUse {
  userId: string
  callbackId: string
  /** Only for a message shortcut. */
  message?: MessageRef
}

/** A person uses a global shortcut or a message shortcut. */
export async function useShortcut({ world, link }: ActPorts, use: ShortcutUse): Promise<Run> {
  const user = personOrThrow(world, use.userId)
  const base = { ...actorFields(world, user), callback_id: use.callbackId, action_ts: world.ids.ts() }
  if (use.message === undefined) {
    const sent = await link.deliver({ kind: 'interactive', payload: { type: 'shortcut', ...base } })
    return createRun(world, { sent, record: undefined, responseUrl: '' })
  }
  const channel = channelOrThrow(world, use.message.channelId)
  const message = findMessage(world.workspace, channel.id, use.message.ts)
  if (message === undefined) throw new Error(`There is no message ${use.message.ts} in ${channel.id}.`)
  const { url: responseUrl, record } = world.responseUrls.issue('actions', {
    userId: user.id,
    channelId: channel.id,
  })
  const payload = {
    type: 'message_action',
    ...base,
    channel: { id: channel.id, name: channel.name },
    message_ts: message.ts,
    message: toSlackMessage(world.workspace, message),
    response_url: responseUrl,
  }
  const sent = await link.deliver({ kind: 'interactive', payload })
  return createRun(world, { sent, record, responseUrl })
}
