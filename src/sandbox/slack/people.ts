import { ApiError } from './api-error.ts'
import type { AppLink } from './app-link.ts'
import type { Sent } from './delivery.ts'
import { isObject, type JsonObject } from './json.ts'
import { addEphemeral, addMessage } from './methods/chat.ts'
import type { SandboxChannel, SandboxCommand, SandboxMessage, SandboxUser } from './model.ts'
import { commandPayload, eventPayload } from './payloads.ts'
import { keepAnswer } from './respond.ts'
import { createRun, type Run } from './run.ts'
import { escapeTyped } from './typed-text.ts'
import { findChannel, findUser } from './workspace.ts'
import type { World } from './world.ts'

export interface ActPorts {
  world: World
  link: AppLink
  commands: SandboxCommand[]
  /** The events in the app's manifest; undefined means all. */
  subscribed: readonly string[] | undefined
}

export interface TypedLine {
  userId: string
  channelId: string
  /** The whole line, such as '/sales quota'. */
  text: string
  /** Custom commands do not work in threads; Slack says so to the person and sends nothing to the app. */
  threadTs?: string
}

export function personOrThrow(world: World, userId: string): SandboxUser {
  const user = findUser(world.workspace, userId)
  if (user === undefined) throw new Error(`There is no person ${userId} in the workspace.`)
  return user
}

export function channelOrThrow(world: World, channelId: string): SandboxChannel {
  const channel = findChannel(world.workspace, channelId)
  if (channel === undefined) throw new Error(`There is no channel ${channelId} in the workspace.`)
  return channel
}

/** Slack itself shows one person a message. */
export function slackSays(world: World, line: Omit<TypedLine, 'text'>, text: string): void {
  const { userId, channelId, threadTs } = line
  addEphemeral(world, { userId, channelId, threadTs, text, blocks: [], isFromSlack: true })
}

/** A person types a command into a channel. Resolves once the app has acked or failed to. */
export async function typeCommand(ports: ActPorts, line: TypedLine): Promise<Run> {
  const { world, link } = ports
  const user = personOrThrow(world, line.userId)
  const channel = channelOrThrow(world, line.channelId)
  const [, command = '', typed = ''] = /^(\/\S+)\s*(.*)$/s.exec(line.text.trim()) ?? []
  const known = ports.commands.find((one) => one.command === command)
  const refusal = commandRefusal(ports.commands, { command, threadTs: line.threadTs })
  if (refusal !== undefined) {
    slackSays(world, line, refusal)
    return createRun(world, {
      sent: { ok: false, error: 'dispatch_failed' },
      record: undefined,
      responseUrl: '',
    })
  }
  const text = (known?.shouldEscape ?? true) ? escapeTyped(typed, world.workspace) : typed
  const { url: responseUrl, record } = world.responseUrls.issue('commands', {
    userId: user.id,
    channelId: channel.id,
  })
  const payload = commandPayload(world, { user, channel, command, text, responseUrl })
  const sent = await link.deliver({ kind: 'slash_commands', payload })
  if (sent.ok && isObject(sent.payload)) showAck(world, line, { command, answer: sent.payload, record })
  if (!sent.ok) slackSays(world, line, `${command} failed with the error "${sent.error}"`)
  return createRun(world, { sent, record, responseUrl })
}

function commandRefusal(
  commands: SandboxCommand[],
  { command, threadTs }: { command: string; threadTs: string | undefined },
): string | undefined {
  if (threadTs !== undefined) return `${command} is not supported in threads. Sorry!`
  const isKnown = commands.length === 0 || commands.some((one) => one.command === command)
  return isKnown && command !== '' ? undefined : `${command || 'That'} is not a valid command.`
}

interface CommandAck {
  command: string
  answer: JsonObject
  record: ReturnType<World['responseUrls']['issue']>['record']
}

function showAck(world: World, line: TypedLine, { command, answer, record }: CommandAck): void {
  if (answer['text'] === undefined && answer['blocks'] === undefined) return
  try {
    if (answer['response_type'] === 'in_channel') say(world, line)
    keepAnswer(record, answer, world)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    slackSays(world, line, `${command} failed with the error "${error.code}"`)
  }
}

/** A person writes an ordinary message. */
export function say(world: World, { userId, channelId, text, threadTs }: TypedLine): SandboxMessage {
  const channel = channelOrThrow(world, channelId)
  const message = { channelId: channel.id, userId, text, threadTs, blocks: [], isFromApp: false }
  return addMessage(world, message)
}

/** A person opens the app's Home (or Messages) tab. */
export function openHome({ world, link }: ActPorts, userId: string): Promise<Sent> {
  const user = personOrThrow(world, userId)
  const view = world.workspace.homes.get(userId)
  return link.deliverEvent(
    eventPayload(world, {
      type: 'app_home_opened',
      user: user.id,
      channel: `D${user.id.slice(1)}`,
      tab: 'home',
      ...(view === undefined ? {} : { view: { id: view.id, type: 'home', hash: view.hash } }),
    }),
  )
}
