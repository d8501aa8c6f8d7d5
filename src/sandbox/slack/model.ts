import type { Json, JsonObject } from './json.ts'

/** A person (or bot) of the pretend workspace, as a test or the demo describes one. */
export interface SandboxUser {
  id: string
  /** Handle, what follows the @. */
  name: string
  realName: string
  email?: string
  /** IANA zone. */
  tz?: string
  locale?: string
  title?: string
  isAdmin?: boolean
  isBot?: boolean
  /** Multi-channel guest. */
  isRestricted?: boolean
  /** Single-channel guest. */
  isUltraRestricted?: boolean
  isDeleted?: boolean
  /** Set for people of another organisation who come in by a shared channel. */
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
  /** The person of a direct message with the app. */
  imUserId?: string
  /** User ids; left out, everybody and the app are in. */
  members?: string[]
  topic?: string
  purpose?: string
}

/** Something readable in a channel: a message for all or an ephemeral for one. */
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
  /** Choices made in its selects: block id → action id → state entry. */
  state: StateValues
  unfurl: { links: Json | undefined; media: Json | undefined }
}

export interface SandboxEphemeral extends Shown {
  /** Who sees it. */
  userId: string
  threadTs: string | undefined
  /** Slack itself speaking, such as 'operation_timeout'. */
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
  /** What Slack says over the form when the app did not answer. */
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
