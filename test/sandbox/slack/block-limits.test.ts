import { describe, expect, test } from 'vitest'
import { validateMessageBlocks, validateView } from '../../../src/sandbox/slack/blocks/validate.ts'
import type { JsonObject } from '../../../src/sandbox/slack/json.ts'

const judge = { refuses: new Set<string>() }
const x = (count: number) => 'x'.repeat(count)
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))

const plain = (count: number) => ({ type: 'plain_text', text: x(count) })
const md = (count: number) => ({ type: 'mrkdwn', text: x(count) })
const button = (more: JsonObject = {}) => ({ type: 'button', text: plain(5), ...more })
const option = (index: number, more: JsonObject = {}) => ({ text: plain(4), value: `v${index}`, ...more })
const actions = (...elements: JsonObject[]) => ({ type: 'actions', elements })
const section = (more: JsonObject) => ({ type: 'section', ...more })
const select = (count: number) => ({ type: 'static_select', options: many(count, option) })
const boxes = (type: string, count: number) => ({ type, options: many(count, option) })
const cell = (count: number) => ({ type: 'raw_text', text: x(count) })
const number = (value: number) => ({ type: 'raw_number', value, text: String(value) })
const grid = (rows: number, columns: number) => many(rows, () => many(columns, () => cell(1)))
const table = (rows: number, columns: number) => ({ type: 'table', rows: grid(rows, columns) })
const dataTable = (rows: number, columns: number, more: JsonObject = {}) => ({
  type: 'data_table',
  caption: 'Reps',
  rows: grid(rows, columns),
  ...more,
})
const pie = (count: number, more: JsonObject = {}) => ({
  type: 'data_visualization',
  title: 'Won',
  chart: { type: 'pie', segments: many(count, (i) => ({ label: `s${i}`, value: 1 })) },
  ...more,
})
const points = (count: number) => many(count, (i) => ({ label: `c${i}`, value: i - 1 }))
const bar = (series: number, categories: number, axis: JsonObject = {}) => ({
  type: 'data_visualization',
  title: 'Calls',
  chart: {
    type: 'bar',
    series: many(series, (i) => ({ name: `n${i}`, data: points(categories) })),
    axis_config: { categories: many(categories, (i) => `c${i}`), ...axis },
  },
})
const card = (more: JsonObject) => ({ type: 'card', title: md(5), ...more })
const feedback = {
  type: 'feedback_buttons',
  positive_button: { text: plain(4), value: 'up' },
  negative_button: { text: plain(4), value: 'down' },
}
const input = (element: JsonObject) => ({ type: 'input', label: plain(5), element })
const divider = { type: 'divider' }

