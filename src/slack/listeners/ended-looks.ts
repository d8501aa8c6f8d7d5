import type { App } from '@slack/bolt'
import type { Channels } from '../channels.ts'
import { ENDING_EVENTS } from '../events.ts'
import type { Members } from '../members.ts'

export interface EndedLooksPorts {
  members: Members
  channels: Channels
}

/** Forgets what was seen of people and channels as soon as Slack reports a change. */
export function registerEndedLooks(app: App, { members, channels }: EndedLooksPorts): void {
  for (const [name, { of, ids }] of Object.entries(ENDING_EVENTS)) {
    const looks = of === 'member' ? members : channels
    app.event(name, async ({ event }) => {
      for (const id of ids.parse(event)) looks.end(id)
    })
  }
}
