/** What the bot cannot do without. */
export const BOT_SCOPES = [
  'chat:write',
  'commands',
  'users:read',
  'users:read.email',
  'channels:read',
  'groups:read',
] as const

/** Reading history lets the bot find a post of which Slack's answer was lost; `im:write` does so in direct messages. */
export const OPTIONAL_BOT_SCOPES = [
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
  'chat:write.public',
] as const
