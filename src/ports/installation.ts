/** The bot's installation in Slack, as whoever runs the bot looks at it. */

/** The bot token and what it may do. */
export type TokenCheck =
  | { ok: true; team: string; teamId: string; botUserId: string; scopes: string[]; scopesMissing: string[] }
  | { ok: false; error: string }

/** `error`: Slack's word, and what it means where that is known. */
export interface Refusal {
  error: string
}

export interface Channel {
  /** Empty for a direct message, of which nothing is asked. */
  name: string
  isMember: boolean
  isPublic: boolean
  isArchived: boolean
  /** People of another organisation read it, or are invited to. */
  isShared: boolean
}

export interface Person {
  name: string
  kind: 'member' | 'guest' | 'bot' | 'deactivated' | 'stranger'
}

export interface Installation {
  check(): Promise<TokenCheck>
  /** Why the app-level token opens no connections; `null` where it does. */
  checkAppToken(appToken: string): Promise<Refusal | null>
  channel(id: string): Promise<Channel | Refusal>
  person(id: string): Promise<Person | Refusal>
  /** The id of the one member with this e-mail. Rejects with Slack's error. */
  userIdByEmail(email: string): Promise<string | undefined>
}
