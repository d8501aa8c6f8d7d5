import { isObject, type Json, type JsonObject, textOf } from '../json.ts'
import { complain, type Refusal } from './check.ts'

const maxMarkdownCharacters = 12_000
const maxTableCharacters = 10_000
const maxDataTableCharacters = 20_000
const maxCharts = 2
/** Not documented by Slack but measured by others. Above it, even a message with valid blocks fails. */
const maxRenderedCharacters = 13_200
const headerWeight = 100

const tableTypes = ['table', 'data_table']
const ownTotals = [...tableTypes, 'data_visualization']

function ofType(blocks: JsonObject[], ...types: string[]): JsonObject[] {
  return blocks.filter((block) => types.includes(textOf(block['type'])))
}

/** The length of all `text` strings inside: mrkdwn as sent, other text as `weigh` counts it. */
function textLength(value: Json | undefined, weigh: (text: string) => number): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + textLength(part, weigh), 0)
  if (!isObject(value)) return 0
  const weighText = value['type'] === 'mrkdwn' ? plainLength : weigh
  return Object.entries(value).reduce(
    (sum, [key, part]) =>
      sum + (key === 'text' && typeof part === 'string' ? weighText(part) : textLength(part, weigh)),
    0,
  )
}

function plainLength(text: string): number {
  return text.length
}

/** Text other than mrkdwn counts in the escaped form in which Slack stores it. */
function escapedLength(text: string): number {
  const entities = text
    .replace(/&(?!amp;|lt;|gt;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
  return entities.length
}

function renderedLength(blocks: JsonObject[]): number {
  const headers = ofType(blocks, 'header').length
  const counted = blocks.filter((block) => !ownTotals.includes(textOf(block['type'])))
  return textLength(counted, escapedLength) + headers * headerWeight
}

function invalid(message: string): Refusal {
  return { error: 'invalid_blocks', messages: [complain(message, '/blocks')] }
}

/** Limits for all blocks of a message together. */
export function messageTotals(blocks: JsonObject[]): Refusal | undefined {
  if (ofType(blocks, ...tableTypes).length > 1) return invalid('only_one_table_allowed')
  if (ofType(blocks, 'data_visualization').length > maxCharts) {
    return invalid(`no more than ${maxCharts} data_visualization blocks allowed`)
  }
  if (textLength(ofType(blocks, 'markdown'), plainLength) > maxMarkdownCharacters) {
    return invalid(`markdown blocks must be less than ${maxMarkdownCharacters + 1} characters together`)
  }
  if (textLength(ofType(blocks, 'table'), plainLength) > maxTableCharacters) {
    return invalid(`table cells must be less than ${maxTableCharacters + 1} characters together`)
  }
  if (textLength(ofType(blocks, 'data_table'), plainLength) > maxDataTableCharacters) {
    return invalid(`data_table cells must be less than ${maxDataTableCharacters + 1} characters together`)
  }
  if (renderedLength(blocks) > maxRenderedCharacters) return { error: 'msg_blocks_too_long', messages: [] }
  return undefined
}
