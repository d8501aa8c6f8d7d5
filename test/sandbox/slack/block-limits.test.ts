import { describe, expect, test } from 'vitest'
import { validateMessageBlocks, validateView } from '../../../src/sandbox/slack/blocks/validate.ts'
import type { JsonObject } from '../../../src/sandbox/slack/json.ts'
import {
  card,
  dataTable,
  divider,
  feedback,
  input,
  many,
  md,
  pie,
  plain,
  section,
  select,
  table,
  x,
} from './block-samples.ts'
import { dataLimits } from './data-limits.ts'
import { messageLimits } from './message-limits.ts'

const judge = { refuses: new Set<string>() }
describe('in a message', () => {
  test.each([...messageLimits, ...dataLimits])(
    '%s: the limit is accepted, one more is refused',
    (_name, passing, refused) => {
      expect(validateMessageBlocks(passing, judge)).toBeUndefined()
      expect(validateMessageBlocks(refused, judge)).toMatchObject({ error: 'invalid_blocks' })
    },
  )

  test('the refusal names the place as a JSON pointer', () => {
    const refused = validateMessageBlocks([divider, section({ text: md(3001) })], judge)

    expect(refused?.messages).toEqual([
      'must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
    ])
  })

  test('13,200 rendered characters are accepted, one more is too long', () => {
    const texts = [...many(4, () => section({ text: md(3000) }))]

    expect(validateMessageBlocks([...texts, section({ text: md(1200) })], judge)).toBeUndefined()
    expect(validateMessageBlocks([...texts, section({ text: md(1201) })], judge)).toMatchObject({
      error: 'msg_blocks_too_long',
    })
  })

  test('a header counts 100 characters more, and an ampersand in plain text counts five', () => {
    const texts = many(4, () => section({ text: md(3000) }))
    const header = { type: 'header', text: plain(100) }
    const entities = section({ text: { type: 'plain_text', text: '&'.repeat(200) } })

    expect(validateMessageBlocks([...texts, header, entities], judge)).toBeUndefined()
    expect(validateMessageBlocks([...texts, header, entities, section({ text: md(1) })], judge)).toBeDefined()
  })

  test('a workspace can refuse a block type that it does not know yet', () => {
    const young = { refuses: new Set(['data_table']) }

    expect(validateMessageBlocks([dataTable(2, 1)], young)?.messages).toEqual([
      'unsupported type: data_table [json-pointer:/blocks/0/type]',
    ])
  })
})

const modal = (more: JsonObject) => ({ type: 'modal', title: plain(5), blocks: [], ...more })
const alert = { type: 'alert', text: md(200) }

const viewLimits: [string, JsonObject, JsonObject][] = [
  ['100 blocks', modal({ blocks: many(100, () => divider) }), modal({ blocks: many(101, () => divider) })],
  ['title', modal({ title: plain(24) }), modal({ title: plain(25) })],
  ['submit', modal({ submit: plain(24) }), modal({ submit: plain(25) })],
  ['close', modal({ close: plain(24) }), modal({ close: plain(25) })],
  ['private_metadata', modal({ private_metadata: x(3000) }), modal({ private_metadata: x(3001) })],
  ['callback_id', modal({ callback_id: x(255) }), modal({ callback_id: x(256) })],
  [
    'submit with inputs',
    modal({ submit: plain(4), blocks: [input(select(1))] }),
    modal({ blocks: [input(select(1))] }),
  ],
  ['alert text', modal({ blocks: [alert] }), modal({ blocks: [{ ...alert, text: md(201) }] })],
  [
    'text input',
    modal({ submit: plain(4), blocks: [input({ type: 'plain_text_input', max_length: 3000 })] }),
    modal({ submit: plain(4), blocks: [input({ type: 'plain_text_input', max_length: 3001 })] }),
  ],
]

describe('in a view', () => {
  test.each(viewLimits)('%s: the limit is accepted, one more is refused', (_name, passing, refused) => {
    expect(validateView(passing, judge)).toBeUndefined()
    expect(validateView(refused, judge)).toMatchObject({ error: 'invalid_arguments' })
  })
})

describe('where a block may be used', () => {
  const samples: Record<string, JsonObject> = {
    section: section({ text: md(1) }),
    data_table: dataTable(2, 1),
    table: table(1, 1),
    data_visualization: pie(1),
    markdown: { type: 'markdown', text: 'x' },
    alert,
    card: card({}),
    context_actions: { type: 'context_actions', elements: [feedback] },
    video: { type: 'video' },
    file: { type: 'file' },
  }

  test.each([
    ['section', 'MVH'],
    ['data_table', 'MH'],
    ['table', 'MH'],
    ['data_visualization', 'M'],
    ['markdown', 'M'],
    ['alert', 'V'],
    ['card', 'MH'],
    ['context_actions', 'M'],
    ['video', ''],
    ['file', ''],
  ])('%s: %s', (type, where) => {
    const block = samples[type] ?? {}
    const passes = [
      validateMessageBlocks([block], judge) === undefined ? 'M' : '',
      validateView(modal({ blocks: [block] }), judge) === undefined ? 'V' : '',
      validateView({ type: 'home', blocks: [block] }, judge) === undefined ? 'H' : '',
    ]

    expect(passes.join('')).toBe(where)
  })
})
