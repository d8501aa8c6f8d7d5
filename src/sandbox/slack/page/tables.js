/** The table block. */
import { h } from './dom.js'
import { richText } from './rich-text.js'

export function cellNodes(cell, people) {
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
