/** The data_table block, with sorting by column and paging. */
import { h } from './dom.js'
import { cellNodes } from './tables.js'

function textIn(value) {
  if (Array.isArray(value)) return value.map(textIn).join('')
  if (typeof value !== 'object' || value === null) return ''
  return typeof value.text === 'string' ? value.text : textIn(Object.values(value))
}

function isNumberColumn(rows, column) {
  return rows.length > 0 && rows.every((row) => row[column].type === 'raw_number')
}

function compareBy(rows, column) {
  if (isNumberColumn(rows, column)) return (a, b) => a[column].value - b[column].value
  return (a, b) => textIn(a[column]).localeCompare(textIn(b[column]), undefined, { numeric: true })
}

function sortedRows({ rows, view }) {
  if (view.column < 0) return rows
  const inOrder = rows.toSorted(compareBy(rows, view.column))
  return view.isDescending ? inOrder.reverse() : inOrder
}

function headCell(cell, column, { rows, view, sortBy }) {
  const isSorted = view.column === column
  const arrow = isSorted ? (view.isDescending ? '↓' : '↑') : ''
  const sort = isSorted ? (view.isDescending ? 'descending' : 'ascending') : 'none'
  const button = h(
    'button',
    { type: 'button', class: 'sort', 'data-testid': `sort-${column}`, onclick: () => sortBy(column) },
    cell.text,
    h('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow),
  )
  const align = isNumberColumn(rows, column) ? 'align-right' : 'align-left'
  return h('th', { scope: 'col', 'aria-sort': sort, class: align }, button)
}

function bodyRow(row, { rowHeader, people }) {
  const cells = row.map((cell, column) => {
    const align = cell.type === 'raw_number' ? 'align-right' : 'align-left'
    const attributes = { class: align, ...(column === rowHeader ? { scope: 'row' } : {}) }
    return h(column === rowHeader ? 'th' : 'td', attributes, cellNodes(cell, people))
  })
  return h('tr', {}, cells)
}

function pager({ rows, size, view, turn }) {
  const pages = Math.ceil(rows.length / size)
  if (pages <= 1) return []
  const from = view.page * size + 1
  const to = Math.min(rows.length, from + size - 1)
  const button = (name, label, step, isOff) =>
    h('button', { type: 'button', 'data-testid': name, disabled: isOff, onclick: () => turn(step) }, label)
  return h(
    'div',
    { class: 'pager' },
    button('table-page-previous', 'Previous', -1, view.page === 0),
    h('span', { 'data-testid': 'table-page-label', role: 'status' }, `${from}–${to} of ${rows.length}`),
    button('table-page-next', 'Next', 1, view.page === pages - 1),
  )
}

function content(parts) {
  const { header, size, view, caption } = parts
  const shown = sortedRows(parts).slice(view.page * size, (view.page + 1) * size)
  const heads = header.map((cell, column) => headCell(cell, column, parts))
  return h(
    'table',
    {},
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, heads)),
    h(
      'tbody',
      {},
      shown.map((row) => bodyRow(row, parts)),
    ),
  )
}

export function dataTable(block, people) {
  const [header, ...rows] = block.rows
  const root = h('div', { class: 'data-table' })
  const view = { page: 0, column: -1, isDescending: false }
  const parts = {
    header,
    rows,
    people,
    view,
    caption: block.caption,
    size: block.page_size ?? 5,
    rowHeader: block.row_header_column_index ?? 0,
    /** Numbers sort from the highest, names from A. */
    sortBy(column) {
      view.isDescending = view.column === column ? !view.isDescending : isNumberColumn(rows, column)
      view.column = column
      view.page = 0
      redraw(`sort-${column}`)
    },
    turn(step) {
      view.page += step
      redraw(`table-page-${step > 0 ? 'next' : 'previous'}`)
    },
  }

  function redraw(focus) {
    const scroll = h('div', { class: 'table-scroll', tabindex: 0 }, content(parts))
    root.replaceChildren(scroll, ...[pager(parts)].flat())
    root.querySelector(`[data-testid="${focus}"]`)?.focus()
  }

  redraw('')
  return root
}
