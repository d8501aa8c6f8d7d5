/** The message box. */
import { h } from './dom.js'
import { createOffers } from './offers.js'

function grow(box) {
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`
}

/** Handles a key while suggestions are shown; returns false if the key is for the box itself. */
function steer(event, offers, { box, take }) {
  const offer = offers.chosen()
  if (offer === undefined) return false
  const isHalfTyped = offer.text.trim() !== box.value.slice(offer.from).trim()
  if (event.key === 'ArrowDown') offers.move(1)
  else if (event.key === 'ArrowUp') offers.move(-1)
  else if (event.key === 'Escape') offers.close()
  else if (event.key === 'Tab' || (event.key === 'Enter' && isHalfTyped)) take(offer)
  else return false
  return true
}

/** Builds a message box once; `people` and `send` are called each time. */
export function createComposer({ name, label, people, send }) {
  const box = h('textarea', {
    rows: 1,
    'data-testid': name,
    'aria-label': label,
    placeholder: label,
    'aria-autocomplete': 'list',
    'aria-controls': `${name}-offers`,
    enterkeyhint: 'send',
  })
  const offers = createOffers({ name, box, people, take })

  function take(offer) {
    box.value = box.value.slice(0, offer.from) + offer.text
    offers.close()
    box.focus()
  }

  function submit() {
    const text = box.value.trim()
    if (text === '') return
    box.value = ''
    offers.close()
    grow(box)
    send(text)
  }

  box.addEventListener('input', () => {
    offers.look()
    grow(box)
  })
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const isSent = event.key === 'Enter' && !event.shiftKey
    const isTaken = steer(event, offers, { box, take })
    if (!isTaken && isSent) submit()
    if (isTaken || isSent) event.preventDefault()
  })
  box.addEventListener('blur', offers.close)
  const attributes = {
    type: 'button',
    class: 'button primary send',
    'data-testid': name.replace('composer', 'send'),
  }
  return h(
    'div',
    { class: 'composer' },
    offers.node,
    box,
    h('button', { ...attributes, onclick: submit }, 'Send'),
  )
}
