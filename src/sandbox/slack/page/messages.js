/** The messages of a channel or thread. */
import { drawBlocks } from './blocks.js'
import { clockTime, dayName } from './dates.js'
import { h, keyed } from './dom.js'
import { mrkdwn } from './mrkdwn.js'

function author(message, people) {
  if (message.isFromSlack) return { name: 'Slackbot', initials: 'S', isApp: true }
  if (message.isFromApp) return { name: people.app.name, initials: people.app.name.charAt(0), isApp: true }
  const name = people.users.find(({ id }) => id === message.userId)?.realName ?? message.userId
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
  return { name, initials, isApp: false }
}

function replyButton(message, actions) {
  if (message.replyCount === 0) return undefined
  const label = `${message.replyCount} ${message.replyCount === 1 ? 'reply' : 'replies'}`
  return h(
    'button',
    {
      type: 'button',
      class: 'replies',
      'data-testid': 'replies',
      onclick: () => actions.openThread(message.ts),
    },
    label,
  )
}

function tools(message, actions) {
  if (message.kind === 'ephemeral' || !actions.openThread) return undefined
  const shortcuts = actions.shortcuts.map(({ name, callbackId }) =>
    h('button', { type: 'button', onclick: () => actions.shortcut(callbackId, message) }, name),
  )
  const reply = h(
    'button',
    { type: 'button', onclick: () => actions.openThread(message.threadTs || message.ts) },
    'Reply in thread',
  )
  return h('div', { class: 'tools' }, reply, shortcuts)
}

function ephemeralLine(message, actions) {
  if (message.kind !== 'ephemeral') return undefined
  const dismiss = h(
    'button',
    {
      type: 'button',
      class: 'dismiss',
      'data-testid': 'dismiss',
      onclick: () => actions.dismiss(message.ts),
    },
    'Dismiss',
  )
  return h('div', { class: 'only-you' }, 'Only visible to you · ', dismiss)
}

function drawMessage(message, people, actions) {
  const { name, initials, isApp } = author(message, people)
  const context = { people, state: message.state, press: (pressed) => actions.press(message, pressed) }
  const content =
    message.blocks.length > 0
      ? drawBlocks(message.blocks, context)
      : h('div', { class: 'text' }, mrkdwn(message.text, people))
  const attributes = {
    class: `message ${message.kind}`,
    'data-testid': 'message',
    'data-ts': message.ts,
    'data-kind': message.kind,
    'aria-label': `${name} at ${clockTime(message.ts, people.zone)}`,
  }
  return h(
    'article',
    attributes,
    h('div', { class: `avatar ${isApp ? 'app-avatar' : ''}`, 'aria-hidden': 'true' }, initials),
    h(
      'div',
      { class: 'content' },
      ephemeralLine(message, actions),
      h(
        'div',
        { class: 'byline' },
        h('strong', {}, name),
        isApp ? h('span', { class: 'badge' }, 'APP') : undefined,
        h('time', {}, clockTime(message.ts, people.zone)),
      ),
      content,
      h(
        'div',
        { class: 'foot' },
        message.isEdited ? h('span', { class: 'edited' }, '(edited)') : undefined,
        actions.openThread ? replyButton(message, actions) : undefined,
      ),
    ),
    tools(message, actions),
  )
}

function withDays(messages, zone) {
  let last = ''
  return messages.flatMap((message) => {
    const day = dayName(message.ts, zone)
    const isNew = day !== last
    last = day
    return isNew ? [{ kind: 'day', day, ts: message.ts }, message] : [message]
  })
}

/** Redraws only changed messages; a viewer who is at the end stays there. */
export function drawMessages(parent, messages, { people, actions, goTo }) {
  const isAtEnd = goTo === 'end' || parent.scrollHeight - parent.scrollTop - parent.clientHeight < 80
  keyed(parent, withDays(messages, people.zone), {
    keyOf: (message) => JSON.stringify([message, people.me, people.channelId]),
    draw: (message) =>
      message.kind === 'day'
        ? h('div', { class: 'day' }, h('span', {}, message.day))
        : drawMessage(message, people, actions),
  })
  if (goTo === 'start') parent.scrollTop = 0
  else if (isAtEnd) parent.scrollTop = parent.scrollHeight
}
