import type { Row } from './measurement.ts'

const HEADINGS = ['', 'ours', 'compared with', 'figure', 'goal', '']

/** Formats rows as an aligned text table. */
export function toTable(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => lengthOf(line[column]))))
  const written = lines.map((line) => line.map((cell, column) => padded(cell, widths[column])).join('  '))
  const [head = '', ...body] = written.map((line) => line.trimEnd())
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [head, rule, ...body].join('\n')
}

function cellsOf({ what, ours, comparedWith, figure, goal }: Row): string[] {
  return [
    what,
    ours,
    comparedWith,
    figure,
    goal?.text ?? '',
    goal === null ? '' : goal.isMet ? 'met' : 'MISSED',
  ]
}

function lengthOf(cell: string | undefined): number {
  return [...(cell ?? '')].length
}

function padded(cell: string, width: number | undefined): string {
  return cell + ' '.repeat((width ?? 0) - lengthOf(cell))
}
