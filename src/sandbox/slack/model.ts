import type { Json, JsonObject } from './json.ts'

/** A person (or bot) in the pretend workspace, as a test or the demo describes them. */
export interface SandboxUser {
  id: string
  /** The handle: what follows the @. */
  name: string
  realName: string
  email?: string
  /** IANA zone. */
  tz?: string
  locale?: string
  title?: string
  isAdmin?: boolean
  isBot?: boolean
  /** Whether the person is a multi-channel guest. */
  isRestricted?: boolean
  /** Whether the person is a single-channel guest. */
  isUltraRestricted?: boolean
  isDeleted?: boolean
  /** Set for people from another organisation, who come in through a shared channel. */
  teamId?: string
  /** Set for members of an Enterprise Grid organisation: all their workspaces. */
  grid?: { teams: string[]; homeTeamId: string | null }
}

export interface SandboxChannel {
  id: string
  name: string
  isPrivate?: boolean
  isArchived?: boolean
  isExtShared?: boolean
  /** The person in a direct message with the app. */
  imUserId?: string
  /** User ids; by default everybody and the app are members. */
  members?: string[]
  topic?: string
  purpose?: string
}

/** Something readable in a channel: a message for all, or an ephemeral message for one person. */
export interface Shown {
  ts: string
  channelId: string
  text: string
  blocks: JsonObject[]
}

export interface SandboxMessage extends Shown {
  userId: string
  isFromApp: boolean
  threadTs: string | undefined
  isBroadcast: boolean
  metadata: JsonObject | undefined
  edited: { userId: string; ts: string } | undefined
  /** What was picked in its elements: block id → action id → state entry. */
  state: StateValues
  unfurl: { links: Json | undefined; media: Json | undefined }
}

export interface SandboxEphemeral extends Shown {
  /** Who sees it. */
  userId: string
  threadTs: string | undefined
  /** Whether Slack itself says it, such as 'operation_timeout'. */
  isFromSlack: boolean
  state: StateValues
}

export type StateValues = Record<string, Record<string, JsonObject>>

export interface SandboxView {
  id: string
  userId: string
  type: 'modal' | 'home'
  hash: string
  /** The view as the app sent it, with block and action ids filled in. */
  payload: JsonObject
  state: StateValues
  /** Complaints under fields: block id → text. */
  errors: Record<string, string>
  /** What Slack says above the form if the app did not answer. */
  notice: string | undefined
  rootId: string
  previousId: string | undefined
}

export interface SandboxCommand {
  command: string
  description: string
  usageHint: string
  shouldEscape: boolean
}

export interface SandboxShortcut {
  name: string
  callbackId: string
  type: 'global' | 'message'
}
