/** The suggestions of the message box while somebody types: commands, people and channels. */
import { fill, h } from './dom.js'

const maxOffers = 12

function starting(query) {
  const lower = query.toLowerCase()
  return (name) => name.toLowerCase().startsWith(lower)
}

/** Suggestions for the text at the cursor: {label, detail, text, from}. */
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
  const [, mark, query = ''] = /(?:^|\s)([@#])(\S*)$/.exec(text) ?? []
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

function offerItem(offer, { id, isChosen, take }) {
  const onmousedown = (event) => {
    event.preventDefault()
    take(offer)
  }
  const attributes = {
    role: 'option',
    id,
    'aria-selected': String(isChosen),
    'data-testid': 'suggestion',
    onmousedown,
  }
  return h(
    'li',
    attributes,
    h('span', { class: 'offer-name' }, offer.label),
    h('span', { class: 'offer-detail' }, offer.detail),
  )
}

/** The list of suggestions above a box; `take` inserts one into the box. */
export function createOffers({ name, box, people, take }) {
  const id = `${name}-offers`
  const list = h('ul', { class: 'offers', id, role: 'listbox', 'aria-label': 'Suggestions', hidden: true })
  let offers = []
  let chosen = 0

  function draw() {
    list.hidden = offers.length === 0
    const items = offers.map((offer, index) =>
      offerItem(offer, { id: `${id}-${index}`, isChosen: index === chosen, take }),
    )
    fill(list, items)
    if (offers.length > 0) box.setAttribute('aria-activedescendant', `${id}-${chosen}`)
    else box.removeAttribute('aria-activedescendant')
  }

  return {
    node: list,
    chosen: () => offers[chosen],
    look() {
      offers = offersFor(box.value, people()).slice(0, maxOffers)
      chosen = 0
      draw()
    },
    close() {
      offers = []
      draw()
    },
    move(step) {
      chosen = (chosen + step + offers.length) % offers.length
      draw()
      list.children[chosen]?.scrollIntoView({ block: 'nearest' })
    },
  }
}
