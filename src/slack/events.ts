/** The events that the app subscribes to. The manifests and the listeners are generated from this list. */
import { z } from 'zod'
import type { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from './scopes.ts'

/** An event after which what is known of a person or channel is no longer valid. */
interface ChangeEvent {
  of: 'member' | 'channel'
  /** Slack sends the event only with these scopes. For channels, the first covers public and the second private ones. */
  scopes: readonly (typeof BOT_SCOPES)[number][]
  /** Reads the ids of the people or channels concerned. */
  ids: z.ZodType<string[]>
}

const oneChannel = {
  of: 'channel',
  scopes: ['channels:read', 'groups:read'],
  ids: z.object({ channel: z.string() }).transform(({ channel }) => [channel]),
} as const satisfies ChangeEvent

export const CHANGE_EVENTS: Readonly<Record<string, ChangeEvent>> = {
  user_change: {
    of: 'member',
    scopes: ['users:read'],
    ids: z.object({ user: z.object({ id: z.string() }) }).transform(({ user }) => [user.id]),
  },
  channel_shared: oneChannel,
  channel_unshared: oneChannel,
  channel_archive: oneChannel,
  member_left_channel: oneChannel,
  channel_id_changed: {
    ...oneChannel,
    ids: z
      .object({ old_channel_id: z.string(), new_channel_id: z.string() })
      .transform((change) => [change.old_channel_id, change.new_channel_id]),
  },
}

/** Somebody opens a tab of the app. */
export const HOME_EVENT = 'app_home_opened'

/** Somebody writes a message, in a place whose kind of message the app subscribes to. */
export const MESSAGE_EVENT = 'message'

/** Somebody mentions the app where it is a member. */
export const MENTION_EVENT = 'app_mention'

/** What people write to the bot, by subscription, each with the optional scope without which Slack does not send it. */
export const WRITTEN_EVENTS = {
  'message.im': 'im:history',
  [MENTION_EVENT]: 'app_mentions:read',
} as const satisfies Record<string, (typeof OPTIONAL_BOT_SCOPES)[number]>

export const BOT_EVENTS: readonly string[] = [
  HOME_EVENT,
  ...Object.keys(WRITTEN_EVENTS),
  ...Object.keys(CHANGE_EVENTS),
]
