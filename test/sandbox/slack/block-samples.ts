import type { JsonObject } from '../../../src/sandbox/slack/json.ts'

export const x = (count: number) => 'x'.repeat(count)
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))

export const plain = (count: number) => ({ type: 'plain_text', text: x(count) })
export const md = (count: number) => ({ type: 'mrkdwn', text: x(count) })
export const button = (more: JsonObject = {}) => ({ type: 'button', text: plain(5), ...more })
export const option = (index: number, more: JsonObject = {}) => ({
  text: plain(4),
  value: `v${index}`,
  ...more,
})
export const actions = (...elements: JsonObject[]) => ({ type: 'actions', elements })
export const section = (more: JsonObject) => ({ type: 'section', ...more })
export const select = (count: number) => ({ type: 'static_select', options: many(count, option) })
export const boxes = (type: string, count: number) => ({ type, options: many(count, option) })
export const cell = (count: number) => ({ type: 'raw_text', text: x(count) })
export const number = (value: number) => ({ type: 'raw_number', value, text: String(value) })
export const grid = (rows: number, columns: number) => many(rows, () => many(columns, () => cell(1)))
export const table = (rows: number, columns: number) => ({ type: 'table', rows: grid(rows, columns) })
export const dataTable = (rows: number, columns: number, more: JsonObject = {}) => ({
  type: 'data_table',
  caption: 'Reps',
  rows: grid(rows, columns),
  ...more,
})
export const pie = (count: number, more: JsonObject = {}) => ({
  type: 'data_visualization',
  title: 'Won',
  chart: { type: 'pie', segments: many(count, (i) => ({ label: `s${i}`, value: 1 })) },
  ...more,
})
export const points = (count: number) => many(count, (i) => ({ label: `c${i}`, value: i - 1 }))
export const bar = (series: number, categories: number, axis: JsonObject = {}) => ({
  type: 'data_visualization',
  title: 'Calls',
  chart: {
    type: 'bar',
    series: many(series, (i) => ({ name: `n${i}`, data: points(categories) })),
    axis_config: { categories: many(categories, (i) => `c${i}`), ...axis },
  },
})
export const card = (more: JsonObject) => ({ type: 'card', title: md(5), ...more })
export const feedback = {
  type: 'feedback_buttons',
  positive_button: { text: plain(4), value: 'up' },
  negative_button: { text: plain(4), value: 'down' },
}
export const input = (element: JsonObject) => ({ type: 'input', label: plain(5), element })
export const divider = { type: 'divider' }

export function richSection(): JsonObject {
  return { type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }
}
