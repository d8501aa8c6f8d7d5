import { ApiError } from '../api-error.ts'
import { validateMessageBlocks } from '../blocks/validate.ts'
import { isObject, type Json, type JsonObject, parseJson, textOf } from '../json.ts'
import type { World } from '../world.ts'

export interface Content {
  text: string
  blocks: JsonObject[]
}

const maxTextCharacters = 40_000

/** A message's text and validated blocks. Blocks may arrive as a JSON string, as in form bodies. */
export function contentOf(args: JsonObject, world: World): Content {
  const text = (textOf(args['text']) || textOf(args['markdown_text'])).slice(0, maxTextCharacters)
  const blocks = blocksOf(args['blocks'])
  if (text === '' && blocks.length === 0) throw new ApiError('no_text')
  const refusal = validateMessageBlocks(blocks, world.workspace)
  if (refusal !== undefined) throw refusalError(refusal)
  return { text, blocks: fillIds(blocks) }
}

export interface BlocksRefusal {
  error: string
  messages: string[]
}

export function refusalError({ error, messages }: BlocksRefusal): ApiError {
  return new ApiError(error, {
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  })
}

function blocksOf(value: Json | undefined): JsonObject[] {
  const parsed = typeof value === 'string' && value !== '' ? parseJson(value) : value
  if (parsed === undefined && (value === undefined || value === '')) return []
  if (value === null) return []
  if (!Array.isArray(parsed) || !parsed.every(isObject)) throw new ApiError('invalid_blocks_format')
  return parsed
}

/** An object that may arrive as a JSON string. */
export function objectArgument(value: Json | undefined): JsonObject | undefined {
  const parsed = typeof value === 'string' ? parseJson(value) : value
  return isObject(parsed) ? parsed : undefined
}

let idsMade = 0

function shortId(): string {
  idsMade += 1
  return `b${idsMade.toString(36).padStart(4, '0')}`
}

/** Slack adds an id to every block and interactive element that the app left without one. */
export function fillIds(blocks: JsonObject[]): JsonObject[] {
  return structuredClone(blocks).map((block) => {
    nameElements(block)
    return { ...block, block_id: textOf(block['block_id']) || shortId() }
  })
}

const interactive =
  /^(button|icon_button|feedback_buttons|overflow|checkboxes|radio_buttons|.*picker|.*_select|.*_input|workflow_button)$/

function nameElements(value: Json | undefined): void {
  if (Array.isArray(value)) {
    for (const part of value) nameElements(part)
    return
  }
  if (!isObject(value)) return
  if (interactive.test(textOf(value['type'])) && value['action_id'] === undefined)
    value['action_id'] = shortId()
  for (const part of Object.values(value)) nameElements(part)
}

/** Message metadata: an event type and a payload, or nothing. */
export function metadataOf(args: JsonObject): JsonObject | undefined {
  if (args['metadata'] === undefined || args['metadata'] === '') return undefined
  const metadata = objectArgument(args['metadata'])
  if (metadata === undefined) throw new ApiError('invalid_metadata_format')
  if (textOf(metadata['event_type']) === '' || !isObject(metadata['event_payload'])) {
    throw new ApiError('invalid_metadata_schema')
  }
  return metadata
}
