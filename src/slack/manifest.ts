import { commandsOf, ROUTER } from './commands.ts'
import { BOT_EVENTS } from './events.ts'
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from './scopes.ts'

export interface ManifestOptions {
  /** HTTP mode needs a public address; Socket Mode does not. */
  http: boolean
  /** Another name for the router, in a workspace where `/sales` is taken. */
  command?: string
  /** The public address of the bot in HTTP mode. */
  publicUrl?: string
}

/** The Slack app manifest from which a workspace creates its app. */
export function buildManifest({ http, command = ROUTER, publicUrl }: ManifestOptions): object {
  const url = `${(publicUrl ?? 'https://scoreline.example.com').replace(/\/$/, '')}/slack/events`
  const at = http ? { url } : {}
  return {
    display_information: {
      name: 'Scoreline',
      description: 'Private answers, one daily digest and quota progress from HubSpot',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Scoreline', always_online: true },
      slash_commands: commandsOf(command).map((entry) => ({
        command: entry.command,
        ...at,
        description: entry.description,
        usage_hint: entry.usageHint,
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: [...BOT_SCOPES], bot_optional: [...OPTIONAL_BOT_SCOPES] } },
    settings: {
      event_subscriptions: { ...(http ? { request_url: url } : {}), bot_events: [...BOT_EVENTS] },
      interactivity: { is_enabled: true, ...(http ? { request_url: url } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: !http,
      token_rotation_enabled: false,
    },
  }
}

/** The text of a manifest file. */
export function manifestText(manifest: object): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}
