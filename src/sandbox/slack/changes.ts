import type { AppLink } from './app-link.ts'
import type { Sent } from './delivery.ts'
import { type JsonObject, textOf } from './json.ts'
import { toSlackUser } from './methods/people.ts'
import type { SandboxChannel, SandboxUser } from './model.ts'
import { eventPayload } from './payloads.ts'
import { channelOrThrow, personOrThrow } from './people.ts'
import type { World } from './world.ts'

/** Changes to people and channels, and the events that the app receives about them. */
export interface Changes {
  changeUser(userId: string, changes: Partial<SandboxUser>): Promise<Sent[]>
  changeChannel(channelId: string, changes: Partial<SandboxChannel>): Promise<Sent[]>
}

export interface ChangePorts {
  world: World
  link: AppLink
  /** The events in the app's manifest; undefined means all. */
  subscribed: readonly string[] | undefined
}

/** The scope that the app needs to receive an event: reading that kind of channel, or reading people. */
const scopesByEvent: Record<string, { open: string; private: string }> = {
  user_change: { open: 'users:read', private: 'users:read' },
  channel_shared: { open: 'channels:read', private: 'groups:read' },
  channel_unshared: { open: 'channels:read', private: 'groups:read' },
  channel_id_changed: { open: 'channels:read', private: 'groups:read' },
  channel_archive: { open: 'channels:read', private: 'nobody' },
  group_archive: { open: 'nobody', private: 'groups:read' },
  member_left_channel: { open: 'channels:read', private: 'groups:read' },
}

export function createChanges({ world, link, subscribed }: ChangePorts): Changes {
  function notify(events: JsonObject[], isPrivate = false): Promise<Sent[]> {
    world.changed()
    const heard = events.filter((event) => {
      const type = textOf(event['type'])
      const scopes = scopesByEvent[type]
      const isAllowed = scopes && world.workspace.scopes.has(isPrivate ? scopes.private : scopes.open)
      return isAllowed && (subscribed?.includes(type) ?? true)
    })
    return Promise.all(heard.map((event) => link.deliverEvent(eventPayload(world, event))))
  }

  return {
    changeUser(userId, changes) {
      const user = Object.assign(personOrThrow(world, userId), changes)
      return notify([{ type: 'user_change', user: toSlackUser(world, user) }])
    },
    changeChannel(channelId, changes) {
      const channel = channelOrThrow(world, channelId)
      const before = { ...channel }
      Object.assign(channel, changes)
      return notify(eventsOf(before, channel), channel.isPrivate)
    },
  }
}

function eventsOf(before: SandboxChannel, after: SandboxChannel): JsonObject[] {
  const channel = after.id
  const events: JsonObject[] = []
  if (before.id !== after.id)
    events.push({ type: 'channel_id_changed', old_channel_id: before.id, new_channel_id: after.id })
  if (!before.isExtShared && after.isExtShared)
    events.push({ type: 'channel_shared', channel, connected_team_id: 'T0OTHER0001' })
  if (before.isExtShared && !after.isExtShared)
    events.push({ type: 'channel_unshared', channel, previously_connected_team_id: 'T0OTHER0001' })
  if (!before.isArchived && after.isArchived)
    events.push({ type: after.isPrivate ? 'group_archive' : 'channel_archive', channel, user: 'U0ADMIN' })
  const left = (before.members ?? []).filter((user) => !after.members?.includes(user))
  for (const user of left) events.push({ type: 'member_left_channel', user, channel })
  return events
}
