import type { JsonObject } from '../../../src/sandbox/slack/json.ts'
import {
  actions,
  boxes,
  button,
  card,
  divider,
  feedback,
  input,
  many,
  md,
  option,
  plain,
  section,
  select,
  x,
} from './block-samples.ts'

/** Each limit of a message: what is just accepted, and what is just too much. */
export const messageLimits: [string, JsonObject[], JsonObject[]][] = [
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
