import type { DataTableBlock, RawNumberElement, RawTextElement } from '@slack/types'
import type { RepRow, RepsAnswer } from '../../../domain/answer/reps.ts'
import type { QuotaStatus } from '../../../domain/quotas/progress.ts'
import type { SentenceKey } from '../../../i18n/language.ts'
import { NO_VALUE } from '../../../i18n/texts.ts'
import { shortName } from '../escape.ts'
import { line } from '../line.ts'
import type { Drawing, Formatter } from './drawing.ts'

/** On a phone, more rows than these are pages of the table. */
const PAGE_SIZE = 10

const STATUS: Record<QuotaStatus, SentenceKey> = {
  met: 'reps.met',
  missed: 'reps.missed',
  ahead: 'reps.ahead',
  'on pace': 'reps.onPace',
  behind: 'reps.behind',
  'at risk': 'reps.atRisk',
}

type Cell = RawTextElement | RawNumberElement

/** A table with one row a rep. */
export function drawReps(answer: RepsAnswer, formatter: Formatter): Drawing {
  const { metric, asked, rows, first, total, more } = answer
  const { texts } = formatter
  const names = { metric: texts.metricName(metric), period: texts.period(asked) }
  const headline = texts.say('reps.headline', names)
  const range = texts.say('table.rows', { first: first + 1, last: first + rows.length, total })
  return {
    paragraphs: more === null ? [] : [[line(range)]],
    table: {
      block: tableOf(answer, headline, formatter),
      lines: [headline, ...rows.map((row) => rowText(row, answer, formatter))],
    },
    buttons: more === null ? [] : [{ label: texts.say('reps.more'), words: more }],
  }
}

function tableOf(answer: RepsAnswer, caption: string, formatter: Formatter): DataTableBlock {
  const { texts } = formatter
  const header = [
    ...[texts.say('table.name'), texts.say('reps.target'), texts.say('reps.actual')],
    ...[texts.say('reps.expected'), texts.say('reps.status')],
    ...answer.counted.map((metric) => shortName(texts.metricName(metric))),
  ]
  return {
    type: 'data_table',
    caption,
    page_size: PAGE_SIZE,
    row_header_column_index: 0,
    rows: [
      header.map((text) => ({ type: 'raw_text' as const, text })),
      ...answer.rows.map((row) => cells(row, answer, formatter)),
    ],
  }
}

function cells({ name, progress, counts }: RepRow, answer: RepsAnswer, formatter: Formatter): Cell[] {
  const { target, actual, expectedShare, isLimit } = progress
  const number = (metric: string, value: number | null) => cell(metric, value, formatter)
  const expected = target === null || isLimit || expectedShare === null ? null : target * expectedShare
  return [
    { type: 'raw_text', text: shortName(name) },
    number(answer.metric, target),
    number(answer.metric, actual),
    number(answer.metric, expected),
    { type: 'raw_text', text: statusText(progress, formatter) },
    ...answer.counted.map((metric, index) => number(metric, counts[index] ?? null)),
  ]
}

/** Slack sorts by the number and shows the text. */
function cell(metric: string, value: number | null, { value: written, basis, texts }: Formatter): Cell {
  if (value === null) return { type: 'raw_text', text: NO_VALUE }
  const sorted = texts.unitOf(metric) === 'money' ? value / 10 ** (basis?.exponent ?? 2) : value
  return { type: 'raw_number', value: sorted, text: written(metric, value, 'short') }
}

function statusText({ target, status, isTooEarly }: RepRow['progress'], { texts }: Formatter): string {
  if (target === null) return texts.say('reps.noTarget')
  if (status !== null) return texts.say(STATUS[status])
  return isTooEarly ? texts.say('reps.tooEarly') : NO_VALUE
}

function rowText({ name, progress }: RepRow, { metric }: RepsAnswer, formatter: Formatter): string {
  const { texts, value } = formatter
  const actual = value(metric, progress.actual, 'short')
  const status = statusText(progress, formatter)
  if (progress.target === null) return texts.say('reps.rowWithout', { name: shortName(name), actual, status })
  const target = value(metric, progress.target, 'short')
  return texts.say('reps.row', { name: shortName(name), actual, target, status })
}
