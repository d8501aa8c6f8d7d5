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
 * `im:history` also lets people ask in a direct message, and `app_mentions:read` by a mention.
 * `chat:write.public` lets it post in public channels without an invitation.
 */
export const OPTIONAL_BOT_SCOPES = [
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
  'app_mentions:read',
  'chat:write.public',
] as const
