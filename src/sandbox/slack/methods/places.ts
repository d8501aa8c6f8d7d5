import { ApiError } from '../api-error.ts'
import type { SandboxChannel } from '../model.ts'
import { directMessageWith, findChannel, findUser, isMember } from '../workspace.ts'
import type { World } from '../world.ts'

/** The channel for a post, from a channel id or name, or from a person's id for a direct message. */
export function channelForPost(world: World, target: string): SandboxChannel {
  const { workspace } = world
  if (/^[UW]/.test(target)) return directMessageOrThrow(world, target)
  const channel = seenByApp(world, findChannel(world.workspace, target))
  if (!isMember(channel, workspace.app.botUserId) && !workspace.scopes.has('chat:write.public')) {
    throw new ApiError('not_in_channel')
  }
  if (channel.isArchived) throw new ApiError('is_archived')
  return channel
}

/** Only posting accepts a name instead of an id. */
export function visibleChannel(world: World, id: string): SandboxChannel {
  return seenByApp(
    world,
    world.workspace.channels.find((channel) => channel.id === id),
  )
}

/** A private channel that the app is not in does not exist for it. */
function seenByApp(world: World, channel: SandboxChannel | undefined): SandboxChannel {
  const isHidden = channel?.isPrivate && !isMember(channel, world.workspace.app.botUserId)
  if (channel === undefined || isHidden) throw new ApiError('channel_not_found')
  return channel
}

export function directMessageOrThrow(world: World, userId: string): SandboxChannel {
  const user = findUser(world.workspace, userId)
  if (user === undefined) throw new ApiError('channel_not_found')
  if (user.isBot) throw new ApiError('cannot_dm_bot')
  if (user.isDeleted) throw new ApiError('user_disabled')
  return directMessageWith(world.workspace, userId)
}

/** The scope that reads this kind of channel: `history` or `read`. */
export function channelScope(channel: SandboxChannel, kind: 'history' | 'read'): string {
  if (channel.imUserId !== undefined) return `im:${kind}`
  return channel.isPrivate ? `groups:${kind}` : `channels:${kind}`
}
