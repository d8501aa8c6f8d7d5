import type { WebClient } from '@slack/web-api'
import type { Texts } from '../../i18n/texts.ts'
import { checkBlocks } from '../blocks/check-blocks.ts'
import type { SlackBlock } from '../blocks/extra-blocks.ts'
import { line, paragraph, strong } from '../blocks/line.ts'
import { ROUTER } from '../commands.ts'
import { type Ask, type AskPorts, replyTo, sentence } from './ask.ts'

export interface HomePorts extends AskPorts {
  interactive: WebClient
}

/** Draws a person's Home: the answer to the words (none: today), and how to ask. */
export async function publishHome(ask: Omit<Ask, 'router' | 'channelId'>, ports: HomePorts): Promise<void> {
  const { payload, texts, mayAsk } = await replyTo({ ...ask, router: ROUTER, channelId: null }, ports)
  const faults = checkBlocks(payload, 'home')
  if (faults.length > 0) ports.log.error({ faults }, 'a Home is over the limits of Slack')
  const { blocks } = faults.length > 0 ? sentence(texts.say('door.error')) : payload
  await ports.interactive.views.publish({
    user_id: ask.userId,
    view: { type: 'home', blocks: [...blocks, ...(mayAsk ? howToAsk(texts) : [])] },
  })
}

function howToAsk(texts: Texts): SlackBlock[] {
  const lines = [
    strong(texts.say('home.headline')),
    line(texts.say('home.type', { command: `${ROUTER} help` })),
    line(texts.say('help.periods')),
  ]
  return [{ type: 'divider' }, paragraph(lines)]
}
