/** CSV as spreadsheets write it: quotes, any line end, a byte order mark, commas, semicolons or tabs. */
import { CsvError, parse } from 'csv-parse/sync'

/** A row of a table, with its fields trimmed. `number` is the line of the file at which it begins. */
export interface CsvLine {
  number: number
  fields: string[]
}

const DELIMITERS = [',', ';', '\t'] as const

/**
 * All rows except blank ones and the `sep=;` line that Excel writes and reads, or a complaint that names the line at which
 * the text stops being CSV. `titles` are the column titles to look for: the delimiter is the one that separates them.
 */
export function readCsvLines(
  written: string,
  titles: readonly string[],
): { lines: CsvLine[] } | { complaint: string } {
  const { text, separator } = withoutSeparatorLine(written)
  const lines: CsvLine[] = []
  let lastNumber = 0
  try {
    parse(text, {
      bom: true,
      delimiter: separator ?? delimiterOf(text, titles),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
      on_record(fields: string[], info) {
        if (fields.some((field) => field !== '')) lines.push({ number: lastNumber + 1, fields })
        lastNumber = info.lines
        return null
      },
    })
    return { lines }
  } catch (error) {
    if (error instanceof CsvError) return { complaint: `line ${lastNumber + 1}: ${explain(error)}` }
    throw error
  }
}

/** The `sep=` line is left blank rather than removed, so that the other lines keep their numbers. */
function withoutSeparatorLine(text: string): { text: string; separator: string | null } {
  const [line, , separator = null] = /^\uFEFF?\s*("?)sep=([^"\r\n])\1[ \t]*(?=[\r\n]|$)/i.exec(text) ?? ['']
  return { text: text.slice(line.length), separator }
}

/** Titles are near the top. */
const LINES_LOOKED_AT = 20

/** The delimiter that splits some line into the most titles. If none finds a title, the most frequent in the first line. */
function delimiterOf(text: string, titles: readonly string[]): string {
  const top = text.trimStart().split(/\r\n|\n|\r/, LINES_LOOKED_AT)
  const [first = ''] = top
  const count = (delimiter: string) => first.split(delimiter).length
  const known = (delimiter: string) =>
    Math.max(...top.map((line) => titlesIn(unquoted(line.split(delimiter)), titles)))
  return DELIMITERS.reduce((best, one) =>
    known(one) > known(best) || (known(one) === known(best) && count(one) > count(best)) ? one : best,
  )
}

function unquoted(fields: readonly string[]): string[] {
  return fields.map((field) => field.trim().replace(/^"|"$/g, ''))
}

/** How many of the titles are among the fields, ignoring case. */
export function titlesIn(fields: readonly string[], titles: readonly string[]): number {
  const written = fields.map((field) => field.trim().toLowerCase())
  return titles.filter((title) => written.includes(title)).length
}

function explain({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quote is opened and never closed'
    : 'there is a quote inside a field; put the whole field in quotes and write the quote twice'
}
