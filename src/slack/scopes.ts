/** The scopes that the bot cannot work without. */
export const BOT_SCOPES = [
  'chat:write',
  'commands',
  'users:read',
  'users:read.email',
  'channels:read',
  'groups:read',
] as const

/**
 * Reading history lets the bot find a post when Slack's answer to it was lost; `im:write` does so in direct messages.
 * `chat:write.public` lets it post in public channels without an invitation.
 */
export const OPTIONAL_BOT_SCOPES = [
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
  'chat:write.public',
] as const