/** Each limit of a message: what just passes, what is just too much. */
const messageLimits: [string, JsonObject[], JsonObject[]][] = [
  ['50 blocks', many(50, () => divider), many(51, () => divider)],
  ['block_id', [{ ...divider, block_id: x(255) }], [{ ...divider, block_id: x(256) }]],
  [
    'one block_id',
    [
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'b' },
    ],
    [
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'a' },
    ],
  ],
  [
    'one action_id in a block',
    [actions(button({ action_id: 'a' }), button({ action_id: 'b' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
  ],
  ['section text', [section({ text: md(3000) })], [section({ text: md(3001) })]],
  ['section text at least one character', [section({ text: md(1) })], [section({ text: md(0) })]],
  ['section text or fields', [section({ fields: [md(1)] })], [section({})]],
  [
    'section fields',
    [section({ fields: many(10, () => md(1)) })],
    [section({ fields: many(11, () => md(1)) })],
  ],
  ['section field text', [section({ fields: [md(2000)] })], [section({ fields: [md(2001)] })]],
  ['header text', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }]],
  ['header kind', [{ type: 'header', text: plain(1) }], [{ type: 'header', text: md(1) }]],
  [
    'header level',
    [{ type: 'header', text: plain(1), level: 4 }],
    [{ type: 'header', text: plain(1), level: 5 }],
  ],
  [
    'context elements',
    [{ type: 'context', elements: many(10, () => md(1)) }],
    [{ type: 'context', elements: many(11, () => md(1)) }],
  ],
  ['actions elements', [actions(...many(25, () => button()))], [actions(...many(26, () => button()))]],
  [
    'image alt text',
    [{ type: 'image', image_url: 'https://a', alt_text: x(2000) }],
    [{ type: 'image', image_url: 'https://a', alt_text: x(2001) }],
  ],
  [
    'image source',
    [{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'a' }],
    [{ type: 'image', alt_text: 'a' }],
  ],
  ['button text', [actions(button({ text: plain(75) }))], [actions(button({ text: plain(76) }))]],
  ['button value', [actions(button({ value: x(2000) }))], [actions(button({ value: x(2001) }))]],
  ['button url', [actions(button({ url: x(3000) }))], [actions(button({ url: x(3001) }))]],
  ['button style', [actions(button({ style: 'danger' }))], [actions(button({ style: 'blue' }))]],
  [
    'button accessibility label',
    [actions(button({ accessibility_label: x(75) }))],
    [actions(button({ accessibility_label: x(76) }))],
  ],
  ['action_id', [actions(button({ action_id: x(255) }))], [actions(button({ action_id: x(256) }))]],
  [
    'confirm title',
    [actions(button({ confirm: { title: plain(100), text: md(300) } }))],
    [actions(button({ confirm: { title: plain(101), text: md(300) } }))],
  ],
  [
    'confirm text',
    [actions(button({ confirm: { text: md(300), deny: plain(30) } }))],
    [actions(button({ confirm: { text: md(301), deny: plain(30) } }))],
  ],
  ['select options', [actions(select(100))], [actions(select(101))]],
  ['overflow options', [actions(boxes('overflow', 5))], [actions(boxes('overflow', 6))]],
  ['checkbox options', [actions(boxes('checkboxes', 10))], [actions(boxes('checkboxes', 11))]],
  ['radio options', [actions(boxes('radio_buttons', 10))], [actions(boxes('radio_buttons', 11))]],
  [
    'option text',
    [actions({ type: 'overflow', options: [option(1, { text: plain(75) })] })],
    [actions({ type: 'overflow', options: [option(1, { text: plain(76) })] })],
  ],
  [
    'option value',
    [actions({ type: 'overflow', options: [option(1, { value: x(75) })] })],
    [actions({ type: 'overflow', options: [option(1, { value: x(76) })] })],
  ],
  [
    'placeholder',
    [actions({ ...select(1), placeholder: plain(150) })],
    [actions({ ...select(1), placeholder: plain(151) })],
  ],
  [
    'date',
    [actions({ type: 'datepicker', initial_date: '2026-09-21' })],
    [actions({ type: 'datepicker', initial_date: '21.09.2026' })],
  ],
  ['table rows', [table(100, 1)], [table(101, 1)]],
  ['table columns', [table(1, 20)], [table(1, 21)]],
  ['table cell text', [{ type: 'table', rows: [[cell(1)]] }], [{ type: 'table', rows: [[cell(0)]] }]],
  [
    'table characters',
    [{ type: 'table', rows: [[cell(10_000)]] }],
    [{ type: 'table', rows: [[cell(10_000), cell(1)]] }],
  ],
  ['one table', [table(1, 1)], [table(1, 1), dataTable(2, 1)]],
  ['data_table rows', [dataTable(201, 1)], [dataTable(202, 1)]],
  ['data_table header and a row', [dataTable(2, 1)], [dataTable(1, 1)]],
  ['data_table columns', [dataTable(2, 20)], [dataTable(2, 21)]],
  [
    'data_table equal rows',
    [dataTable(2, 2)],
    [{ ...dataTable(2, 2), rows: [[cell(1), cell(1)], [cell(1)]] }],
  ],
  ['data_table caption', [dataTable(2, 1)], [{ type: 'data_table', rows: grid(2, 1) }]],
  ['data_table page_size', [dataTable(2, 1, { page_size: 100 })], [dataTable(2, 1, { page_size: 101 })]],
  [
    'data_table row header',
    [dataTable(2, 2, { row_header_column_index: 1 })],
    [dataTable(2, 2, { row_header_column_index: 2 })],
  ],
  [
    'data_table header kind',
    [dataTable(2, 1, { rows: [[cell(1)], [{ type: 'rich_text', elements: [richSection()] }]] })],
    [dataTable(2, 1, { rows: [[{ type: 'rich_text', elements: [richSection()] }], [cell(1)]] })],
  ],
  [
    'data_table cell text',
    [dataTable(2, 1, { rows: [[cell(1)], [number(1)]] })],
    [dataTable(2, 1, { rows: [[cell(1)], [{ ...number(1), text: '' }]] })],
  ],
  [
    'data_table characters',
    [dataTable(2, 1, { rows: [[cell(1)], [cell(19_999)]] })],
    [dataTable(2, 1, { rows: [[cell(1)], [cell(20_000)]] })],
  ],
  ['charts in a message', [pie(1), pie(1)], [pie(1), pie(1), pie(1)]],
  ['chart title', [pie(1, { title: x(50) })], [pie(1, { title: x(51) })]],
  ['pie segments', [pie(6)], [pie(7)]],
  [
    'pie values above zero',
    [pie(1)],
    [pie(1, { chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } })],
  ],
  [
    'pie labels',
    [pie(1, { chart: { type: 'pie', segments: [{ label: x(20), value: 1 }] } })],
    [pie(1, { chart: { type: 'pie', segments: [{ label: x(21), value: 1 }] } })],
  ],
  ['chart series', [bar(6, 2)], [bar(7, 2)]],
  ['chart points', [bar(1, 20)], [bar(1, 21)]],
  ['a point per category', [bar(1, 2)], [bar(1, 2, { categories: ['c0', 'c1', 'c2'] })]],
  ['axis labels', [bar(1, 1, { x_label: x(50) })], [bar(1, 1, { x_label: x(51) })]],
  [
    'markdown characters in all',
    [{ type: 'markdown', text: x(12_000) }],
    [
      { type: 'markdown', text: x(12_000) },
      { type: 'markdown', text: x(1) },
    ],
  ],
  ['card title', [card({ title: md(150) })], [card({ title: md(151) })]],
  ['card body', [card({ body: md(200) })], [card({ body: md(201) })]],
  [
    'card buttons',
    [card({ actions: many(3, () => button()) })],
    [card({ actions: many(4, () => button()) })],
  ],
  ['card content', [{ type: 'card', title: md(1) }], [{ type: 'card', subtitle: md(1) }]],
  [
    'carousel cards',
    [{ type: 'carousel', elements: many(10, () => card({})) }],
    [{ type: 'carousel', elements: many(11, () => card({})) }],
  ],
  [
    'container blocks',
    [{ type: 'container', title: plain(1), child_blocks: many(10, () => divider) }],
    [{ type: 'container', title: plain(1), child_blocks: many(11, () => divider) }],
  ],
  [
    'context_actions elements',
    [{ type: 'context_actions', elements: many(5, () => feedback) }],
    [{ type: 'context_actions', elements: many(6, () => feedback) }],
  ],
  [
    'input label',
    [{ ...input(select(1)), label: plain(2000) }],
    [{ ...input(select(1)), label: plain(2001) }],
  ],
  ['known types', [divider], [{ type: 'chart' }]],
  ['known properties', [divider], [{ ...divider, colour: 'red' }]],
]

