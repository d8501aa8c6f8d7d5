import { ApiError } from './api-error.ts'
import { viewOrThrow } from './clicks.ts'
import { elementsOf, type Input, initialInput, isEmptyInput, stateEntry } from './elements.ts'
import { isObject, type JsonObject, objectOf, objectsOf, textOf } from './json.ts'
import { checkedView, pushModal, replaceView, toSlackView } from './methods/views.ts'
import type { SandboxView } from './model.ts'
import { actorFields } from './payloads.ts'
import { type ActPorts, personOrThrow } from './people.ts'
import { createRun, type Run } from './run.ts'
import type { World } from './world.ts'

/** What is filled in: block id → action id → value. Omitted fields keep what they show. */
export type FormValues = Record<string, Record<string, Input>>

export interface Submission {
  userId: string
  viewId: string
  values: FormValues
}

const trouble = 'We had some trouble connecting. Try again?'

/** A person fills in a modal and presses its submit button. */
export async function submitView({ world, link }: ActPorts, submission: Submission): Promise<Run> {
  const user = personOrThrow(world, submission.userId)
  const view = viewOrThrow(world, submission.viewId, user.id)
  fillIn(view, submission.values)
  view.errors = emptyRequired(view)
  view.notice = undefined
  world.changed()
  if (Object.keys(view.errors).length > 0) {
    const sent = { ok: false, error: 'dispatch_failed' } as const
    return createRun(world, { sent, record: undefined, responseUrl: '' })
  }
  const payload = {
    type: 'view_submission',
    ...actorFields(world, user),
    view: toSlackView(world, view),
    response_urls: [],
  }
  const sent = await link.deliver({ kind: 'interactive', payload })
  if (sent.ok) followAnswer(world, view, objectOf(sent.payload))
  else view.notice = trouble
  world.changed()
  return createRun(world, { sent, record: undefined, responseUrl: '' })
}

function fieldsOf(view: SandboxView) {
  return elementsOf(objectsOf(view.payload['blocks'])).filter(
    ({ element }) => !['button', 'overflow', 'icon_button'].includes(textOf(element['type'])),
  )
}

function fillIn(view: SandboxView, values: FormValues): void {
  for (const { blockId, element } of fieldsOf(view)) {
    const actionId = textOf(element['action_id'])
    const given = values[blockId]?.[actionId]
    const block = view.state[blockId] ?? {}
    view.state[blockId] = block
    if (given !== undefined) block[actionId] = stateEntry(element, given)
    else block[actionId] ??= stateEntry(element, initialInput(element))
  }
}

function inputIn(entry: JsonObject | undefined): Input {
  const { type: _type, ...rest } = entry ?? {}
  const [value] = Object.values(rest)
  if (Array.isArray(value)) return value.map((one) => (isObject(one) ? textOf(one['value']) : textOf(one)))
  if (isObject(value)) return textOf(value['value']) || 'filled'
  return value === null || value === undefined ? null : String(value)
}

/** Slack itself holds back a form with empty required fields, and does not inform the app. */
function emptyRequired(view: SandboxView): Record<string, string> {
  const required = objectsOf(view.payload['blocks']).filter(
    (block) => block['type'] === 'input' && block['optional'] !== true,
  )
  const empty = required.filter((block) => {
    const actionId = textOf(objectOf(block['element'])['action_id'])
    return isEmptyInput(inputIn(view.state[textOf(block['block_id'])]?.[actionId]))
  })
  return Object.fromEntries(
    empty.map((block) => [textOf(block['block_id']), 'Please complete this required field.']),
  )
}

/** Does what the app's ack of a submission says: show errors, update, push or clear; otherwise closes the view. */
function followAnswer(world: World, view: SandboxView, answer: JsonObject): void {
  const action = textOf(answer['response_action'])
  try {
    if (action === 'errors') showErrors(view, objectOf(answer['errors']))
    else if (action === 'update')
      replaceView(world, view, checkedView(objectOf(answer['view']), world, 'modal'))
    else if (action === 'push')
      pushModal(world, view.userId, checkedView(objectOf(answer['view']), world, 'modal'))
    else if (action === 'clear') world.workspace.modals.delete(view.userId)
    else removeView(world, view)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    view.notice = trouble
  }
}

/** Errors must name input blocks of the view; otherwise Slack shows only its own notice of trouble. */
function showErrors(view: SandboxView, errors: JsonObject): void {
  const inputs = objectsOf(view.payload['blocks']).filter((block) => block['type'] === 'input')
  const known = new Set(inputs.map((block) => textOf(block['block_id'])))
  const named = Object.entries(errors)
  if (named.length === 0 || named.some(([blockId]) => !known.has(blockId)))
    throw new ApiError('invalid_errors')
  view.errors = Object.fromEntries(named.map(([blockId, text]) => [blockId, textOf(text)]))
}

function removeView(world: World, view: SandboxView): void {
  const stack = (world.workspace.modals.get(view.userId) ?? []).filter((open) => open !== view)
  if (stack.length === 0) world.workspace.modals.delete(view.userId)
  else world.workspace.modals.set(view.userId, stack)
}

export interface Closing {
  userId: string
  viewId: string
  /** Closed with the ×, which closes the whole stack. */
  isCleared?: boolean
}

/** A person closes a modal; the app is notified if the view asked for it. */
export async function closeView({ world, link }: ActPorts, closing: Closing): Promise<Run | undefined> {
  const user = personOrThrow(world, closing.userId)
  const view = viewOrThrow(world, closing.viewId, user.id)
  const isCleared = closing.isCleared ?? false
  if (isCleared || view.payload['clear_on_close'] === true) world.workspace.modals.delete(user.id)
  else removeView(world, view)
  world.changed()
  if (view.payload['notify_on_close'] !== true) return undefined
  const shown = toSlackView(world, view)
  const payload = { type: 'view_closed', ...actorFields(world, user), view: shown, is_cleared: isCleared }
  const sent = await link.deliver({ kind: 'interactive', payload })
  return createRun(world, { sent, record: undefined, responseUrl: '' })
}
