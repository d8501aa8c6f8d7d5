/** A territory as its records name it: equal ones have one key. */
export interface TerritoryName {
  key: string
  name: string
}

/**
 * The territories in the value of a property: compared without regard to case and outer blanks; of a list, whose parts
 * stand between semicolons, each part is one.
 */
export function territoriesIn(text: string): TerritoryName[] {
  const names = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return [...new Map(names.map((name) => [name.toLowerCase(), name]))].map(([key, name]) => ({ key, name }))
}
