import type { JsonObject } from './json.ts'
import type {
  SandboxCommand,
  SandboxEphemeral,
  SandboxMessage,
  SandboxShortcut,
  SandboxView,
} from './model.ts'
import { findUser, isMember, type Workspace } from './workspace.ts'

export interface PageQuery {
  userId: string
  channelId: string
  threadTs: string
}

export interface AppOffer {
  commands: SandboxCommand[]
  shortcuts: SandboxShortcut[]
}

const shownMessages = 200

/** Everything that one person sees with this channel and thread open. */
export function pageState(workspace: Workspace, query: PageQuery, offer: AppOffer): JsonObject {
  const { team, app, users } = workspace
  const inChannel = workspace.messages.filter((message) => message.channelId === query.channelId)
  const top = inChannel.filter(({ threadTs, isBroadcast }) => threadTs === undefined || isBroadcast)
  const mine = workspace.ephemerals.filter(
    ({ channelId, userId }) => channelId === query.channelId && userId === query.userId,
  )
  const topMine = mine.filter(({ threadTs }) => threadTs === undefined)
  const home = workspace.homes.get(query.userId)
  return {
    team: { ...team },
    app: { ...app },
    users: users.map(({ id, name, realName, title, isBot, tz }) => ({
      id,
      name,
      realName,
      title: title ?? '',
      isBot: isBot ?? false,
      tz: tz ?? '',
    })),
    channels: visibleChannels(workspace, query.userId),
    commands: offer.commands.map((command) => ({ ...command })),
    shortcuts: offer.shortcuts.map((shortcut) => ({ ...shortcut })),
    messages: inOrder(
      top.slice(-shownMessages).map((message) => shownMessage(message, inChannel)),
      topMine.slice(-shownMessages).map(shownEphemeral),
    ),
    thread: threadState(query.threadTs, inChannel, mine),
    home: home === undefined ? null : shownView(home),
    modals: (workspace.modals.get(query.userId) ?? []).map(shownView),
  }
}

function threadState(threadTs: string, inChannel: SandboxMessage[], mine: SandboxEphemeral[]): JsonObject[] {
  if (threadTs === '') return []
  const messages = inChannel.filter((message) => message.ts === threadTs || message.threadTs === threadTs)
  const ephemerals = mine.filter((ephemeral) => ephemeral.threadTs === threadTs)
  return inOrder(
    messages.map((message) => shownMessage(message, [])),
    ephemerals.map(shownEphemeral),
  )
}

function inOrder(...lists: JsonObject[][]): JsonObject[] {
  return lists.flat().toSorted((a, b) => Number(a['ts']) - Number(b['ts']))
}

function visibleChannels(workspace: Workspace, userId: string): JsonObject[] {
  return workspace.channels
    .filter((channel) => channel.imUserId === undefined || channel.imUserId === userId)
    .filter((channel) => !channel.isPrivate || isMember(channel, userId))
    .map(({ id, name, isPrivate, isArchived, isExtShared, imUserId, topic }) => ({
      id,
      name: imUserId === undefined ? name : workspace.app.name,
      isPrivate: isPrivate ?? false,
      isArchived: isArchived ?? false,
      isExtShared: isExtShared ?? false,
      isIm: imUserId !== undefined,
      topic: topic ?? '',
      lastTs: workspace.messages.findLast((message) => message.channelId === id)?.ts ?? '',
    }))
}

function shownMessage(message: SandboxMessage, inChannel: SandboxMessage[]): JsonObject {
  const replies = inChannel.filter(({ threadTs }) => threadTs === message.ts)
  return {
    kind: 'message',
    ts: message.ts,
    userId: message.userId,
    isFromApp: message.isFromApp,
    text: message.text,
    blocks: message.blocks,
    isEdited: message.edited !== undefined,
    threadTs: message.threadTs ?? '',
    replyCount: replies.length,
    lastReplyTs: replies.at(-1)?.ts ?? '',
    state: message.state,
  }
}

function shownEphemeral(ephemeral: SandboxEphemeral): JsonObject {
  return {
    kind: 'ephemeral',
    ts: ephemeral.ts,
    isFromSlack: ephemeral.isFromSlack,
    isFromApp: !ephemeral.isFromSlack,
    text: ephemeral.text,
    blocks: ephemeral.blocks,
    threadTs: ephemeral.threadTs ?? '',
    replyCount: 0,
    state: ephemeral.state,
  }
}

function shownView(view: SandboxView): JsonObject {
  return {
    id: view.id,
    hash: view.hash,
    payload: view.payload,
    state: view.state,
    errors: view.errors,
    notice: view.notice ?? '',
  }
}

/** The person and the channel to start with if the address names none. */
export function firstLook(workspace: Workspace, query: PageQuery): PageQuery {
  const first = workspace.users.find((user) => !user.isBot && !user.isDeleted)
  const userId = findUser(workspace, query.userId)?.id ?? first?.id ?? ''
  const channel = workspace.channels.find(({ id }) => id === query.channelId) ?? workspace.channels[0]
  return { userId, channelId: channel?.id ?? '', threadTs: query.threadTs }
}
