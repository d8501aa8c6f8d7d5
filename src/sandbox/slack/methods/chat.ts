import { ApiError } from '../api-error.ts'
import { type JsonObject, textOf } from '../json.ts'
import type { SandboxChannel, SandboxEphemeral, SandboxMessage } from '../model.ts'
import { findMessage, findUser, isMember, removeShown, toSlackMessage } from '../workspace.ts'
import type { World } from '../world.ts'
import { type Content, contentOf, metadataOf } from './content.ts'
import { flag, type Method, requiredText } from './method.ts'
import { channelForPost, visibleChannel } from './places.ts'

export interface NewMessage extends Content {
  channelId: string
  userId: string
  isFromApp: boolean
  threadTs?: string | undefined
  isBroadcast?: boolean
  metadata?: JsonObject | undefined
  unfurl?: SandboxMessage['unfurl']
}

/** Adds a message to a channel, whoever wrote it. */
export function addMessage(world: World, message: NewMessage): SandboxMessage {
  const added: SandboxMessage = {
    ts: world.ids.ts(),
    channelId: message.channelId,
    userId: message.userId,
    isFromApp: message.isFromApp,
    text: message.text,
    blocks: message.blocks,
    threadTs: message.threadTs,
    isBroadcast: message.isBroadcast ?? false,
    metadata: message.metadata,
    edited: undefined,
    state: {},
    unfurl: message.unfurl ?? { links: undefined, media: undefined },
  }
  world.workspace.messages.push(added)
  world.changed()
  return added
}

export interface NewEphemeral extends Content {
  channelId: string
  userId: string
  threadTs?: string | undefined
  isFromSlack?: boolean
}

/** Shows a message to one person only. */
export function addEphemeral(world: World, ephemeral: NewEphemeral): SandboxEphemeral {
  const added: SandboxEphemeral = {
    ts: world.ids.ts(),
    channelId: ephemeral.channelId,
    userId: ephemeral.userId,
    text: ephemeral.text,
    blocks: ephemeral.blocks,
    threadTs: ephemeral.threadTs,
    isFromSlack: ephemeral.isFromSlack ?? false,
    state: {},
  }
  world.workspace.ephemerals.push(added)
  world.changed()
  return added
}

function threadOf(args: JsonObject, channel: SandboxChannel, world: World): string | undefined {
  const threadTs = textOf(args['thread_ts'])
  if (threadTs === '') return undefined
  const parent = findMessage(world.workspace, channel.id, threadTs)
  if (parent === undefined) throw new ApiError('thread_not_found')
  return parent.threadTs ?? parent.ts
}

function withMetadata(world: World, message: SandboxMessage): JsonObject {
  const shown = toSlackMessage(world.workspace, message)
  return message.metadata === undefined ? shown : { ...shown, metadata: message.metadata }
}

function postMessage(args: JsonObject, world: World): JsonObject {
  const channel = channelForPost(world, requiredText(args, 'channel', 'channel_not_found'))
  const content = contentOf(args, world)
  const message = addMessage(world, {
    ...content,
    channelId: channel.id,
    userId: world.workspace.app.botUserId,
    isFromApp: true,
    threadTs: threadOf(args, channel, world),
    isBroadcast: flag(args['reply_broadcast']),
    metadata: metadataOf(args),
    unfurl: { links: args['unfurl_links'], media: args['unfurl_media'] },
  })
  return { channel: channel.id, ts: message.ts, message: withMetadata(world, message) }
}

function ownMessage(args: JsonObject, world: World, forbidden: string): SandboxMessage {
  const channel = visibleChannel(world, requiredText(args, 'channel', 'channel_not_found'))
  const message = findMessage(world.workspace, channel.id, requiredText(args, 'ts', 'message_not_found'))
  if (message === undefined) throw new ApiError('message_not_found')
  if (!message.isFromApp) throw new ApiError(forbidden)
  return message
}

function update(args: JsonObject, world: World): JsonObject {
  const message = ownMessage(args, world, 'cant_update_message')
  const content = contentOf(args, world)
  const metadata = metadataOf(args)
  message.text = content.text
  message.blocks = content.blocks
  if (metadata !== undefined) message.metadata = metadata
  message.edited = { userId: message.userId, ts: world.ids.ts() }
  world.changed()
  return {
    channel: message.channelId,
    ts: message.ts,
    text: message.text,
    message: withMetadata(world, message),
  }
}

function remove(args: JsonObject, world: World): JsonObject {
  const message = ownMessage(args, world, 'cant_delete_message')
  removeShown(world.workspace, message)
  world.changed()
  return { channel: message.channelId, ts: message.ts }
}

function postEphemeral(args: JsonObject, world: World): JsonObject {
  const userId = requiredText(args, 'user', 'user_not_found')
  if (findUser(world.workspace, userId) === undefined) throw new ApiError('user_not_found')
  const channel = channelForPost(world, requiredText(args, 'channel', 'channel_not_found'))
  if (!isMember(channel, userId)) throw new ApiError('user_not_in_channel')
  const content = contentOf(args, world)
  const threadTs = threadOf(args, channel, world)
  const ephemeral = addEphemeral(world, { ...content, channelId: channel.id, userId, threadTs })
  return { message_ts: ephemeral.ts }
}

function getPermalink(args: JsonObject, world: World): JsonObject {
  const channel = visibleChannel(world, requiredText(args, 'channel', 'channel_not_found'))
  const message = findMessage(
    world.workspace,
    channel.id,
    requiredText(args, 'message_ts', 'message_not_found'),
  )
  if (message === undefined) throw new ApiError('message_not_found')
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`
  const thread = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`
  return {
    channel: channel.id,
    permalink: `https://${world.workspace.team.domain}.slack.com/${path}${thread}`,
  }
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { token: 'bot', scopes: ['chat:write'], tier: 'post', run: postMessage },
  'chat.update': { token: 'bot', scopes: ['chat:write'], tier: 3, run: update },
  'chat.delete': { token: 'bot', scopes: ['chat:write'], tier: 3, run: remove },
  'chat.postEphemeral': { token: 'bot', scopes: ['chat:write'], tier: 4, run: postEphemeral },
  'chat.getPermalink': { token: 'bot', scopes: [], tier: 'special', run: getPermalink },
}
