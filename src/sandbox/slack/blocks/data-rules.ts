import { type JsonObject, listOf, objectsOf, textOf } from '../json.ts'
import {
  also,
  bool,
  byType,
  type Check,
  choice,
  complain,
  finite,
  integer,
  list,
  orNull,
  positive,
  shape,
  text,
} from './check.ts'
import { id, richText } from './text-rules.ts'

const cells: Record<string, Check> = {
  raw_text: shape({ required: { type: choice('raw_text'), text: text(40_000) } }),
  raw_number: shape({ required: { type: choice('raw_number'), value: finite, text: text(40_000) } }),
  rich_text: richText,
}

const columnSetting = orNull(
  shape({ required: {}, optional: { align: choice('left', 'center', 'right'), is_wrapped: bool } }),
)

/** The table block: up to 100 rows of up to 20 cells. */
export const table = shape({
  required: { type: choice('table'), rows: list(list(byType(cells), 20), 100) },
  optional: { block_id: id, column_settings: list(columnSetting, 20) },
})

function equalRows(value: JsonObject, pointer: string): string[] {
  const rows = listOf(value['rows']).map(listOf)
  const width = rows[0]?.length ?? 0
  const uneven = rows.findIndex((row) => row.length !== width)
  if (uneven >= 0)
    return [complain('all rows must have the same number of cells', `${pointer}/rows/${uneven}`)]
  const hasRichHeader = objectsOf(rows[0]).some((cell) => cell['type'] === 'rich_text')
  if (hasRichHeader) return [complain('header cells must not be rich_text', `${pointer}/rows/0`)]
  const headerColumn = value['row_header_column_index']
  return typeof headerColumn === 'number' && headerColumn >= width
    ? [complain('must be the index of a column', `${pointer}/row_header_column_index`)]
    : []
}

/** The data_table block: a header row and up to 200 more, all of the same length. */
export const dataTable = also(
  shape({
    required: {
      type: choice('data_table'),
      caption: text(2000),
      rows: list(list(byType(cells), 20), 201, 2),
    },
    optional: { block_id: id, page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
  }),
  equalRows,
)

const point = shape({ required: { label: text(20), value: finite } })
const series = shape({ required: { name: text(20), data: list(point, 20) } })
const axis = shape({
  required: { categories: list(text(20), 20) },
  optional: { x_label: text(50), y_label: text(50) },
})

function samePoints(value: JsonObject, pointer: string): string[] {
  const all = objectsOf(value['series'])
  const names = all.map((one) => textOf(one['name']))
  if (new Set(names).size < names.length)
    return [complain('series names must be unique', `${pointer}/series`)]
  const axisConfig = value['axis_config']
  const categories = objectsOf([axisConfig ?? null]).flatMap((one) => listOf(one['categories']))
  return all.flatMap((one, index) => {
    const labels = objectsOf(one['data']).map((datum) => textOf(datum['label']))
    const isWhole =
      labels.length === categories.length && categories.every((name) => labels.includes(textOf(name)))
    return isWhole ? [] : [complain('must have one point per category', `${pointer}/series/${index}/data`)]
  })
}

/** At most 6 series, as the block's documentation says, although Slack has been seen to accept more. */
function plotted(type: string): Check {
  return also(
    shape({ required: { type: choice(type), series: list(series, 6), axis_config: axis } }),
    samePoints,
  )
}

const segment = shape({ required: { label: text(20), value: positive } })

const charts: Record<string, Check> = {
  pie: shape({ required: { type: choice('pie'), segments: list(segment, 6) } }),
  bar: plotted('bar'),
  line: plotted('line'),
  area: plotted('area'),
}

/** The data_visualization block: one native chart. */
export const dataVisualization = shape({
  required: { type: choice('data_visualization'), title: text(50), chart: byType(charts) },
  optional: { block_id: id },
})
