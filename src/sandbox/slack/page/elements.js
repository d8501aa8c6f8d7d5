/** Interactive elements. Each returns {node, read}; read gives the value in a form. */
import { h, link } from './dom.js'
import { choicesOf, shownValue } from './fields.js'
import { textNodes } from './mrkdwn.js'

function testId(element) {
  return { 'data-testid': `action-${element.action_id}` }
}

function button(element, { press, people }) {
  const attributes = {
    type: 'button',
    class: `button ${element.style ?? ''}`,
    'aria-label': element.accessibility_label,
    ...testId(element),
    onclick: () => press(element),
  }
  if (element.url === undefined) return { node: h('button', attributes, textNodes(element.text, people)) }
  const anchor = link(element.url, textNodes(element.text, people))
  anchor.className = attributes.class
  anchor.dataset.testid = attributes['data-testid']
  anchor.addEventListener('click', attributes.onclick)
  return { node: anchor }
}

function select(element, context) {
  const groups = choicesOf(element, context.people)
  const options = (list) => list.map(({ value, label }) => h('option', { value }, label))
  const placeholder = element.placeholder?.text ?? 'Choose…'
  const node = h(
    'select',
    { ...testId(element), 'aria-label': context.label ?? placeholder },
    h('option', { value: '' }, placeholder),
    groups.map((group) =>
      group.label === ''
        ? options(group.options)
        : h('optgroup', { label: group.label }, options(group.options)),
    ),
  )
  node.value = context.value ?? ''
  const read = () => node.value || null
  node.addEventListener('change', () => context.press(element, read()))
  return { node, read }
}

function optionLabel(option, people) {
  const label = option.text === undefined ? option.label : textNodes(option.text, people)
  const description = option.description?.text ?? ''
  return h('span', {}, label, description ? h('small', {}, description) : undefined)
}

function boxes(element, context, { type, options }) {
  const chosen = [context.value ?? []].flat()
  const name = `${element.action_id}-${Math.random()}`
  const inputs = options.map(({ value }) =>
    h('input', { type, name, value, checked: chosen.includes(value) }),
  )
  const read = () => inputs.filter((input) => input.checked).map((input) => input.value)
  const rows = options.map((option, index) =>
    h('label', { class: 'choice' }, inputs[index], optionLabel(option, context.people)),
  )
  return { rows, read }
}

function checkboxes(element, context) {
  const { rows, read } = boxes(element, context, { type: 'checkbox', options: element.options })
  const node = h('fieldset', { class: 'choices', ...testId(element), 'aria-label': context.label }, rows)
  node.addEventListener('change', () => context.press(element, read()))
  return { node, read }
}

function radioButtons(element, context) {
  const { rows, read } = boxes(element, context, { type: 'radio', options: element.options })
  const node = h('fieldset', { class: 'choices', ...testId(element), 'aria-label': context.label }, rows)
  const readOne = () => read()[0] ?? null
  node.addEventListener('change', () => context.press(element, readOne()))
  return { node, read: readOne }
}

function multiSelect(element, context) {
  const options = choicesOf(element, context.people).flatMap((group) => group.options)
  const { rows, read } = boxes(element, context, { type: 'checkbox', options })
  const placeholder = element.placeholder?.text ?? 'Choose…'
  const summary = h('summary', {}, placeholder)
  const notify = () => {
    const names = options.filter(({ value }) => read().includes(value)).map(({ label }) => label)
    summary.textContent = names.length > 0 ? names.join(', ') : placeholder
  }
  notify()
  const node = h(
    'details',
    { class: 'multi', ...testId(element) },
    summary,
    h('div', { class: 'choices' }, rows),
  )
  node.addEventListener('change', () => {
    notify()
    context.press(element, read())
  })
  return { node, read }
}

function overflow(element, { press, people }) {
  const node = h('details', { class: 'overflow', ...testId(element) })
  const pick = (option) => {
    node.open = false
    if (option.url) window.open(option.url, '_blank', 'noopener')
    press(element, option.value)
  }
  const items = element.options.map((option) =>
    h('button', { type: 'button', onclick: () => pick(option) }, optionLabel(option, people)),
  )
  node.append(h('summary', { 'aria-label': 'More actions' }, '⋯'), h('div', { class: 'menu' }, items))
  return { node }
}

const inputTypes = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
  email_text_input: 'email',
  url_text_input: 'url',
}

function localTime(seconds) {
  const date = new Date(Number(seconds) * 1000)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

function input(element, context) {
  const isLong = element.multiline || element.type === 'rich_text_input'
  const isMoment = element.type === 'datetimepicker'
  const value = isMoment && context.value ? localTime(context.value) : (context.value ?? '')
  const node = h(isLong ? 'textarea' : 'input', {
    ...testId(element),
    ...(isLong ? { rows: 4 } : { type: inputTypes[element.type] ?? 'text' }),
    inputmode: element.type === 'number_input' ? 'decimal' : undefined,
    maxlength: element.max_length,
    placeholder: element.placeholder?.text,
    'aria-label': context.label ?? element.placeholder?.text,
    autocomplete: 'off',
    autofocus: element.focus_on_load,
  })
  node.value = value
  const read = () => {
    if (node.value === '') return null
    return isMoment ? String(Math.floor(new Date(node.value).getTime() / 1000)) : node.value
  }
  node.addEventListener('change', () => context.press(element, read()))
  return { node, read }
}

function feedback(element, { press, people }) {
  const one = (side) =>
    h(
      'button',
      { type: 'button', class: 'button', onclick: () => press(element, side.value) },
      textNodes(side.text, people),
    )
  const node = h(
    'span',
    { class: 'feedback', ...testId(element) },
    one(element.positive_button),
    one(element.negative_button),
  )
  return { node }
}

function image(element) {
  const node = h('img', { class: 'thumb', src: element.image_url, alt: element.alt_text, loading: 'lazy' })
  return { node: element.image_url ? node : h('span', { class: 'file' }, element.alt_text) }
}

function drawerOf(type) {
  if (type === 'button' || type === 'workflow_button' || type === 'icon_button') return button
  if (type.startsWith('multi_')) return multiSelect
  if (type.endsWith('_select')) return select
  const drawers = { overflow, checkboxes, radio_buttons: radioButtons, feedback_buttons: feedback, image }
  return drawers[type] ?? input
}

/**
 * Draws one element. In a form, context.fields collects how to read it, and press is only called for
 * elements that notify the app immediately.
 */
export function interactive(element, blockId, context) {
  const value = shownValue(element, blockId, context.state)
  const press = (pressed, chosen) => context.press({ element: pressed, blockId, value: chosen })
  const { node, read } = drawerOf(element.type)(element, { ...context, value, press })
  if (read !== undefined) context.fields?.push({ blockId, actionId: element.action_id, read })
  return node
}
