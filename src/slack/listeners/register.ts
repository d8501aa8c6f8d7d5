import type { App, RespondFn } from '@slack/bolt'
import { createTexts } from '../../i18n/texts.ts'
import { escapeMrkdwn } from '../blocks/escape.ts'
import { RUN_ACTION } from '../blocks/line.ts'
import { ROUTER, readCommand } from '../commands.ts'
import { HOME_EVENT } from '../events.ts'
import type { Seen } from '../seen.ts'
import { replyTo, sentence } from './ask.ts'
import { type ChangeListenerPorts, registerChangeListeners } from './changes.ts'
import { type HomePorts, publishHome } from './home.ts'
import { registerMessages } from './messages.ts'
import { Click, HomeOpened } from './payloads.ts'
import { reply } from './reply.ts'

export interface ListenerPorts extends HomePorts, ChangeListenerPorts {
  seen: Seen
}

/** Handles everything that people do in Slack: every listener acks first, and everyone gets an answer. */
export function registerListeners(app: App, ports: ListenerPorts): void {
  registerCommands(app, ports)
  registerClicks(app, ports)
  registerHome(app, ports)
  registerMessages(app, ports)
  registerChangeListeners(app, ports)
  // The app offers no forms or shortcuts yet, but one that comes from an older message must not hang.
  app.view(/.*/, async ({ ack }) => ackFirst(ack, ports))
  app.shortcut(/.*/, async ({ ack }) => ackFirst(ack, ports))
  app.error(async (error) => ports.log.error({ err: error }, 'a listener failed'))
}

function registerCommands(app: App, ports: ListenerPorts): void {
  app.command(/.*/, async ({ command, ack, respond }) => {
    const read = readCommand(command.command, plainEntities(command.text ?? ''))
    if (!read) {
      await ack({ response_type: 'ephemeral', text: unknownCommand(command.command) })
      return
    }
    await ackFirst(ack, ports)
    if (!ports.seen.isNew(command.trigger_id)) return
    const { user_id: userId, team_id: teamId, channel_id: channelId } = command
    const { payload } = await replyTo({ userId, teamId, channelId, surface: 'command', ...read }, ports)
    await reply({ userId, respond, isReplacing: false }, payload, ports)
  })
}

/** Slack writes `&` as an entity. Mentions and typed brackets stay as Slack writes them. */
function plainEntities(text: string): string {
  return text.replaceAll('&amp;', '&')
}

function unknownCommand(command: string): string {
  return escapeMrkdwn(createTexts().say('door.unknownCommand', { command, base: ROUTER }))
}

function registerClicks(app: App, ports: ListenerPorts): void {
  app.action(/.*/, async ({ body, ack, respond }) => {
    await ackFirst(ack, ports)
    const click = Click.parse(body)
    if (!ports.seen.isNew(click.trigger_id)) return
    await answerClick(click, respond, ports)
  })
}

/** A click in a Home comes with no address to reply to, whatever Bolt's types say: the Home itself shows the answer. */
async function answerClick(
  click: Click,
  respond: RespondFn | undefined,
  ports: ListenerPorts,
): Promise<void> {
  const [action] = click.actions
  const isOurs = action?.action_id.startsWith(`${RUN_ACTION}:`) ?? false
  const person = { userId: click.user.id, teamId: null, words: action?.value ?? '' }
  if (!respond || !click.channel) return publishHome({ ...person, words: isOurs ? person.words : '' }, ports)
  const to = { userId: person.userId, respond, isReplacing: isOurs }
  if (!isOurs) return reply(to, sentence(createTexts().say('door.oldButton', { base: ROUTER })), ports)
  const { payload } = await replyTo(
    { ...person, router: ROUTER, channelId: click.channel.id, surface: 'button' },
    ports,
  )
  await reply(to, payload, ports)
}

function registerHome(app: App, ports: ListenerPorts): void {
  app.event(HOME_EVENT, async ({ event, body }) => {
    const { user, tab } = HomeOpened.parse(event)
    if (tab === 'messages') return
    await publishHome({ userId: user, teamId: body.team_id, words: '' }, ports)
  })
}

/** An ack that does not get through, such as when the socket drops just then, must not hold back the answer. */
async function ackFirst(ack: () => Promise<void>, { log }: ListenerPorts): Promise<void> {
  try {
    await ack()
  } catch (error) {
    log.warn({ err: error }, 'an ack did not reach Slack')
  }
}
