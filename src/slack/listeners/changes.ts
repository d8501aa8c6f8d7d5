import type { App } from '@slack/bolt'
import type { Channels } from '../channels.ts'
import { CHANGE_EVENTS } from '../events.ts'
import type { Members } from '../members.ts'

export interface ChangeListenerPorts {
  members: Members
  channels: Channels
}

/** Forgets people and channels as soon as Slack reports a change. */
export function registerChangeListeners(app: App, { members, channels }: ChangeListenerPorts): void {
  for (const [name, { of, ids }] of Object.entries(CHANGE_EVENTS)) {
    const cache = of === 'member' ? members : channels
    app.event(name, async ({ event }) => {
      for (const id of ids.parse(event)) cache.forget(id)
    })
  }
}
