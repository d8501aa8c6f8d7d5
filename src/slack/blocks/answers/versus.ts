import type { DataTableBlock, RawNumberElement, RawTextElement } from '@slack/types'
import type { CardAnswer, MetricLine, VersusAnswer } from '../../../domain/answer/answer.ts'
import { NO_VALUE } from '../../../i18n/texts.ts'
import { line } from '../line.ts'
import { drawLine } from './card.ts'
import { type Drawing, type Formatter, headed } from './drawing.ts'

/** One row a metric and one column for each of those compared; below, why a number is missing. */
export function drawVersus({ columns }: VersusAnswer, formatter: Formatter): Drawing {
  const { texts } = formatter
  const [first] = columns
  const metrics = first?.lines.map(({ metric }) => texts.metricName(metric)) ?? []
  const caption = texts.say('versus.headline', { metrics: metrics.join(', ') })
  const heads = columns.map((column) => headOf(column, formatter))
  const cells = metrics.map((_, row) => columns.map(({ lines }) => cellOf(lines[row], formatter)))
  const block: DataTableBlock = {
    type: 'data_table',
    caption,
    row_header_column_index: 0,
    rows: [
      [texts.say('versus.number'), ...heads].map((text) => ({ type: 'raw_text' as const, text })),
      ...metrics.map((metric, row) => [{ type: 'raw_text' as const, text: metric }, ...(cells[row] ?? [])]),
    ],
  }
  const lines = metrics.flatMap((metric, row) =>
    heads.map((head, index) =>
      texts.say('versus.row', { metric, column: head, value: cells[row]?.[index]?.text ?? NO_VALUE }),
    ),
  )
  const why = [...new Set(columns.flatMap((column) => reasons(column, formatter)))]
  return {
    paragraphs: why.length > 0 ? [why.map(line)] : [],
    table: { block, lines: [caption, ...lines] },
  }
}

function headOf({ subject, lines }: CardAnswer, { texts }: Formatter): string {
  const [first] = lines
  return headed(subject, first ? texts.period(first.asked) : NO_VALUE, texts)
}

type Cell = RawTextElement | RawNumberElement

function numberIn(metricLine: MetricLine | undefined): number | null {
  if (!metricLine || metricLine.missing) return null
  const { value } = metricLine
  return value === null || typeof value === 'string' ? null : value.value
}

function cellOf(metricLine: MetricLine | undefined, formatter: Formatter): Cell {
  const value = numberIn(metricLine)
  if (!metricLine || value === null) return { type: 'raw_text', text: NO_VALUE }
  const { metric } = metricLine
  const isMoney = formatter.texts.unitOf(metric) === 'money'
  const sorted = isMoney ? value / 10 ** (formatter.basis?.exponent ?? 2) : value
  return { type: 'raw_number', value: sorted, text: formatter.value(metric, value) }
}

/** Why numbers are missing, as on a card. */
function reasons({ subject, lines }: CardAnswer, formatter: Formatter): string[] {
  return lines
    .filter((metricLine) => numberIn(metricLine) === null)
    .map((metricLine) => {
      const [first, ...rest] = drawLine(metricLine, formatter)
      return [headed(subject, first, formatter.texts), ...rest].join(' · ')
    })
}
