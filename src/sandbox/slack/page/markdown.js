/** The markdown block: headings, lists, quotes, code and inline formatting. */
import { h, link } from './dom.js'

const inline =
  /\*\*(.+?)\*\*|__(.+?)__|\*(\S(?:.*?\S)?)\*|_(\S(?:.*?\S)?)_|~~(.+?)~~|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/

function inlineNodes(text) {
  const found = inline.exec(text)
  if (found === null) return [text]
  const [whole, star, line, soft, under, struck, code, label, url] = found
  const rest = inlineNodes(text.slice(found.index + whole.length))
  const before = text.slice(0, found.index)
  const bold = star ?? line
  const italic = soft ?? under
  if (bold !== undefined) return [before, h('strong', {}, inlineNodes(bold)), ...rest]
  if (italic !== undefined) return [before, h('em', {}, inlineNodes(italic)), ...rest]
  if (struck !== undefined) return [before, h('s', {}, inlineNodes(struck)), ...rest]
  if (code !== undefined) return [before, h('code', {}, code), ...rest]
  return [before, link(url, label), ...rest]
}

const kinds = [
  { name: 'heading', pattern: /^#{1,6}\s+(.*)$/ },
  { name: 'ul', pattern: /^\s*[-*+]\s+(.*)$/ },
  { name: 'ol', pattern: /^\s*\d+[.)]\s+(.*)$/ },
  { name: 'quote', pattern: /^>\s?(.*)$/ },
  { name: 'rule', pattern: /^(?:---+|\*\*\*+)$/ },
]

function kindOf(line) {
  for (const { name, pattern } of kinds) {
    const found = pattern.exec(line)
    if (found !== null) return { name, text: found[1] ?? '' }
  }
  return { name: line.trim() === '' ? 'gap' : 'text', text: line }
}

function draw(name, texts) {
  if (name === 'heading') return texts.map((text) => h('p', { class: 'md-heading' }, inlineNodes(text)))
  if (name === 'ul' || name === 'ol')
    return h(
      name,
      {},
      texts.map((text) => h('li', {}, inlineNodes(text))),
    )
  if (name === 'rule') return h('hr')
  if (name === 'gap') return undefined
  const spaced = texts.map((text, index) => [index > 0 ? h('br') : '', inlineNodes(text)])
  return h(name === 'quote' ? 'blockquote' : 'p', {}, spaced)
}

function paragraphs(text) {
  const groups = []
  for (const line of text.split('\n')) {
    const kind = kindOf(line)
    const last = groups.at(-1)
    if (last?.name === kind.name) last.texts.push(kind.text)
    else groups.push({ name: kind.name, texts: [kind.text] })
  }
  return groups.map(({ name, texts }) => draw(name, texts))
}

export function markdown(text) {
  return text
    .split(/```\w*\n?/)
    .map((part, index) => (index % 2 === 1 ? h('pre', {}, part.trimEnd()) : paragraphs(part)))
}
