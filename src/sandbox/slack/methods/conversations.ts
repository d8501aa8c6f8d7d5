import { ApiError } from '../api-error.ts'
import { type JsonObject, textOf } from '../json.ts'
import type { SandboxChannel, SandboxMessage } from '../model.ts'
import { isMember, toSlackMessage } from '../workspace.ts'
import type { World } from '../world.ts'
import { flag, limitOf, type Method, needScope, pageOf, requiredText } from './method.ts'
import { channelScope, directMessageOrThrow, visibleChannel } from './places.ts'

function toSlackChannel(world: World, channel: SandboxChannel): JsonObject {
  const { workspace } = world
  if (channel.imUserId !== undefined) {
    return { id: channel.id, is_im: true, is_channel: false, user: channel.imUserId, is_archived: false }
  }
  return {
    id: channel.id,
    name: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate ?? false,
    is_im: false,
    is_mpim: false,
    is_private: channel.isPrivate ?? false,
    is_archived: channel.isArchived ?? false,
    is_ext_shared: channel.isExtShared ?? false,
    is_shared: channel.isExtShared ?? false,
    is_org_shared: false,
    is_member: isMember(channel, workspace.app.botUserId),
    context_team_id: workspace.team.id,
    topic: { value: channel.topic ?? '', creator: '', last_set: 0 },
    purpose: { value: channel.purpose ?? '', creator: '', last_set: 0 },
  }
}

function channelWith(args: JsonObject, world: World, kind: 'history' | 'read'): SandboxChannel {
  const channel = visibleChannel(world, requiredText(args, 'channel', 'channel_not_found'))
  needScope(world, channelScope(channel, kind))
  return channel
}

function info(args: JsonObject, world: World): JsonObject {
  const channel = channelWith(args, world, 'read')
  const members = flag(args['include_num_members']) ? { num_members: channel.members?.length ?? 0 } : {}
  return { channel: { ...toSlackChannel(world, channel), ...members } }
}

function open(args: JsonObject, world: World): JsonObject {
  const users = textOf(args['users'])
  if (users.includes(',')) throw new ApiError('not_enough_users')
  const given = textOf(args['channel'])
  const channel = users === '' ? visibleChannel(world, given) : directMessageOrThrow(world, users)
  if (channel.imUserId === undefined) throw new ApiError('method_not_supported_for_channel_type')
  world.changed()
  return flag(args['return_im'])
    ? { channel: toSlackChannel(world, channel) }
    : { channel: { id: channel.id } }
}

function within(args: JsonObject, messages: SandboxMessage[]): SandboxMessage[] {
  const oldest = Number(textOf(args['oldest']) || 0)
  const latest = Number(textOf(args['latest']) || Number.MAX_SAFE_INTEGER)
  const isInclusive = flag(args['inclusive'])
  return messages.filter(({ ts }) => {
    const at = Number(ts)
    return isInclusive ? at >= oldest && at <= latest : at > oldest && at < latest
  })
}

function readable(args: JsonObject, world: World): SandboxChannel {
  const channel = channelWith(args, world, 'history')
  if (!isMember(channel, world.workspace.app.botUserId)) throw new ApiError('not_in_channel')
  return channel
}

function listed(args: JsonObject, world: World, messages: SandboxMessage[]): JsonObject {
  const { page, nextCursor } = pageOf(messages, args, limitOf(args, 100, 999))
  const withMetadata = flag(args['include_all_metadata'])
  return {
    messages: page.map((message) => ({
      ...toSlackMessage(world.workspace, message),
      ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
    })),
    has_more: nextCursor !== '',
    ...(nextCursor === '' ? {} : { response_metadata: { next_cursor: nextCursor } }),
  }
}

function history(args: JsonObject, world: World): JsonObject {
  const channel = readable(args, world)
  const all = world.workspace.messages.filter(
    ({ channelId, threadTs, isBroadcast }) =>
      channelId === channel.id && (threadTs === undefined || isBroadcast),
  )
  return listed(args, world, within(args, all).toReversed())
}

function replies(args: JsonObject, world: World): JsonObject {
  const channel = readable(args, world)
  const threadTs = requiredText(args, 'ts', 'thread_not_found')
  const all = world.workspace.messages.filter((message) => message.channelId === channel.id)
  const parent = all.find((message) => message.ts === threadTs)
  if (parent === undefined) throw new ApiError('thread_not_found')
  const answers = within(
    args,
    all.filter((message) => message.threadTs === threadTs),
  )
  return listed(args, world, [parent, ...answers])
}

function members(args: JsonObject, world: World): JsonObject {
  const channel = channelWith(args, world, 'read')
  const { page, nextCursor } = pageOf(channel.members ?? [], args, limitOf(args, 100, 999))
  return { members: page, response_metadata: { next_cursor: nextCursor } }
}

export const conversationMethods: Record<string, Method> = {
  'conversations.info': { token: 'bot', scopes: [], tier: 3, run: info },
  'conversations.open': { token: 'bot', scopes: ['im:write'], tier: 3, run: open },
  'conversations.history': { token: 'bot', scopes: [], tier: 3, run: history },
  'conversations.replies': { token: 'bot', scopes: [], tier: 3, run: replies },
  'conversations.members': { token: 'bot', scopes: [], tier: 4, run: members },
}
