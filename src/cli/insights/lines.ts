/** Lines of a terminal, none wider than 80 columns. */
import type { InsightsDocument } from '../../domain/insights/document.ts'

export const WIDTH = 80

/** Cut to a width in characters, with an ellipsis, and stripped of terminal control characters. */
export function cut(text: string, width: number): string {
  const characters = [...harmless(text)]
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : characters.join('')
}

/** Names come from HubSpot: nothing in them may control a terminal. */
function harmless(text: string): string {
  return text.replace(/\p{C}/gu, ' ')
}

/** Names left, numbers right. A negative width aligns a cell to the right. */
export function row(cells: readonly (readonly [text: string, width: number])[]): string {
  const set = cells.map(([text, width]) => {
    const size = Math.abs(width)
    const shown = cut(text, size)
    const gap = ' '.repeat(size - [...shown].length)
    return width < 0 ? gap + shown : shown + gap
  })
  return `  ${set.join(' ')}`.trimEnd()
}

/** A paragraph, wrapped between words, indented, and stripped of terminal control characters. */
export function wrapped(text: string, indent = '  '): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of harmless(text).split(' ')) {
    if (line !== '' && [...indent, ...line, ' ', ...word].length > WIDTH) {
      lines.push(indent + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, indent + line]
}

export function headed(title: string, lines: readonly string[]): string[] {
  return ['', title, ...lines]
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** At most two digits after the point, without trailing zeros. */
export function short(value: number): string {
  return String(Number(value.toFixed(2)))
}

/** How wide the names of teams are in tables. */
export const NAME = 24

/** Teams and everyone. */
export function sharedScopes({ _meta: { names } }: InsightsDocument): [key: string, name: string][] {
  return Object.entries(names).filter(([key]) => !key.startsWith('rep:'))
}
