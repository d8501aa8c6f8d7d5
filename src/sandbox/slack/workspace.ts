import type { JsonObject } from './json.ts'
import type {
  SandboxChannel,
  SandboxEphemeral,
  SandboxMessage,
  SandboxUser,
  SandboxView,
  Shown,
} from './model.ts'

/** The true state of the pretend workspace; tests read it and may edit it. */
export interface Workspace {
  team: { id: string; name: string; domain: string }
  /** The id of the Enterprise Grid organisation, if there is one. */
  enterpriseId: string | null
  app: { id: string; name: string; botId: string; botUserId: string }
  /** The bot token's scopes; remove one to get missing_scope. */
  scopes: Set<string>
  /** The app-level token's scopes. */
  appScopes: Set<string>
  users: SandboxUser[]
  channels: SandboxChannel[]
  messages: SandboxMessage[]
  ephemerals: SandboxEphemeral[]
  /** App Homes, keyed by user id. */
  homes: Map<string, SandboxView>
  /** Open modals, keyed by user id, the topmost last. */
  modals: Map<string, SandboxView[]>
  /** Block types that this workspace does not know yet. */
  refuses: Set<string>
}

export const allScopes = [
  'chat:write',
  'commands',
  'users:read',
  'users:read.email',
  'channels:read',
  'groups:read',
  'im:read',
  'im:write',
  'channels:history',
  'groups:history',
  'im:history',
  'team:read',
  'app_mentions:read',
]

export interface WorkspaceStart {
  users: SandboxUser[]
  channels: SandboxChannel[]
  teamName?: string
  teamId?: string
  enterpriseId?: string
}

export function createWorkspace(start: WorkspaceStart): Workspace {
  const { teamName = 'Nordlys Sales', teamId = 'T0SANDBOX01', enterpriseId = null } = start
  const app = { id: 'A0SANDBOX01', name: 'Scoreline', botId: 'B0SANDBOX01', botUserId: 'U0SANDBOX01' }
  const bot: SandboxUser = { id: app.botUserId, name: 'scoreline', realName: app.name, isBot: true }
  const everybody = [...start.users.map((user) => user.id), bot.id]
  return {
    team: { id: teamId, name: teamName, domain: teamName.toLowerCase().replace(/\W+/g, '-') },
    enterpriseId,
    app,
    scopes: new Set(allScopes),
    appScopes: new Set(['connections:write']),
    users: [...start.users.map((user) => ({ ...user })), bot],
    channels: start.channels.map((channel) => ({ ...channel, members: [...(channel.members ?? everybody)] })),
    messages: [],
    ephemerals: [],
    homes: new Map(),
    modals: new Map(),
    refuses: new Set(),
  }
}

export function findUser(workspace: Workspace, userId: string): SandboxUser | undefined {
  return workspace.users.find((user) => user.id === userId)
}

export function findChannel(workspace: Workspace, idOrName: string): SandboxChannel | undefined {
  const name = idOrName.replace(/^#/, '')
  return workspace.channels.find((channel) => channel.id === idOrName || channel.name === name)
}

export function isMember(channel: SandboxChannel, userId: string): boolean {
  return channel.members?.includes(userId) ?? true
}

/** Searches from the end, because the newest messages are the most likely to be requested. */
export function findMessage(workspace: Workspace, channelId: string, ts: string): SandboxMessage | undefined {
  return workspace.messages.findLast((message) => message.ts === ts && message.channelId === channelId)
}

export function findEphemeral(workspace: Workspace, ts: string): SandboxEphemeral | undefined {
  return workspace.ephemerals.findLast((ephemeral) => ephemeral.ts === ts)
}

export function findView(workspace: Workspace, viewId: string): SandboxView | undefined {
  const modals = [...workspace.modals.values()].flat()
  return [...modals, ...workspace.homes.values()].find((view) => view.id === viewId)
}

/** The direct message channel between the app and a person, created when first needed. */
export function directMessageWith(workspace: Workspace, userId: string): SandboxChannel {
  const existing = workspace.channels.find((channel) => channel.imUserId === userId)
  if (existing !== undefined) return existing
  const channel: SandboxChannel = {
    id: `D${userId.slice(1)}`,
    name: 'directmessage',
    imUserId: userId,
    members: [userId, workspace.app.botUserId],
  }
  workspace.channels.push(channel)
  return channel
}

/** Removes a message, whether it is shown to all or to one person. */
export function removeShown(workspace: Workspace, shown: Shown): void {
  workspace.messages = workspace.messages.filter((message) => message !== shown)
  workspace.ephemerals = workspace.ephemerals.filter((ephemeral) => ephemeral !== shown)
}

/** The message as it appears in Slack's API and payloads. */
export function toSlackMessage(workspace: Workspace, message: SandboxMessage): JsonObject {
  const fromApp: JsonObject = {
    bot_id: workspace.app.botId,
    app_id: workspace.app.id,
    bot_profile: {
      id: workspace.app.botId,
      app_id: workspace.app.id,
      name: workspace.app.name,
      team_id: workspace.team.id,
      deleted: false,
    },
  }
  const replies = workspace.messages.filter(
    (other) => other.threadTs === message.ts && other.channelId === message.channelId && other !== message,
  )
  return {
    type: 'message',
    user: message.userId,
    ts: message.ts,
    team: workspace.team.id,
    text: message.text,
    ...(message.isFromApp ? fromApp : {}),
    ...(message.blocks.length > 0 ? { blocks: structuredClone(message.blocks) } : {}),
    ...(message.edited === undefined
      ? {}
      : { edited: { user: message.edited.userId, ts: message.edited.ts } }),
    ...(message.isBroadcast ? { subtype: 'thread_broadcast' } : {}),
    ...threadFields(message, replies),
  }
}

function threadFields(message: SandboxMessage, replies: SandboxMessage[]): JsonObject {
  if (message.threadTs !== undefined) return { thread_ts: message.threadTs }
  const last = replies.at(-1)
  if (last === undefined) return {}
  const repliers = [...new Set(replies.map((reply) => reply.userId))]
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: repliers,
    reply_users_count: repliers.length,
    latest_reply: last.ts,
  }
}
