/** The person's topmost open modal. */
import { drawBlocks } from './blocks.js'
import { dialogOf, fill, h } from './dom.js'

const dialog = dialogOf('modal')

function valuesOf(fields) {
  const values = {}
  for (const { blockId, actionId, read } of fields) {
    values[blockId] = { ...values[blockId], [actionId]: read() }
  }
  return values
}

function drawForm(view, { people, actions }) {
  const { title, submit, close, blocks } = view.payload
  const fields = []
  const context = {
    people,
    state: view.state,
    errors: view.errors,
    fields,
    press: (pressed) => actions.pressInView(view, pressed),
  }
  const cross = h(
    'button',
    {
      type: 'button',
      class: 'cross',
      'aria-label': 'Close',
      'data-testid': 'modal-cross',
      onclick: () => actions.close(view, true),
    },
    '×',
  )
  const closing = h(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-testid': 'modal-close',
      onclick: () => actions.close(view, false),
    },
    close?.text ?? 'Cancel',
  )
  const send = submit
    ? h('button', { type: 'submit', class: 'button primary', 'data-testid': 'modal-submit' }, submit.text)
    : undefined
  const onsubmit = (event) => {
    event.preventDefault()
    if (send) send.disabled = true
    actions.submit(view, valuesOf(fields)).finally(() => {
      if (send) send.disabled = false
    })
  }
  return h(
    'form',
    { novalidate: true, onsubmit },
    h('header', {}, h('h2', {}, title.text), cross),
    view.notice
      ? h('p', { class: 'notice', role: 'alert', 'data-testid': 'modal-notice' }, view.notice)
      : undefined,
    h('div', { class: 'modal-body' }, drawBlocks(blocks, context)),
    h('footer', {}, closing, send),
  )
}

/** Redraws only if the view has changed, so that unfinished input survives. */
export function drawModal(modals, { people, actions }) {
  const view = modals.at(-1)
  if (view === undefined) {
    dialog.dataset.key = ''
    if (dialog.open) dialog.close()
    return
  }
  dialog.oncancel = (event) => {
    event.preventDefault()
    actions.close(view, true)
  }
  const key = JSON.stringify([view.id, view.hash, view.errors, view.notice])
  if (dialog.dataset.key !== key) {
    dialog.dataset.key = key
    dialog.setAttribute('aria-label', view.payload.title.text)
    fill(dialog, drawForm(view, { people, actions }))
  }
  if (!dialog.open) dialog.showModal()
}
