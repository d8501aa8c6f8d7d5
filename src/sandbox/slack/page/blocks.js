/** Draws blocks as DOM nodes. */
import { chart } from './charts.js'
import { dataTable } from './data-table.js'
import { h, link } from './dom.js'
import { interactive } from './elements.js'
import { markdown } from './markdown.js'
import { textNodes } from './mrkdwn.js'
import { richText } from './rich-text.js'
import { table } from './tables.js'

function section(block, context) {
  const { people } = context
  const text = block.text ? h('div', { class: 'text' }, textNodes(block.text, people)) : undefined
  const fields = block.fields
    ? h(
        'div',
        { class: 'fields' },
        block.fields.map((field) => h('div', {}, textNodes(field, people))),
      )
    : undefined
  const accessory = block.accessory ? interactive(block.accessory, block.block_id, context) : undefined
  return [
    h('div', { class: 'body' }, text, fields),
    accessory ? h('div', { class: 'accessory' }, accessory) : undefined,
  ]
}

function picture(block, { people }) {
  const title = block.title ? h('figcaption', {}, textNodes(block.title, people)) : undefined
  const shown = block.image_url
    ? h('img', { src: block.image_url, alt: block.alt_text, loading: 'lazy' })
    : h('span', { class: 'file' }, block.alt_text)
  return h('figure', {}, title, shown)
}

function contextLine(block, context) {
  return block.elements.map((element) =>
    element.type === 'image'
      ? interactive(element, block.block_id, context)
      : h('span', {}, textNodes(element, context.people)),
  )
}

function inputField(block, context) {
  const quiet = {
    ...context,
    label: block.label.text,
    press: block.dispatch_action ? context.press : () => undefined,
  }
  const field = interactive(block.element, block.block_id, quiet)
  const error = context.errors?.[block.block_id]
  const errorId = `error-${block.block_id}`
  if (error) field.setAttribute('aria-describedby', errorId)
  if (error) field.setAttribute('aria-invalid', 'true')
  return [
    h(
      'div',
      { class: 'label' },
      block.label.text,
      block.optional ? h('small', {}, ' (optional)') : undefined,
    ),
    field,
    block.hint ? h('div', { class: 'hint' }, block.hint.text) : undefined,
    error
      ? h('div', { class: 'error', id: errorId, role: 'alert', 'data-testid': errorId }, error)
      : undefined,
  ]
}

function row(elements, block, context) {
  return h(
    'div',
    { class: 'row' },
    elements.map((element) => interactive(element, block.block_id, context)),
  )
}

function card(block, context) {
  const { people } = context
  const line = (name) =>
    block[name] ? h('div', { class: `card-${name}` }, textNodes(block[name], people)) : undefined
  return [
    block.hero_image ? interactive(block.hero_image, block.block_id, context) : undefined,
    block.icon ? interactive(block.icon, block.block_id, context) : undefined,
    ['title', 'subtitle', 'body', 'subtext'].map(line),
    block.actions ? row(block.actions, block, context) : undefined,
  ]
}

function container(block, context) {
  const title = block.rich_text_title
    ? richText(block.rich_text_title, context.people)
    : (block.title?.text ?? '')
  const inside = [
    block.subtitle ? h('div', { class: 'hint' }, textNodes(block.subtitle, context.people)) : undefined,
    drawBlocks(block.child_blocks, context),
  ]
  if (!block.is_collapsible) return [h('div', { class: 'container-title' }, title), inside]
  return h('details', { open: !block.default_collapsed }, h('summary', {}, title), inside)
}

function task(block, { people }) {
  return [
    h('div', {}, h('strong', {}, block.title), ` – ${block.status.replace('_', ' ')}`),
    block.details ? richText(block.details, people) : undefined,
    block.output ? richText(block.output, people) : undefined,
    (block.sources ?? []).map((source) => link(source.url, source.text)),
  ]
}

const drawers = {
  section,
  image: picture,
  context: contextLine,
  input: inputField,
  card,
  container,
  task_card: task,
  plan: (block, context) => [
    h('strong', {}, block.title),
    (block.tasks ?? []).map((one) => task(one, context)),
  ],
  header: (block, { people }) => h(`h${(block.level ?? 2) + 1}`, {}, textNodes(block.text, people)),
  divider: () => h('hr'),
  actions: (block, context) => row(block.elements, block, context),
  context_actions: (block, context) => row(block.elements, block, context),
  rich_text: (block, { people }) => richText(block, people),
  markdown: (block) => markdown(block.text),
  table: (block, { people }) => table(block, people),
  data_table: (block, { people }) => dataTable(block, people),
  data_visualization: (block) => chart(block),
  carousel: (block, context) =>
    block.elements.map((one) => h('div', { class: 'block-card' }, card(one, context))),
  alert: (block, { people }) => textNodes(block.text, people),
}

function drawBlock(block, context) {
  const draw = drawers[block.type] ?? (() => h('em', {}, `This page cannot show ${block.type}.`))
  const level = block.type === 'alert' ? `level-${block.level ?? 'default'}` : ''
  const attributes = {
    class: `block block-${block.type} ${level}`,
    'data-testid': `block-${block.type}`,
    'data-block-id': block.block_id,
    ...(block.type === 'alert' ? { role: 'note' } : {}),
  }
  return h('div', attributes, draw(block, context))
}

/** Draws blocks; `context` has people, state and press, and in forms also fields and errors. */
export function drawBlocks(blocks, context) {
  return blocks.map((block) => drawBlock(block, context))
}
