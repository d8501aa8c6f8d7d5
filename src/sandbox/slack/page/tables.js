/** The table block, and the data_table block with sorting and pages. */
import { h } from './dom.js'
import { richText } from './rich-text.js'

function cellNodes(cell, people) {
  return cell.type === 'rich_text' ? richText(cell, people) : [cell.text]
}

export function table(block, people) {
  const settings = block.column_settings ?? []
  const rows = block.rows.map((row, rowIndex) =>
    h(
      'tr',
      {},
      row.map((cell, column) => {
        const align = settings[column]?.align ?? 'left'
        return h(rowIndex === 0 ? 'th' : 'td', { class: `align-${align}` }, cellNodes(cell, people))
      }),
    ),
  )
  return h('div', { class: 'table-scroll', tabindex: 0 }, h('table', {}, h('tbody', {}, rows)))
}

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

/** A table that sorts by its headings and turns pages of page_size rows. */
export function dataTable(block, people) {
  const [header, ...rows] = block.rows
  const size = block.page_size ?? 5
  const rowHeader = block.row_header_column_index ?? 0
  const view = { page: 0, column: -1, isDescending: false }
  const root = h('div', { class: 'data-table' })

  function sortBy(column) {
    const isSame = view.column === column
    const startsHigh = isNumberColumn(rows, column)
    view.isDescending = isSame ? !view.isDescending : startsHigh
    view.column = column
    view.page = 0
    redraw(`[data-testid="sort-${column}"]`)
  }

  function sorted() {
    if (view.column < 0) return rows
    const inOrder = rows.toSorted(compareBy(rows, view.column))
    return view.isDescending ? inOrder.reverse() : inOrder
  }

  function headCell(cell, column) {
    const isSorted = view.column === column
    const arrow = isSorted ? (view.isDescending ? '↓' : '↑') : ''
    const sort = isSorted ? (view.isDescending ? 'descending' : 'ascending') : 'none'
    const align = isNumberColumn(rows, column) ? 'align-right' : 'align-left'
    const button = h(
      'button',
      { type: 'button', class: 'sort', 'data-testid': `sort-${column}`, onclick: () => sortBy(column) },
      cell.text,
      h('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow),
    )
    return h('th', { scope: 'col', 'aria-sort': sort, class: align }, button)
  }

  function bodyRow(row) {
    return h(
      'tr',
      {},
      row.map((cell, column) => {
        const align = cell.type === 'raw_number' ? 'align-right' : 'align-left'
        const attributes = { class: align, ...(column === rowHeader ? { scope: 'row' } : {}) }
        return h(column === rowHeader ? 'th' : 'td', attributes, cellNodes(cell, people))
      }),
    )
  }

  function turn(step) {
    view.page += step
    redraw(`[data-testid="table-page-${step > 0 ? 'next' : 'previous'}"]`)
  }

  function pager() {
    const pages = Math.ceil(rows.length / size)
    if (pages <= 1) return undefined
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

  function redraw(focus) {
    const shown = sorted().slice(view.page * size, (view.page + 1) * size)
    const content = h(
      'table',
      {},
      h('caption', {}, block.caption),
      h('thead', {}, h('tr', {}, header.map(headCell))),
      h('tbody', {}, shown.map(bodyRow)),
    )
    root.replaceChildren(
      h('div', { class: 'table-scroll', tabindex: 0 }, content),
      ...[pager()].filter(Boolean),
    )
    if (focus !== undefined) root.querySelector(focus)?.focus()
  }

  redraw()
  return root
}
