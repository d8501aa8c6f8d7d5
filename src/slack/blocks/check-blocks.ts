import type { ActionsBlock, ContextBlock, DataTableBlock, RichTextBlock, SectionBlock } from '@slack/types'
import type { DataVisualizationBlock, Payload, SlackBlock } from './extra-blocks.ts'
import { limits } from './limits.ts'

export type Surface = 'message' | 'home'

/** What Slack would refuse in a payload, in words; empty if it can be sent. */
export function checkBlocks({ text, blocks }: Payload, surface: Surface = 'message'): string[] {
  return [
    ...checkTotals({ text, blocks }, surface),
    ...blocks.flatMap((block, index) => checkBlock(block).map((fault) => `block ${index + 1}: ${fault}`)),
  ]
}

function checkTotals({ text, blocks }: Payload, surface: Surface): string[] {
  const { message } = limits
  if (surface === 'home') return within('blocks', blocks.length, limits.home.blocks)
  const ids = blocks.flatMap((block) => (block.block_id ? [block.block_id] : []))
  return [
    ...filled('text', text, message.textCharacters),
    ...within('blocks', blocks.length, message.blocks),
    ...within('rendered characters', renderedLength(blocks), message.renderedCharacters),
    ...within('tables', countOf(blocks, 'data_table', 'table'), message.tables),
    ...within('charts', countOf(blocks, 'data_visualization'), message.charts),
    ...(new Set(ids).size < ids.length ? ['a block_id occurs twice'] : []),
  ]
}

function countOf(blocks: readonly SlackBlock[], ...types: string[]): number {
  return blocks.filter((block) => types.includes(block.type)).length
}

/** The characters of all text inside, with entities counted as Slack counts them. */
export function renderedLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + renderedLength(part), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, part]) => {
    if (key === 'text' && typeof part === 'string') return sum + escapedLength(part)
    return sum + renderedLength(part)
  }, 0)
}

function escapedLength(text: string): number {
  return text.length + 4 * (text.match(/&/g)?.length ?? 0) + 3 * (text.match(/[<>]/g)?.length ?? 0)
}

function checkBlock(block: SlackBlock): string[] {
  switch (block.type) {
    case 'rich_text':
      return checkRichText(block)
    case 'section':
      return checkSection(block)
    case 'header':
      return filled('header', block.text.text, limits.header.text)
    case 'context':
      return checkContext(block)
    case 'actions':
      return checkActions(block)
    case 'data_table':
      return checkDataTable(block)
    case 'data_visualization':
      return checkChart(block)
    case 'divider':
      return []
    default:
      return [`${block.type} is a block with no limits declared in limits.ts`]
  }
}

function checkRichText(block: RichTextBlock): string[] {
  if (block.elements.length === 0) return ['rich text is empty']
  return block.elements.flatMap((part) =>
    part.elements.flatMap((element) => ('text' in element && element.text === '' ? ['a text is empty'] : [])),
  )
}

function checkSection({ text, fields = [] }: SectionBlock): string[] {
  return [
    ...(text ? filled('text', text.text, limits.section.text) : []),
    ...within('fields', fields.length, limits.section.fields),
    ...fields.flatMap((field) => filled('field', field.text, limits.section.fieldText)),
  ]
}

function checkContext({ elements }: ContextBlock): string[] {
  return [
    ...between('elements', elements.length, 1, limits.context.elements),
    ...elements.flatMap((part) =>
      'text' in part ? filled('small print', part.text, limits.context.text) : [],
    ),
  ]
}

function checkActions({ elements }: ActionsBlock): string[] {
  const ids = elements.map((element) => element.action_id)
  return [
    ...between('buttons', elements.length, 1, limits.actions.elements),
    ...(new Set(ids).size < ids.length ? ['an action_id occurs twice'] : []),
    ...elements.flatMap((element) =>
      element.type === 'button'
        ? [
            ...filled('button', element.text.text, limits.button.text),
            ...(element.value === undefined ? [] : filled('value', element.value, limits.button.value)),
          ]
        : [],
    ),
  ]
}

function checkDataTable({ rows, caption, page_size = 5 }: DataTableBlock): string[] {
  const widths = new Set(rows.map((row) => row.length))
  return [
    ...between('rows', rows.length, 2, limits.dataTable.rows),
    ...between('columns', rows[0]?.length ?? 0, 1, limits.dataTable.columns),
    ...(widths.size > 1 ? ['rows differ in length'] : []),
    ...between('page size', page_size, 1, limits.dataTable.pageSize),
    ...filled('caption', caption, limits.dataTable.caption),
    ...rows.flat().flatMap((cell) => ('text' in cell && cell.text === '' ? ['a cell is empty'] : [])),
  ]
}

function checkChart({ title, chart }: DataVisualizationBlock): string[] {
  const { categories } = chart.axis_config
  return [
    ...filled('title', title, limits.chart.title),
    ...between('series', chart.series.length, 1, limits.chart.series),
    ...between('categories', categories.length, 1, limits.chart.points),
    ...chart.series.flatMap(({ name, data }) => [
      ...filled('series name', name, limits.chart.label),
      ...(data.length === categories.length ? [] : ['a series does not have one point per category']),
      ...data.flatMap((point) => filled('label', point.label, limits.chart.label)),
    ]),
  ]
}

function filled(what: string, text: string, max: number): string[] {
  return between(`${what} characters`, text.length, 1, max)
}

function within(what: string, count: number, max: number): string[] {
  return between(what, count, 0, max)
}

function between(what: string, count: number, min: number, max: number): string[] {
  return count >= min && count <= max ? [] : [`${count} ${what} (allowed ${min} to ${max})`]
}
