import {
  type ElementName,
  type FoundElement,
  findElementOrThrow,
  type Input,
  stateEntry,
} from './elements.ts'
import { isObject, type JsonObject, objectsOf } from './json.ts'
import { toSlackView } from './methods/views.ts'
import type { SandboxMessage, SandboxUser, SandboxView, Shown, StateValues } from './model.ts'
import { actorFields } from './payloads.ts'
import { type ActPorts, channelOrThrow, personOrThrow, slackSays } from './people.ts'
import { createRun, type Run } from './run.ts'
import { findEphemeral, findMessage, findView, toSlackMessage } from './workspace.ts'
import type { World } from './world.ts'

export interface MessageRef {
  channelId: string
  /** The ts of a message, or of an ephemeral message that the person sees. */
  ts: string
}

export interface Click extends ElementName {
  userId: string
  message?: MessageRef
  /** An open modal's or a Home's view id. */
  viewId?: string
  /** The chosen value(s): option values, user or channel ids, a date, a text. Not needed for buttons. */
  value?: Input
}

/** A person presses a button or picks from a select. Resolves once the app has acked or failed to. */
export async function click(ports: ActPorts, act: Click): Promise<Run> {
  const user = personOrThrow(ports.world, act.userId)
  return act.viewId === undefined ? clickInMessage(ports, act, user) : clickInView(ports, act, user)
}

function actionOf(found: FoundElement, value: Input | undefined, world: World): JsonObject {
  const { element, blockId } = found
  const base = { action_id: element['action_id'], block_id: blockId, action_ts: world.ids.ts() }
  const { type, text, value: own, style } = element
  if (type === 'button' || type === 'icon_button') {
    return { ...base, type, text, ...(own === undefined ? {} : { value: own }), ...(style ? { style } : {}) }
  }
  if (type === 'feedback_buttons') return { ...base, type, value: value?.toString() ?? null }
  return { ...base, ...stateEntry(element, value ?? null) }
}

/** Remembers what was picked, so that state.values contains it in every later click. */
function remember(state: StateValues, found: FoundElement, value: Input | undefined): void {
  const { element, blockId } = found
  if (['button', 'icon_button', 'feedback_buttons', 'overflow'].includes(String(element['type']))) return
  const block = state[blockId] ?? {}
  block[String(element['action_id'])] = stateEntry(element, value ?? null)
  state[blockId] = block
}

function readable(world: World, ref: MessageRef | undefined, userId: string): Shown & { state: StateValues } {
  const ephemeral = ref && findEphemeral(world.workspace, ref.ts)
  const mine = ephemeral?.userId === userId ? ephemeral : undefined
  const found = ref && (findMessage(world.workspace, ref.channelId, ref.ts) ?? mine)
  if (found === undefined) throw new Error(`${userId} sees no message ${ref?.ts ?? ''} to click in.`)
  return found
}

function isMessage(shown: Shown): shown is SandboxMessage {
  return 'isFromApp' in shown
}

async function clickInMessage(ports: ActPorts, act: Click, user: SandboxUser): Promise<Run> {
  const { world, link } = ports
  const shown = readable(world, act.message, user.id)
  const found = findElementOrThrow(shown.blocks, act)
  const channel = channelOrThrow(world, shown.channelId)
  remember(shown.state, found, act.value)
  const threadTs = 'threadTs' in shown && typeof shown.threadTs === 'string' ? shown.threadTs : undefined
  const { url: responseUrl, record } = world.responseUrls.issue('actions', {
    userId: user.id,
    channelId: channel.id,
    threadTs,
    clicked: shown,
  })
  const isEphemeral = !isMessage(shown)
  const container = {
    type: 'message',
    message_ts: shown.ts,
    channel_id: channel.id,
    is_ephemeral: isEphemeral,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  }
  const payload = {
    type: 'block_actions',
    ...actorFields(world, user),
    container,
    channel: { id: channel.id, name: channel.name },
    ...(isMessage(shown) ? { message: toSlackMessage(world.workspace, shown) } : {}),
    state: { values: structuredClone(shown.state) },
    response_url: responseUrl,
    actions: [actionOf(found, act.value, world)],
  }
  const sent = await link.deliver({ kind: 'interactive', payload })
  if (!sent.ok) {
    const place = { userId: user.id, channelId: channel.id, ...(threadTs === undefined ? {} : { threadTs }) }
    slackSays(world, place, `This app responded with the error "${sent.error}"`)
  }
  return createRun(world, { sent, record, responseUrl })
}

async function clickInView(ports: ActPorts, act: Click, user: SandboxUser): Promise<Run> {
  const { world, link } = ports
  const view = viewOrThrow(world, act.viewId ?? '', user.id)
  const found = findElementOrThrow(objectsOf(view.payload['blocks']), act)
  remember(view.state, found, act.value)
  const payload = {
    type: 'block_actions',
    ...actorFields(world, user),
    container: { type: 'view', view_id: view.id },
    view: toSlackView(world, view),
    state: { values: structuredClone(view.state) },
    actions: [actionOf(found, act.value, world)],
  }
  world.changed()
  const sent = await link.deliver({ kind: 'interactive', payload })
  if (!sent.ok) {
    view.notice = 'We had some trouble connecting. Try again?'
    world.changed()
  }
  return createRun(world, { sent, record: undefined, responseUrl: '' })
}

/** A person can only use views that are open on their own screen. */
export function viewOrThrow(world: World, viewId: string, userId: string): SandboxView {
  const view = findView(world.workspace, viewId)
  if (view === undefined || view.userId !== userId || !isObject(view.payload)) {
    throw new Error(`${userId} has no view ${viewId} open.`)
  }
  return view
}
