/** The rich_text block. */
import { formatDate } from './dates.js'
import { h, link } from './dom.js'
import { emoji, mention } from './mrkdwn.js'

const styles = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' }

function styled(node, style = {}) {
  return Object.entries(styles)
    .filter(([name]) => style[name])
    .reduce((inner, [, tag]) => h(tag, {}, inner), node)
}

function broken(text) {
  return text.split('\n').flatMap((line, index) => (index > 0 ? [h('br'), line] : [line]))
}

function inlineNode(element, people) {
  switch (element.type) {
    case 'text':
      return h('span', {}, broken(element.text))
    case 'link':
      return link(element.url, element.text || element.url)
    case 'user':
      return mention(`@${people.users.find(({ id }) => id === element.user_id)?.realName ?? element.user_id}`)
    case 'channel':
      return mention(
        `#${people.channels.find(({ id }) => id === element.channel_id)?.name ?? element.channel_id}`,
      )
    case 'date': {
      const shown = formatDate(element.timestamp, element.format, people.zone) ?? element.fallback ?? ''
      return element.url ? link(element.url, shown) : h('time', {}, shown)
    }
    case 'emoji':
      return emoji[element.name] ?? `:${element.name}:`
    case 'color':
      return h('code', {}, element.value)
    case 'broadcast':
      return mention(`@${element.range}`)
    default:
      return mention(element.usergroup_id ?? element.team_id ?? element.type)
  }
}

function inlineNodes(elements, people) {
  return elements.map((element) => styled(inlineNode(element, people), element.style))
}

function part(element, people) {
  switch (element.type) {
    case 'rich_text_list': {
      const items = element.elements.map((item) => h('li', {}, inlineNodes(item.elements, people)))
      const indent = `indent-${element.indent ?? 0}`
      return h(
        element.style === 'ordered' ? 'ol' : 'ul',
        { class: indent, start: (element.offset ?? 0) + 1 },
        items,
      )
    }
    case 'rich_text_quote':
      return h('blockquote', {}, inlineNodes(element.elements, people))
    case 'rich_text_preformatted':
      return h('pre', {}, inlineNodes(element.elements, people))
    default:
      return h('p', {}, inlineNodes(element.elements, people))
  }
}

export function richText(block, people) {
  return block.elements.map((element) => part(element, people))
}
