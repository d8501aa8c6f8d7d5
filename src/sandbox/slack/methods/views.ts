import { ApiError } from '../api-error.ts'
import { validateView } from '../blocks/validate.ts'
import { type JsonObject, objectsOf, textOf } from '../json.ts'
import type { SandboxView } from '../model.ts'
import { findUser, findView } from '../workspace.ts'
import type { World } from '../world.ts'
import { fillIds, objectArgument, refusalError } from './content.ts'
import { type Method, requiredText } from './method.ts'

const maxStack = 3

/** The view as it appears in Slack's API and payloads. */
export function toSlackView(world: World, view: SandboxView): JsonObject {
  const { workspace } = world
  return {
    ...structuredClone(view.payload),
    id: view.id,
    team_id: workspace.team.id,
    state: { values: structuredClone(view.state) },
    hash: view.hash,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: workspace.app.id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
  }
}

const byDefault: JsonObject = {
  private_metadata: '',
  callback_id: '',
  external_id: '',
  clear_on_close: false,
  notify_on_close: false,
  close: null,
  submit: null,
}

/** Validates a view and adds the ids that the app left out. */
export function checkedView(
  given: JsonObject | undefined,
  world: World,
  type: SandboxView['type'],
): JsonObject {
  if (given === undefined || given['type'] !== type) {
    throw refusalError({
      error: 'invalid_arguments',
      messages: ['must be a valid view [json-pointer:/view]'],
    })
  }
  const refusal = validateView(given, world.workspace)
  if (refusal !== undefined) throw refusalError(refusal)
  const externalId = textOf(given['external_id'])
  const isTaken = [...world.workspace.modals.values()]
    .flat()
    .some((view) => externalId !== '' && view.payload['external_id'] === externalId)
  if (isTaken) throw new ApiError('duplicate_external_id')
  return { ...byDefault, ...given, blocks: fillIds(objectsOf(given['blocks'])) }
}

/** Puts a modal on top of those that the person has open. */
export function pushModal(world: World, userId: string, payload: JsonObject): SandboxView {
  const stack = world.workspace.modals.get(userId) ?? []
  if (stack.length >= maxStack) throw new ApiError('push_limit_reached')
  const id = world.ids.id('V')
  const view: SandboxView = {
    id,
    userId,
    type: 'modal',
    hash: `${Math.floor(world.clock() / 1000)}.${world.ids.secret().slice(0, 8)}`,
    payload,
    state: {},
    errors: {},
    notice: undefined,
    rootId: stack[0]?.id ?? id,
    previousId: stack.at(-1)?.id,
  }
  world.workspace.modals.set(userId, [...stack, view])
  world.changed()
  return view
}

/** Replaces a view's content; input is kept where block and action ids are the same. */
export function replaceView(world: World, view: SandboxView, payload: JsonObject): void {
  const kept = new Set(objectsOf(payload['blocks']).map((block) => textOf(block['block_id'])))
  view.state = Object.fromEntries(Object.entries(view.state).filter(([blockId]) => kept.has(blockId)))
  view.payload = payload
  view.errors = {}
  view.notice = undefined
  view.hash = `${Math.floor(world.clock() / 1000)}.${world.ids.secret().slice(0, 8)}`
  world.changed()
}

function personBehind(args: JsonObject, world: World): string {
  const used = world.triggers.use(requiredText(args, 'trigger_id', 'invalid_trigger_id'))
  if ('error' in used) throw new ApiError(used.error)
  return used.userId
}

function open(args: JsonObject, world: World): JsonObject {
  const payload = checkedView(objectArgument(args['view']), world, 'modal')
  const userId = personBehind(args, world)
  world.workspace.modals.delete(userId)
  return { view: toSlackView(world, pushModal(world, userId, payload)) }
}

function push(args: JsonObject, world: World): JsonObject {
  const payload = checkedView(objectArgument(args['view']), world, 'modal')
  return { view: toSlackView(world, pushModal(world, personBehind(args, world), payload)) }
}

function named(args: JsonObject, world: World): SandboxView {
  const viewId = textOf(args['view_id'])
  const externalId = textOf(args['external_id'])
  const found =
    viewId === ''
      ? [...world.workspace.modals.values()].flat().find((view) => view.payload['external_id'] === externalId)
      : findView(world.workspace, viewId)
  if (found === undefined || (viewId === '' && externalId === '')) throw new ApiError('not_found')
  return found
}

function checkHash(args: JsonObject, view: SandboxView | undefined): void {
  const hash = textOf(args['hash'])
  if (hash !== '' && view !== undefined && hash !== view.hash) throw new ApiError('hash_conflict')
}

function update(args: JsonObject, world: World): JsonObject {
  const view = named(args, world)
  checkHash(args, view)
  const given = objectArgument(args['view'])
  const isSameName = given !== undefined && given['external_id'] === view.payload['external_id']
  const payload = checkedView(isSameName ? { ...given, external_id: '' } : given, world, view.type)
  replaceView(world, view, isSameName ? { ...payload, external_id: view.payload['external_id'] } : payload)
  return { view: toSlackView(world, view) }
}

function publish(args: JsonObject, world: World): JsonObject {
  const userId = requiredText(args, 'user_id')
  if (findUser(world.workspace, userId) === undefined) throw new ApiError('user_not_found')
  const given = objectArgument(args['view'])
  const payload = checkedView(given, world, 'home')
  const existing = world.workspace.homes.get(userId)
  checkHash(args, existing)
  const view = existing ?? emptyHome(world, userId)
  world.workspace.homes.set(userId, view)
  replaceView(world, view, payload)
  return { view: toSlackView(world, view) }
}

function emptyHome(world: World, userId: string): SandboxView {
  const id = world.ids.id('V')
  return {
    id,
    userId,
    type: 'home',
    hash: '',
    payload: {},
    state: {},
    errors: {},
    notice: undefined,
    rootId: id,
    previousId: undefined,
  }
}

export const viewMethods: Record<string, Method> = {
  'views.open': { token: 'bot', scopes: [], tier: 4, run: open },
  'views.push': { token: 'bot', scopes: [], tier: 4, run: push },
  'views.update': { token: 'bot', scopes: [], tier: 4, run: update },
  'views.publish': { token: 'bot', scopes: [], tier: 4, run: publish },
}
