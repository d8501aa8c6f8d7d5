import { describe, expect, it } from 'vitest'
import { validateMessageBlocks } from '../../src/sandbox/slack/blocks/validate.ts'
import { checkBlocks } from '../../src/slack/blocks/check-blocks.ts'
import type { Payload, SlackBlock } from '../../src/slack/blocks/extra-blocks.ts'

function plain(text: string): SlackBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  }
}

function table(rows: number, columns: number): SlackBlock {
  const row = Array.from({ length: columns }, () => ({ type: 'raw_text' as const, text: 'x' }))
  return { type: 'data_table', caption: 'c', rows: Array.from({ length: rows }, () => row) }
}

function buttons(count: number, label = 'x'): SlackBlock {
  return {
    type: 'actions',
    elements: Array.from({ length: count }, (_, index) => ({
      type: 'button',
      action_id: `a${index}`,
      text: { type: 'plain_text', text: label },
    })),
  }
}

function chart(points: number, series = 1): SlackBlock {
  const categories = Array.from({ length: points }, (_, index) => `c${index}`)
  const data = categories.map((label) => ({ label, value: 1 }))
  return {
    type: 'data_visualization',
    title: 'Calls',
    chart: {
      type: 'bar',
      series: Array.from({ length: series }, (_, index) => ({ name: `s${index}`, data })),
      axis_config: { categories },
    },
  }
}

function withBlocks(...blocks: SlackBlock[]): Payload {
  return { text: 'x', blocks }
}

const allowed: Record<string, Payload> = {
  'text alone': { text: 'x', blocks: [] },
  '45 blocks': withBlocks(...Array.from({ length: 45 }, () => plain('x'))),
  'a table of 101 rows': withBlocks(table(101, 4)),
  '25 buttons': withBlocks(buttons(25)),
  'two charts': withBlocks(chart(20, 6), chart(1)),
  'a header and a divider': withBlocks(
    { type: 'header', text: { type: 'plain_text', text: 'h'.repeat(150) } },
    { type: 'divider' },
  ),
  'a full section': withBlocks({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3000) } }),
}

const refused: Record<string, Payload> = {
  'no text': { text: '', blocks: [] },
  '46 blocks': withBlocks(...Array.from({ length: 46 }, () => plain('x'))),
  'an empty text': withBlocks(plain('')),
  'a table of one row': withBlocks(table(1, 4)),
  'a table of 102 rows': withBlocks(table(102, 4)),
  'two tables': withBlocks(table(2, 1), table(2, 1)),
  '26 buttons': withBlocks(buttons(26)),
  'a long button': withBlocks(buttons(1, 'x'.repeat(76))),
  'a header of 151 characters': withBlocks({
    type: 'header',
    text: { type: 'plain_text', text: 'h'.repeat(151) },
  }),
  'a section of 3001 characters': withBlocks({
    type: 'section',
    text: { type: 'mrkdwn', text: 'x'.repeat(3001) },
  }),
  'an empty context block': withBlocks({ type: 'context', elements: [] }),
  'three charts': withBlocks(chart(1), chart(1), chart(1)),
  'a chart of 21 points': withBlocks(chart(21)),
  'too many characters in all': withBlocks(plain('&'.repeat(2_001))),
  'two blocks with the same id': withBlocks(
    { type: 'divider', block_id: 'a' },
    { type: 'divider', block_id: 'a' },
  ),
}

describe('a payload that may be sent', () => {
  it.each(Object.entries(allowed))('is %s', (_, payload) => {
    expect(checkBlocks(payload)).toEqual([])
    expect(validateMessageBlocks(JSON.parse(JSON.stringify(payload.blocks)), { refuses: new Set() })).toBe(
      undefined,
    )
  })
})

describe('a payload that must not be sent', () => {
  it.each(Object.entries(refused))('is %s', (_, payload) => {
    expect(checkBlocks(payload)).toHaveLength(1)
  })
})
