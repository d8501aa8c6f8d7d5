/** The whole bot as `npx scoreline start` runs it, in Socket Mode, with the pretend services. */
import { z } from 'zod'
import { SCORELINE } from './bot-options.ts'
import { withChild } from './child.ts'
import type { HubSpotAddress } from './hubspot-child.ts'
import type { ProgramOrder } from './timed-process.ts'

const SlackAddress = z.object({ apiUrl: z.string(), botToken: z.string(), appToken: z.string() })
export type SlackAddress = z.infer<typeof SlackAddress>

/** Runs work with a pretend Slack in its own process. */
export function withSlack<T>(work: (slack: SlackAddress) => Promise<T>): Promise<T> {
  return withChild('slack.ts', { place: 'around' }, async (child) =>
    work(await child.ask('start', null, SlackAddress)),
  )
}

export interface BotWorld {
  hubspot: HubSpotAddress
  slack: SlackAddress
  /** Its working directory, which also contains its database. */
  folder: string
}

export function databaseOf({ folder }: Pick<BotWorld, 'folder'>): string {
  return `${folder}/scoreline.db`
}

export function botOrder(world: BotWorld): ProgramOrder {
  const { hubspot, slack, folder } = world
  return {
    file: SCORELINE,
    args: ['start'],
    isExecutable: true,
    folder,
    line: 'Scoreline is running',
    env: {
      HUBSPOT_ACCESS_TOKEN: hubspot.token,
      HUBSPOT_API_URL: hubspot.url,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      DATABASE_URL: `sqlite:${databaseOf(world)}`,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'info',
    },
  }
}
