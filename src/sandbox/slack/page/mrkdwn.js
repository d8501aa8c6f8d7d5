/** Draws Slack's mrkdwn and text objects as DOM nodes. */
import { formatDate } from './dates.js'
import { h, link, safeUrl } from './dom.js'

export const emoji = {
  white_check_mark: '✅',
  warning: '⚠️',
  x: '❌',
  trophy: '🏆',
  tada: '🎉',
  dart: '🎯',
  calendar: '📅',
  chart_with_upwards_trend: '📈',
  chart_with_downwards_trend: '📉',
  bar_chart: '📊',
  telephone_receiver: '📞',
  moneybag: '💰',
  bell: '🔔',
  eyes: '👀',
  point_right: '👉',
  bulb: '💡',
  fire: '🔥',
  wave: '👋',
  '+1': '👍',
}

function unescaped(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

function plainText(text) {
  return unescaped(text).replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji[name] ?? whole)
}

export function mention(text) {
  return h('span', { class: 'mention' }, text)
}

function userName(id, label, people) {
  const user = people.users.find((one) => one.id === id)
  return mention(`@${user?.realName ?? label ?? id}`)
}

function channelName(id, label, people) {
  const channel = people.channels.find((one) => one.id === id)
  return mention(`#${channel?.name ?? label ?? id}`)
}

/** The text between < and >. */
function angled(inner, people) {
  const [head, ...rest] = inner.split('|')
  const label = rest.length > 0 ? unescaped(rest.join('|')) : undefined
  if (/^@[UW]/.test(head)) return userName(head.slice(1), label, people)
  if (head.startsWith('#')) return channelName(head.slice(1), label, people)
  if (head.startsWith('!date^')) {
    const [, unix, pattern = '', url] = head.split('^')
    const shown = formatDate(Number(unix), pattern, people.zone) ?? label ?? ''
    return url ? link(unescaped(url), shown) : h('time', {}, shown)
  }
  if (head.startsWith('!')) return mention(`@${head.slice(1).split('^')[0]}`)
  const url = unescaped(head)
  if (safeUrl(url) === undefined) return `<${unescaped(inner)}>`
  return link(url, label ?? url.replace(/^mailto:/, ''))
}

const marks = { '*': 'strong', _: 'em', '~': 's' }
const inline = /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/u

function inlineNodes(text, people) {
  const found = inline.exec(text)
  if (found === null) return [plainText(text)]
  const [whole, inner, code, mark, marked] = found
  const before = plainText(text.slice(0, found.index))
  const node =
    inner !== undefined
      ? angled(inner, people)
      : code !== undefined
        ? h('code', {}, unescaped(code))
        : h(marks[mark], {}, inlineNodes(marked, people))
  return [before, node, ...inlineNodes(text.slice(found.index + whole.length), people)]
}

function lines(text, people) {
  const nodes = []
  let quoted = []
  const flush = () => {
    if (quoted.length > 0) nodes.push(h('blockquote', {}, quoted))
    quoted = []
  }
  for (const [index, line] of text.split('\n').entries()) {
    const quote = /^(?:&gt;|>) ?(.*)$/.exec(line)
    if (quote !== null) {
      quoted.push(quoted.length > 0 ? h('br') : '', inlineNodes(quote[1], people))
      continue
    }
    const wasQuoted = quoted.length > 0
    flush()
    if (index > 0 && !wasQuoted) nodes.push(h('br'))
    nodes.push(inlineNodes(line, people))
  }
  flush()
  return nodes
}

/** Draws mrkdwn: code blocks first, then quotes and lines, then inline formatting. */
export function mrkdwn(text, people) {
  return text.split(/```\n?/).map((part, index) => {
    if (index % 2 === 1) return h('pre', {}, unescaped(part.replace(/\n$/, '')))
    return lines(part, people)
  })
}

/** A text object; in plain_text only emoji names are interpreted. */
export function textNodes(object, people) {
  if (object === undefined || object === null) return []
  if (object.type === 'mrkdwn') return mrkdwn(object.text, people)
  const shown = object.text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji[name] ?? whole)
  return shown.split('\n').flatMap((line, index) => (index > 0 ? [h('br'), line] : [line]))
}
