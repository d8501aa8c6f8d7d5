/** Messages that people write, and the events that the app receives about them. */
import type { Sent } from './delivery.ts'
import type { JsonObject } from './json.ts'
import type { SandboxChannel, SandboxMessage } from './model.ts'
import { eventPayload } from './payloads.ts'
import { type ActPorts, channelOrThrow, say, type TypedLine } from './people.ts'
import { escapeTyped } from './typed-text.ts'
import { directMessageWith, isMember, toSlackMessage } from './workspace.ts'

export interface Written {
  message: SandboxMessage
  /** One for each event that the app received. */
  sent: Sent[]
}

/** A person writes a message; in a direct message to the app if the channel is `dm`. Resolves once the app has heard of it. */
export async function write(ports: ActPorts, line: TypedLine): Promise<Written> {
  const { world, link } = ports
  const { workspace } = world
  const channel =
    line.channelId === 'dm'
      ? directMessageWith(workspace, line.userId)
      : channelOrThrow(world, line.channelId)
  const message = say(world, {
    ...line,
    channelId: channel.id,
    text: escapeTyped(line.text, workspace),
  })
  const events = eventsAbout(ports, channel, message)
  const sent = await Promise.all(events.map((event) => link.deliverEvent(eventPayload(world, event))))
  return { message, sent }
}

/** Only what the app subscribes to and has the scope for; a mention in a direct message is only a message. */
function eventsAbout(
  { world, subscribed }: ActPorts,
  channel: SandboxChannel,
  message: SandboxMessage,
): JsonObject[] {
  const { scopes, app } = world.workspace
  const hears = (event: string, scope: string) => scopes.has(scope) && (subscribed?.includes(event) ?? true)
  const about = { ...toSlackMessage(world.workspace, message), channel: channel.id, event_ts: message.ts }
  if (channel.imUserId !== undefined)
    return hears('message.im', 'im:history') ? [{ ...about, type: 'message', channel_type: 'im' }] : []
  const isMentioned = message.text.includes(`<@${app.botUserId}`) && isMember(channel, app.botUserId)
  return isMentioned && hears('app_mention', 'app_mentions:read') ? [{ ...about, type: 'app_mention' }] : []
}
