/** The list of channels and direct messages, and who is acting. */
import { fill, h } from './dom.js'

function entry({ testId, label, isOpen, open }) {
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: isOpen ? 'entry open' : 'entry',
        'aria-current': isOpen ? 'page' : undefined,
        'data-testid': testId,
        onclick: open,
      },
      label,
    ),
  )
}

function channelEntry(channel, look, actions) {
  const mark = channel.isIm ? '' : channel.isPrivate ? 'private · ' : '# '
  const notes = [channel.isArchived ? ' (archived)' : '', channel.isExtShared ? ' (shared)' : '']
  return entry({
    testId: `channel-${channel.id}`,
    label: `${mark}${channel.name}${notes.join('')}`,
    isOpen: look.tab === 'messages' && channel.id === look.channelId,
    open: () => actions.openChannel(channel.id),
  })
}

function personChooser(people, actions) {
  const persons = people.users.filter(({ isBot }) => !isBot)
  const options = persons.map(({ id, realName, title }) =>
    h('option', { value: id }, title ? `${realName} – ${title}` : realName),
  )
  const chooser = h(
    'select',
    { 'data-testid': 'person', onchange: () => actions.become(chooser.value) },
    options,
  )
  chooser.value = people.me
  return h('label', { class: 'person' }, h('span', {}, 'Acting as'), chooser)
}

export function drawSidebar(parent, { people, look, actions }) {
  const rooms = people.channels.filter(({ isIm }) => !isIm)
  const direct = people.channels.filter(({ isIm }) => isIm)
  const home = entry({
    testId: 'home',
    label: `${people.app.name} Home`,
    isOpen: look.tab === 'home',
    open: actions.openHome,
  })
  const list = (title, items) => [h('h2', {}, title), h('ul', {}, items)]
  fill(
    parent,
    h('div', { class: 'team' }, people.team.name),
    personChooser(people, actions),
    list(
      'Channels',
      rooms.map((channel) => channelEntry(channel, look, actions)),
    ),
    list('App', [
      home,
      direct.map((channel) => channelEntry({ ...channel, name: `${channel.name} messages` }, look, actions)),
    ]),
  )
}
