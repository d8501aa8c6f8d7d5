/** Quotas from a CSV file: a table in; quotas for the settings, or every complaint, out. */

import type { QuotaSetting } from '../domain/company/settings.ts'
import { keyOf } from '../domain/quotas/replace-csv-quotas.ts'
import { type CsvLine, readCsvLines, titlesIn } from './csv-lines.ts'
import { isDayFirst } from './quota-days.ts'
import {
  type Field,
  type FileBasis,
  idsByName,
  QUOTA_COLUMNS,
  type QuotasCsvBasis,
  readQuotaLine,
} from './quota-line.ts'

export type QuotasReading = { quotas: QuotaSetting[] } | { complaints: string[] }

/**
 * Reads a table with the columns who, metric, from, to and target, in any order. Other columns, and rows above the column
 * titles, are ignored. One bad line means that nothing is taken. Each complaint names its line.
 */
export function readQuotasCsv(text: string, basis: QuotasCsvBasis): QuotasReading {
  const reading = readCsvLines(text, QUOTA_COLUMNS)
  if ('complaint' in reading) return { complaints: [reading.complaint] }
  const [header, ...lines] = fromTitlesOn(reading.lines)
  if (!header) return { complaints: ['line 1: the file is empty'] }
  const titles = header.fields.map((title) => title.toLowerCase())
  const faults = faultsOf(titles)
  if (faults.length > 0) return { complaints: faults.map((fault) => `line ${header.number}: ${fault}`) }
  if (lines.length === 0) return { complaints: [`line ${header.number}: no quotas follow`] }
  return readLines(titles, lines, basis)
}

/** More than a heading above the table would contain by chance. */
const FEWEST_TITLES = 3

function fromTitlesOn(lines: readonly CsvLine[]): readonly CsvLine[] {
  const start = lines.findIndex(({ fields }) => titlesIn(fields, QUOTA_COLUMNS) >= FEWEST_TITLES)
  return start > 0 ? lines.slice(start) : lines
}

function faultsOf(titles: readonly string[]): string[] {
  return QUOTA_COLUMNS.flatMap((column) => {
    const count = titles.filter((title) => title === column).length
    if (count === 0) return [`the column "${column}" is missing`]
    return count === 1 ? [] : [`the column "${column}" occurs ${count} times`]
  })
}

function readLines(
  titles: readonly string[],
  lines: readonly CsvLine[],
  basis: QuotasCsvBasis,
): QuotasReading {
  const quotas: QuotaSetting[] = []
  const complaints: string[] = []
  const numbers = new Map<string, number>()
  const dates = lines.flatMap((line) => [fieldOf(titles, line)('from'), fieldOf(titles, line)('to')])
  const names = idsByName(basis.metricNames)
  const whole = { ...basis, isDayFirst: isDayFirst(dates), idsByName: names }
  for (const line of lines) {
    const read = readLine(titles, line, whole)
    const reasons = 'quota' in read ? reasonsToRepeat(read.quota, line, numbers) : read.reasons
    complaints.push(...reasons.map((reason) => `line ${line.number}: ${reason}`))
    if ('quota' in read) quotas.push(read.quota)
  }
  return complaints.length > 0 ? { complaints } : { quotas }
}

function fieldOf(titles: readonly string[], { fields }: CsvLine): Field {
  return (column) => fields[titles.indexOf(column)] ?? ''
}

function readLine(
  titles: readonly string[],
  line: CsvLine,
  basis: FileBasis,
): ReturnType<typeof readQuotaLine> {
  if (line.fields.length !== titles.length)
    return { reasons: [`has ${line.fields.length} fields instead of ${titles.length}`] }
  return readQuotaLine(fieldOf(titles, line), basis)
}

/** Two lines about the same who, metric and days would leave open which one counts. */
function reasonsToRepeat(quota: QuotaSetting, line: CsvLine, numbers: Map<string, number>): string[] {
  const key = keyOf(quota)
  const earlier = numbers.get(key)
  if (earlier !== undefined) return [`repeats line ${earlier}: who, metric, from and to are the same`]
  numbers.set(key, line.number)
  return []
}
