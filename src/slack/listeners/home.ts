import type { HomeView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Texts } from '../../i18n/texts.ts'
import { checkBlocks } from '../blocks/check-blocks.ts'
import type { SlackBlock } from '../blocks/extra-blocks.ts'
import { line, paragraph, strong } from '../blocks/line.ts'
import { ROUTER } from '../commands.ts'
import type { Limiter } from '../limiter.ts'
import { type Ask, type AskPorts, replyTo, sentence } from './ask.ts'

export interface HomePorts extends AskPorts {
  interactive: WebClient
  /** Limits `views.publish`. */
  homes: Limiter
}

/** Nobody still waits for a Home that would be drawn later than this. */
const HOME_PATIENCE_MS = 10 * 60_000

/** Publishes a person's Home: the answer to the words (by default today's numbers), and how to ask. */
export async function publishHome(
  ask: Omit<Ask, 'router' | 'channelId' | 'surface'>,
  ports: HomePorts,
): Promise<void> {
  const { payload, texts, mayAsk } = await replyTo(
    { ...ask, router: ROUTER, channelId: null, surface: 'home' },
    ports,
  )
  const faults = checkBlocks(payload, 'home')
  if (faults.length > 0) ports.log.error({ faults }, 'a Home exceeds the limits of Slack')
  const { blocks } = faults.length > 0 ? sentence(texts.say('door.error')) : payload
  const view: HomeView = { type: 'home', blocks: [...blocks, ...(mayAsk ? howToAsk(texts) : [])] }
  await ports.homes.run(
    () => ports.interactive.views.publish({ user_id: ask.userId, view }),
    HOME_PATIENCE_MS,
  )
}

function howToAsk(texts: Texts): SlackBlock[] {
  const lines = [
    strong(texts.say('home.headline')),
    line(texts.say('home.type', { command: `${ROUTER} help` })),
    line(texts.say('help.periods')),
  ]
  return [{ type: 'divider' }, paragraph(lines)]
}
