/** A territory as its records name it; equal names have the same key. */
export interface TerritoryName {
  key: string
  name: string
}

/**
 * The territories in a property's value. A list is separated by semicolons, and each part is a territory. Names are
 * compared regardless of case and surrounding blanks.
 */
export function territoriesIn(text: string): TerritoryName[] {
  const names = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return [...new Map(names.map((name) => [name.toLowerCase(), name]))].map(([key, name]) => ({ key, name }))
}
