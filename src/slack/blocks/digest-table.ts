import type { DataTableBlock, RawNumberElement, RawTextElement } from '@slack/types'
import type { Digest, DigestTable, TableRow } from '../../domain/digest/digest.ts'
import { NO_VALUE, type Texts } from '../../i18n/texts.ts'
import { digestTitle, periodOf } from './digest-lines.ts'
import { clean, cut, escapeMrkdwn, shortName, widthOf } from './escape.ts'
import type { Payload } from './extra-blocks.ts'
import { limits } from './limits.ts'
import { line, paragraph, smallPrint } from './line.ts'

/** The name and at most three numbers. */
const MAX_COLUMNS = 4
const PAGE_SIZE = 25
/** Wide enough for nearly every name, yet 100 rows still fit in one message. */
const TABLE_NAME_MAX = 32
const PLAIN_NAME_MAX = 16

type Cell = RawTextElement | RawNumberElement

interface Part {
  table: DigestTable
  /** Metrics shown as columns. */
  columns: string[]
  rows: TableRow[]
  /** The index of the first row shown, and the number of rows in all. */
  first: number
  total: number
}

/** Rows `[first, first + count)` of the digest's table, sorted by name, for the thread. */
export function tableBlocks(digest: Digest, range: { first: number; count: number }, texts: Texts): Payload {
  const part = partOf(digest, range)
  if (!part) return nothing(texts)
  const title = caption(digest, part, texts)
  const block: DataTableBlock = {
    type: 'data_table',
    caption: title,
    page_size: PAGE_SIZE,
    row_header_column_index: 0,
    rows: [header(part, texts), ...part.rows.map((row) => cells(digest, part, { row, texts }))],
  }
  return {
    text: escapeMrkdwn(summary(digest, part, texts).join('\n')),
    blocks: [block, smallPrint(notes(part, texts))],
  }
}

/** The same rows as aligned plain text, for workspaces that refuse tables. */
export function tableText(digest: Digest, range: { first: number; count: number }, texts: Texts): string {
  const part = partOf(digest, range)
  if (!part) return nothing(texts).text
  const lines = [header(part, texts), ...part.rows.map((row) => cells(digest, part, { row, texts }))]
  const words = lines.map((row) =>
    row.map(({ text }, index) => plainText(text, index === 0 ? PLAIN_NAME_MAX : TABLE_NAME_MAX)),
  )
  const widths = (words[0] ?? []).map((_, column) =>
    Math.max(...words.map((row) => widthOf(row[column] ?? ''))),
  )
  const aligned = words.map((row) =>
    row.map((text, column) => pad(text, widths[column] ?? 0, column)).join(' '),
  )
  const head = summary(digest, part, texts).map((text) => text.replaceAll('`', ''))
  const body = escapeMrkdwn(aligned.join('\n'))
  return [
    escapeMrkdwn(head.join('\n')),
    `\`\`\`\n${body}\n\`\`\``,
    ...notes(part, texts).map(escapeMrkdwn),
  ].join('\n')
}

/** Without backticks, so that a name cannot end the code fence. */
function plainText(text: string, max: number): string {
  return cut(text.replaceAll('`', ''), max)
}

function pad(text: string, width: number, column: number): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)))
  return column === 0 ? text + gap : gap + text
}

/** `null` if the range has no rows. */
function partOf({ table }: Digest, { first, count }: { first: number; count: number }): Part | null {
  if (!table) return null
  const rows = table.rows.slice(first, first + Math.min(count, limits.dataTable.rows - 1))
  if (rows.length === 0) return null
  const columns = table.columns.slice(0, MAX_COLUMNS - 1 - (table.hasQuotaColumn ? 1 : 0))
  return { table, columns, rows, first, total: table.rows.length }
}

function nothing(texts: Texts): Payload {
  const text = texts.say('table.empty')
  return { text: escapeMrkdwn(text), blocks: [paragraph([line(text)])] }
}

function caption(digest: Digest, { table }: Part, texts: Texts): string {
  return texts.say('table.caption', {
    title: shortName(digestTitle(digest, texts), TABLE_NAME_MAX),
    period: periodOf(table, texts),
  })
}

function header({ table, columns }: Part, texts: Texts): RawTextElement[] {
  const names = [texts.say('table.name'), ...columns.map((metric) => shortName(texts.metricName(metric)))]
  const all = table.hasQuotaColumn ? [...names, texts.say('table.quota')] : names
  return all.map((text) => ({ type: 'raw_text', text }))
}

function cells(
  digest: Digest,
  { table, columns }: Part,
  { row, texts }: { row: TableRow; texts: Texts },
): Cell[] {
  const { currency, exponent } = digest
  const name: Cell = { type: 'raw_text', text: shortName(row.name, TABLE_NAME_MAX) }
  const numbers = columns.map((metric, index) => {
    const value = row.cells[index] ?? null
    const text = texts.value(metric, value, { currency, exponent, detail: 'short' })
    return cell(value !== null && texts.unitOf(metric) === 'money' ? value / 10 ** exponent : value, text)
  })
  const quota = cell(row.attainment, shareText(row, texts))
  return table.hasQuotaColumn ? [name, ...numbers, quota] : [name, ...numbers]
}

/** The share of the target, with the number of working days that the target does not cover, if any. */
function shareText({ attainment, uncoveredDays }: TableRow, texts: Texts): string {
  if (attainment === null) return NO_VALUE
  const share = texts.percent(attainment)
  return uncoveredDays ? `${share} (${texts.formats.number(uncoveredDays)}*)` : share
}

/** Slack sorts by the number and shows the text; a missing number is a dash. */
function cell(value: number | null, text: string): Cell {
  return value === null ? { type: 'raw_text', text: NO_VALUE } : { type: 'raw_number', value, text }
}

function summary(digest: Digest, part: Part, texts: Texts): string[] {
  const { table, first, rows, total } = part
  const title = clean(shortName(digestTitle(digest, texts)))
  const lines = [texts.say('table.summary', { title, period: periodOf(table, texts) })]
  return rows.length === total ? lines : [...lines, rowRange({ first, count: rows.length, total }, texts)]
}

function rowRange(
  { first, count, total }: { first: number; count: number; total: number },
  texts: Texts,
): string {
  return texts.say('table.rows', { first: first + 1, last: first + count, total })
}

/** Which rows these are, and what each column means. */
function notes({ table, columns, first, rows, total }: Part, texts: Texts): string[] {
  const range = rows.length === total ? [] : [rowRange({ first, count: rows.length, total }, texts)]
  const meanings = columns.map((metric) =>
    texts.say('table.definition', { metric: texts.metricName(metric), about: texts.metricAbout(metric) }),
  )
  if (!table.hasQuotaColumn) return [...range, ...meanings]
  const isPart = rows.some(({ attainment, uncoveredDays }) => attainment !== null && uncoveredDays)
  const quota = [texts.say('table.quotaDefinition'), ...(isPart ? [texts.say('table.uncovered')] : [])]
  return [...range, ...meanings, ...quota]
}
