/** Builds elements from data. Text always becomes text nodes, so untrusted text is never parsed as HTML. */

const svgNames = new Set([
  'svg',
  'path',
  'line',
  'rect',
  'circle',
  'polyline',
  'polygon',
  'g',
  'text',
  'title',
])

/** An element with attributes (on… keys are listeners) and children; empty children are left out. */
export function h(name, attributes = {}, ...children) {
  const node = svgNames.has(name)
    ? document.createElementNS('http://www.w3.org/2000/svg', name)
    : document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value)
    else if (key === 'value') node.value = value
    else node.setAttribute(key, value === true ? '' : String(value))
  }
  append(node, children)
  return node
}

export function append(node, children) {
  for (const child of children.flat(Number.POSITIVE_INFINITY)) {
    if (child === undefined || child === null || child === '' || child === false) continue
    node.append(child instanceof Node ? child : document.createTextNode(String(child)))
  }
}

export function fill(node, ...children) {
  node.replaceChildren()
  append(node, children)
}

/**
 * A dialog that stands in the page.
 *
 * @param {string} id
 * @returns {HTMLDialogElement}
 */
export function dialogOf(id) {
  const found = document.getElementById(id)
  if (found instanceof HTMLDialogElement) return found
  throw new Error(`the page has no dialog ${id}`)
}

/** Keeps nodes if key and content are unchanged, so that focus, sorting and scrolling survive. */
export function keyed(parent, items, { keyOf, draw }) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]))
  const nodes = items.map((item) => {
    const key = keyOf(item)
    const known = old.get(key)
    if (known !== undefined) return known
    const node = draw(item)
    node.dataset.key = key
    return node
  })
  const isSame =
    nodes.length === parent.children.length && nodes.every((node, i) => parent.children[i] === node)
  if (!isSame) parent.replaceChildren(...nodes)
}

/** Only web addresses may be followed. */
export function safeUrl(url) {
  return /^(https?:|mailto:)/i.test(url) ? url : undefined
}

export function link(url, ...children) {
  const href = safeUrl(url)
  if (href === undefined) return h('span', {}, ...children)
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}
