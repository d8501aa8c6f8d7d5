import type { JsonObject } from '../../../src/sandbox/slack/json.ts'
import { bar, cell, dataTable, grid, number, pie, richSection, table, x } from './block-samples.ts'

/** The limits of tables and charts. */
export const dataLimits: [string, JsonObject[], JsonObject[]][] = [
  ['table rows', [table(100, 1)], [table(101, 1)]],
  ['table columns', [table(1, 20)], [table(1, 21)]],
  ['table cell text', [{ type: 'table', rows: [[cell(1)]] }], [{ type: 'table', rows: [[cell(0)]] }]],
  [
    'table characters',
    [{ type: 'table', rows: [[cell(10_000)]] }],
    [{ type: 'table', rows: [[cell(10_000), cell(1)]] }],
  ],
  ['one table', [table(1, 1)], [table(1, 1), dataTable(2, 1)]],
  ['data_table rows', [dataTable(201, 1)], [dataTable(202, 1)]],
  ['data_table header and a row', [dataTable(2, 1)], [dataTable(1, 1)]],
  ['data_table columns', [dataTable(2, 20)], [dataTable(2, 21)]],
  [
    'data_table equal rows',
    [dataTable(2, 2)],
    [{ ...dataTable(2, 2), rows: [[cell(1), cell(1)], [cell(1)]] }],
  ],
  ['data_table caption', [dataTable(2, 1)], [{ type: 'data_table', rows: grid(2, 1) }]],
  ['data_table page_size', [dataTable(2, 1, { page_size: 100 })], [dataTable(2, 1, { page_size: 101 })]],
  [
    'data_table row header',
    [dataTable(2, 2, { row_header_column_index: 1 })],
    [dataTable(2, 2, { row_header_column_index: 2 })],
  ],
  [
    'data_table header kind',
    [dataTable(2, 1, { rows: [[cell(1)], [{ type: 'rich_text', elements: [richSection()] }]] })],
    [dataTable(2, 1, { rows: [[{ type: 'rich_text', elements: [richSection()] }], [cell(1)]] })],
  ],
  [
    'data_table cell text',
    [dataTable(2, 1, { rows: [[cell(1)], [number(1)]] })],
    [dataTable(2, 1, { rows: [[cell(1)], [{ ...number(1), text: '' }]] })],
  ],
  [
    'data_table characters',
    [dataTable(2, 1, { rows: [[cell(1)], [cell(19_999)]] })],
    [dataTable(2, 1, { rows: [[cell(1)], [cell(20_000)]] })],
  ],
  ['charts in a message', [pie(1), pie(1)], [pie(1), pie(1), pie(1)]],
  ['chart title', [pie(1, { title: x(50) })], [pie(1, { title: x(51) })]],
  ['pie segments', [pie(6)], [pie(7)]],
  [
    'pie values above zero',
    [pie(1)],
    [pie(1, { chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } })],
  ],
  [
    'pie labels',
    [pie(1, { chart: { type: 'pie', segments: [{ label: x(20), value: 1 }] } })],
    [pie(1, { chart: { type: 'pie', segments: [{ label: x(21), value: 1 }] } })],
  ],
  ['chart series', [bar(6, 2)], [bar(7, 2)]],
  ['chart points', [bar(1, 20)], [bar(1, 21)]],
  ['a point per category', [bar(1, 2)], [bar(1, 2, { categories: ['c0', 'c1', 'c2'] })]],
  ['axis labels', [bar(1, 1, { x_label: x(50) })], [bar(1, 1, { x_label: x(51) })]],
]
