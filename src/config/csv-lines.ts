/** CSV as spreadsheets write it: quotes, any line end, a byte order mark, commas, semicolons or tabs. */
import { CsvError, parse } from 'csv-parse/sync'

/** A line of a table and the number at which it begins. Blanks around fields are gone. */
export interface CsvLine {
  number: number
  fields: string[]
}

const DELIMITERS = [',', ';', '\t'] as const

/** All lines but blank ones; or where the text stops being CSV. */
export function readCsvLines(text: string): { lines: CsvLine[] } | { complaint: string } {
  const lines: CsvLine[] = []
  let lastNumber = 0
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
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

/** The one that the first line has most often. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1)
  const count = (delimiter: string) => first.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

function explain({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quote is opened and never closed'
    : 'a quote stands inside a field; put the whole field in quotes and write the quote twice'
}
