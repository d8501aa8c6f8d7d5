import { IntlMessageFormat } from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The message parser's numbers for types of elements. */
const LITERAL = 0
const POUND = 7

/** The values that a message takes, and the plural forms of each of its plurals. */
export interface Wants {
  values: string[]
  plurals: string[][]
}

export function wantsOf(message: string, locale: string): Wants {
  const elements = elementsOf(new IntlMessageFormat(message, locale).getAst())
  const values = elements.flatMap((element) => ('value' in element ? [element.value] : []))
  const plurals = elements.flatMap((element) =>
    'options' in element && 'pluralType' in element ? [Object.keys(element.options).sort()] : [],
  )
  return { values: [...new Set(values)].sort(), plurals }
}

function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if (element.type === LITERAL || element.type === POUND) return []
    const inner = 'options' in element ? Object.values(element.options).flatMap(({ value }) => value) : []
    return [element, ...elementsOf(inner)]
  })
}

/** A message with the values filled in. */
export function filled(message: string, locale: string, values: Record<string, string | number>): string {
  return String(new IntlMessageFormat(message, locale).format(values))
}