function richSection(): JsonObject {
  return { type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }
}

describe('in a message', () => {
  test.each(messageLimits)('%s: the limit passes, one more is refused', (_name, passing, refused) => {
    expect(validateMessageBlocks(passing, judge)).toBeUndefined()
    expect(validateMessageBlocks(refused, judge)).toMatchObject({ error: 'invalid_blocks' })
  })

  test('the refusal names the place as a JSON pointer', () => {
    const refused = validateMessageBlocks([divider, section({ text: md(3001) })], judge)

    expect(refused?.messages).toEqual([
      'must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
    ])
  })

  test('13,200 rendered characters pass, one more is too long', () => {
    const texts = [...many(4, () => section({ text: md(3000) }))]

    expect(validateMessageBlocks([...texts, section({ text: md(1200) })], judge)).toBeUndefined()
    expect(validateMessageBlocks([...texts, section({ text: md(1201) })], judge)).toMatchObject({
      error: 'msg_blocks_too_long',
    })
  })

  test('a header weighs 100 more, and an ampersand in plain text five', () => {
    const texts = many(4, () => section({ text: md(3000) }))
    const header = { type: 'header', text: plain(100) }
    const entities = section({ text: { type: 'plain_text', text: '&'.repeat(200) } })

    expect(validateMessageBlocks([...texts, header, entities], judge)).toBeUndefined()
    expect(validateMessageBlocks([...texts, header, entities, section({ text: md(1) })], judge)).toBeDefined()
  })

  test('a workspace may not know a block type yet', () => {
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
  test.each(viewLimits)('%s: the limit passes, one more is refused', (_name, passing, refused) => {
    expect(validateView(passing, judge)).toBeUndefined()
    expect(validateView(refused, judge)).toMatchObject({ error: 'invalid_arguments' })
  })
})

describe('where a block may stand', () => {
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
