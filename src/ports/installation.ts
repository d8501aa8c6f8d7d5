/** The bot's installation in Slack, as the operator inspects it. */

import type { Asker } from '../domain/access/asker.ts'

/** The bot token and what it may do. */
export type TokenCheck =
  | { ok: true; team: string; teamId: string; botUserId: string; scopes: string[]; scopesMissing: string[] }
  | ({ ok: false } & Refusal)

/** `error` is Slack's error code, with what it means where that is known, or why Slack gave no answer. */
export interface Refusal {
  error: string
  /** Slack gave no answer: nothing is known of tokens and channels. */
  isUnreachable?: boolean
}

export interface Channel {
  /** Empty for a direct message, which Slack is not asked about. */
  name: string
  isMember: boolean
  isPublic: boolean
  isArchived: boolean
  /** People of another organisation can read it, or are invited to. */
  isShared: boolean
}

export interface Person {
  name: string
  kind: 'member' | 'guest' | 'bot' | 'deactivated' | 'stranger'
}

/** A Slack user as Slack describes them. */
export interface Member {
  asker: Asker
  /** Whether the person belongs to another organisation. */
  isStranger: boolean
  /** Slack's locale, such as `da-DK`. */
  locale: string
}

export interface Installation {
  check(): Promise<TokenCheck>
  /** Why the app-level token cannot open connections; `null` if it can. */
  checkAppToken(appToken: string): Promise<Refusal | null>
  channel(id: string): Promise<Channel | Refusal>
  person(id: string): Promise<Person | Refusal>
  /** The id of the one member with this e-mail; `null` if there is none. */
  userIdByEmail(email: string): Promise<{ id: string | null } | Refusal>
  /** Who asks if the one member with this e-mail does; `null` if there is none. */
  memberByEmail(email: string): Promise<{ member: Member | null } | Refusal>
}
