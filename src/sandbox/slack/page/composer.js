/** The message box: sends what is typed, and offers commands, people and channels. */
import { fill, h } from './dom.js'

const maxOffers = 12

function starting(query) {
  const lower = query.toLowerCase()
  return (name) => name.toLowerCase().startsWith(lower)
}

/** What could stand where the cursor is: {label, detail, text, from}. */
function offersFor(text, people) {
  const command = /^(\/\S*)$/.exec(text)
  if (command !== null) {
    return people.commands
      .filter((one) => starting(command[1])(one.command))
      .map(({ command: name, description, usageHint }) => ({
        label: usageHint ? `${name} ${usageHint}` : name,
        detail: description,
        text: `${name} `,
        from: 0,
      }))
  }
  const [, mark, query] = /(?:^|\s)([@#])(\S*)$/.exec(text) ?? []
  if (mark === undefined) return []
  const from = text.length - query.length - 1
  const named =
    mark === '@'
      ? people.users.filter(
          ({ isBot, name, realName }) => !isBot && (starting(query)(name) || starting(query)(realName)),
        )
      : people.channels.filter(({ isIm, name }) => !isIm && starting(query)(name))
  return named.map(({ name, realName }) => ({
    label: `${mark}${name}`,
    detail: realName ?? '',
    text: `${mark}${name} `,
    from,
  }))
}

/** Builds a message box once; `people` and `send` are asked anew each time. */
export function createComposer({ name, label, people, send }) {
  const listId = `${name}-offers`
  const list = h('ul', {
    class: 'offers',
    id: listId,
    role: 'listbox',
    'aria-label': 'Suggestions',
    hidden: true,
  })
  const box = h('textarea', {
    rows: 1,
    'data-testid': name,
    'aria-label': label,
    placeholder: label,
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    enterkeyhint: 'send',
  })
  const button = h(
    'button',
    { type: 'button', class: 'button primary send', 'data-testid': name.replace('composer', 'send') },
    'Send',
  )
  let offers = []
  let chosen = 0

  function show() {
    offers = offersFor(box.value, people()).slice(0, maxOffers)
    chosen = Math.min(chosen, Math.max(0, offers.length - 1))
    list.hidden = offers.length === 0
    const items = offers.map((offer, index) =>
      h(
        'li',
        {
          role: 'option',
          id: `${listId}-${index}`,
          'aria-selected': String(index === chosen),
          'data-testid': 'suggestion',
          onmousedown: (event) => {
            event.preventDefault()
            take(offer)
          },
        },
        h('span', { class: 'offer-name' }, offer.label),
        h('span', { class: 'offer-detail' }, offer.detail),
      ),
    )
    fill(list, items)
    if (offers.length > 0) box.setAttribute('aria-activedescendant', `${listId}-${chosen}`)
    else box.removeAttribute('aria-activedescendant')
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`
  }

  function take(offer) {
    box.value = box.value.slice(0, offer.from) + offer.text
    offers = []
    show()
    box.focus()
  }

  function submit() {
    const text = box.value.trim()
    if (text === '') return
    box.value = ''
    show()
    send(text)
  }

  function onKey(event) {
    if (event.isComposing) return
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (offers.length > 0 && isMove) {
      event.preventDefault()
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length
      show()
      list.children[chosen]?.scrollIntoView({ block: 'nearest' })
    } else if (offers.length > 0 && event.key === 'Tab') {
      event.preventDefault()
      take(offers[chosen])
    } else if (event.key === 'Escape') {
      offers = []
      list.hidden = true
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      const offer = offers[chosen]
      const isHalfTyped = offer !== undefined && offer.text.trim() !== box.value.slice(offer.from).trim()
      if (isHalfTyped) take(offer)
      else submit()
    }
  }

  box.addEventListener('input', () => {
    chosen = 0
    show()
  })
  box.addEventListener('keydown', onKey)
  box.addEventListener('blur', () => {
    list.hidden = true
  })
  button.addEventListener('click', submit)
  return h('div', { class: 'composer' }, list, box, button)
}
