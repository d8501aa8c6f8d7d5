import { isObject, type Json, type JsonObject, objectsOf, textOf } from './json.ts'

/** What a person picked or typed: a list for multi selects and checkboxes, null for nothing. */
export type Input = string | string[] | null

export interface FoundElement {
  blockId: string
  element: JsonObject
}

/** Every interactive element with the block that contains it. */
export function elementsOf(blocks: JsonObject[]): FoundElement[] {
  return blocks.flatMap((block) =>
    inside(block).map((element) => ({ blockId: textOf(block['block_id']), element })),
  )
}

function inside(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(inside)
  if (!isObject(value)) return []
  const own = typeof value['action_id'] === 'string' ? [value] : []
  return [...own, ...Object.values(value).flatMap(inside)]
}

export interface ElementName {
  actionId: string
  blockId?: string | undefined
}

/** Nobody can press what is not on the screen, so a missing element is the caller's error. */
export function findElementOrThrow(blocks: JsonObject[], { actionId, blockId }: ElementName): FoundElement {
  const all = elementsOf(blocks)
  const found = all.find(
    ({ element, blockId: standsIn }) =>
      element['action_id'] === actionId && (blockId === undefined || blockId === standsIn),
  )
  if (found !== undefined) return found
  const names = all.map(({ element }) => textOf(element['action_id'])).join(', ')
  throw new Error(`There is no ${actionId} to press; there is: ${names || 'nothing'}.`)
}

function optionsOf(element: JsonObject): JsonObject[] {
  const grouped = objectsOf(element['option_groups']).flatMap((group) => objectsOf(group['options']))
  return [...objectsOf(element['options']), ...grouped]
}

function pick(element: JsonObject, value: string): JsonObject {
  const found = optionsOf(element).find((option) => option['value'] === value)
  if (found === undefined) throw new Error(`There is no option ${value} in ${textOf(element['action_id'])}.`)
  return found
}

function many(input: Input): string[] {
  if (input === null) return []
  return Array.isArray(input) ? input : [input]
}

function one(input: Input): string | null {
  return many(input)[0] ?? null
}

const singleKeys: Record<string, string> = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
}

/** The entry in `state.values` (and in a click) for an input. */
export function stateEntry(element: JsonObject, input: Input): JsonObject {
  const type = textOf(element['type'])
  const chosen = one(input)
  const single = singleKeys[type.replace(/^multi_/, '')]
  if (single !== undefined) {
    return type.startsWith('multi_') ? { type, [`${single}s`]: many(input) } : { type, [single]: chosen }
  }
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: chosen === null ? null : pick(element, chosen) }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: many(input).map((value) => pick(element, value)) }
    case 'datetimepicker':
      return { type, selected_date_time: chosen === null ? null : Number(chosen) }
    case 'rich_text_input':
      return { type, rich_text_value: chosen === null ? null : richTextOf(chosen) }
    default:
      return { type, value: chosen }
  }
}

function richTextOf(text: string): JsonObject {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] }
  return { type: 'rich_text', elements: [section] }
}

/** The value of a field before anybody changes it. */
export function initialInput(element: JsonObject): Input {
  const value = (option: Json | undefined) => (isObject(option) ? textOf(option['value']) : '')
  if (element['initial_option'] !== undefined) return value(element['initial_option'])
  if (element['initial_options'] !== undefined) return objectsOf(element['initial_options']).map(value)
  for (const [key, given] of Object.entries(element)) {
    if (!key.startsWith('initial_')) continue
    if (Array.isArray(given)) return given.map(textOf)
    if (typeof given === 'string') return given
    if (typeof given === 'number') return String(given)
  }
  return null
}

export function isEmptyInput(input: Input): boolean {
  return many(input).every((value) => value.trim() === '')
}
