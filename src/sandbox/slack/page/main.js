/** The page's entry point: what is open is stored in the address, what is shown comes from the server. */
import { readAddress, writeAddress } from './address.js'
import { createComposer } from './composer.js'
import { agreed } from './confirm.js'
import { fill, h } from './dom.js'
import { drawHome } from './home.js'
import { drawMessages } from './messages.js'
import { drawModal } from './modal.js'
import { act, readState, watchChanges } from './server.js'
import { drawSidebar } from './sidebar.js'

const part = Object.fromEntries(
  ['sidebar', 'head', 'messages', 'home', 'composer', 'thread', 'status', 'app'].map((id) => [
    id,
    document.querySelector(`#${id}`),
  ]),
)

let look = readAddress()
let people
let latest
let drawn = { place: '', threadTs: '' }

function go(change) {
  look = { ...look, ...change }
  part.app.classList.remove('menu-open')
  writeAddress(look)
  return refresh()
}

async function perform(body) {
  const wrong = await act({ ...body, userId: look.userId })
  part.status.textContent = wrong ?? ''
  await refresh()
}

async function press(place, { element, blockId, value }) {
  if (!(await agreed(element, people))) return
  await perform({ act: 'click', ...place, actionId: element.action_id, blockId, value })
}

const actions = {
  openChannel: (channelId) => go({ channelId, threadTs: '', tab: 'messages' }),
  openThread: (threadTs) => go({ threadTs, tab: 'messages' }),
  openHome: async () => {
    await go({ tab: 'home', threadTs: '' })
    await perform({ act: 'home' })
  },
  become: async (userId) => {
    await go({ userId })
    if (look.tab === 'home') await perform({ act: 'home' })
  },
  dismiss: (ts) => perform({ act: 'dismiss', ts }),
  press: (message, pressed) => press({ message: { channelId: look.channelId, ts: message.ts } }, pressed),
  pressInView: (view, pressed) => press({ viewId: view.id }, pressed),
  submit: (view, values) => perform({ act: 'submit', viewId: view.id, values }),
  close: (view, isCleared) => perform({ act: 'close', viewId: view.id, isCleared }),
  shortcut: (callbackId, message) =>
    perform({
      act: 'shortcut',
      callbackId,
      ...(message ? { message: { channelId: look.channelId, ts: message.ts } } : {}),
    }),
}

async function write(text, threadTs) {
  drawn = threadTs ? drawn : { ...drawn, place: '' }
  await perform({ act: 'write', channelId: look.channelId, text, ...(threadTs ? { threadTs } : {}) })
}

const composer = createComposer({
  name: 'composer',
  label: 'Message, or / for commands',
  people: () => people,
  send: (text) => write(text),
})
part.composer.replaceChildren(composer)

const threadMessages = h('div', { class: 'messages', tabindex: 0 })
const threadComposer = createComposer({
  name: 'thread-composer',
  label: 'Reply',
  people: () => people,
  send: (text) => write(text, look.threadTs),
})
part.thread.replaceChildren(
  h(
    'header',
    { class: 'head' },
    h('h1', {}, 'Thread'),
    h(
      'button',
      {
        type: 'button',
        class: 'cross',
        'aria-label': 'Close thread',
        'data-testid': 'close-thread',
        onclick: () => go({ threadTs: '' }),
      },
      '×',
    ),
  ),
  threadMessages,
  threadComposer,
)

function drawHead(state) {
  const channel = state.channels.find(({ id }) => id === look.channelId)
  const title =
    look.tab === 'home' ? `${state.app.name} Home` : `${channel?.isIm ? '' : '# '}${channel?.name ?? ''}`
  const menu = h(
    'button',
    {
      type: 'button',
      class: 'menu-button',
      'aria-label': 'Channels',
      'data-testid': 'menu',
      onclick: () => part.app.classList.toggle('menu-open'),
    },
    '☰',
  )
  const global = state.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, callbackId }) =>
      h('button', { type: 'button', class: 'button', onclick: () => actions.shortcut(callbackId) }, name),
    )
  const me = state.users.find(({ id }) => id === look.userId)
  fill(
    part.head,
    menu,
    h('h1', {}, title),
    h('span', { class: 'topic' }, channel?.topic ?? ''),
    global,
    h('span', { class: 'me' }, me?.realName ?? ''),
  )
  document.title = `${title} – ${state.team.name}`
}

function draw(state) {
  const isHome = look.tab === 'home'
  const me = state.users.find(({ id }) => id === look.userId)
  people = { ...state, me: look.userId, channelId: look.channelId, zone: me?.tz || undefined }
  const messageShortcuts = state.shortcuts.filter(({ type }) => type === 'message')
  const withShortcuts = { ...actions, shortcuts: messageShortcuts }
  drawSidebar(part.sidebar, { people, look, actions })
  drawHead(state)
  part.messages.hidden = isHome
  part.composer.hidden = isHome
  part.home.hidden = !isHome
  part.thread.hidden = look.threadTs === ''
  part.app.classList.toggle('with-thread', look.threadTs !== '')
  const place = `${look.userId} ${look.channelId}`
  const isOtherPlace = place !== drawn.place
  const isOtherThread = look.threadTs !== drawn.threadTs
  drawn = { place, threadTs: look.threadTs }
  if (isHome) drawHome(part.home, state.home, { people, actions })
  else
    drawMessages(part.messages, state.messages, {
      people,
      actions: withShortcuts,
      goTo: isOtherPlace ? 'end' : '',
    })
  drawMessages(threadMessages, state.thread, {
    people,
    actions: { ...withShortcuts, openThread: undefined },
    goTo: isOtherThread ? 'start' : '',
  })
  drawModal(state.modals, { people, actions })
}

async function refresh() {
  const asked = {}
  latest = asked
  try {
    const state = await readState(look)
    if (latest !== asked) return
    look = { ...look, ...state.look }
    draw(state)
  } catch (error) {
    part.status.textContent = String(error)
  }
}

let isDue = false
watchChanges(() => {
  if (isDue) return
  isDue = true
  setTimeout(() => {
    isDue = false
    refresh()
  }, 40)
})
async function openAddress() {
  look = readAddress()
  await refresh()
  if (look.tab === 'home') await perform({ act: 'home' })
}

addEventListener('popstate', openAddress)
await openAddress()
