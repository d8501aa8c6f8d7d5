/** The source as passes use it: every record is requested with the properties that the settings name. */
import { type FactType, isNaming, objectType } from '../domain/facts/facts.ts'
import type { SettingsStore } from '../ports/directory-store.ts'
import type { NamedProperties, Source } from '../ports/source.ts'

export async function readNamed(settings: SettingsStore): Promise<NamedProperties> {
  const { costProperty, contractYearsProperty, territoryProperty } = await settings.read()
  return { cost: costProperty, contractYears: contractYearsProperty, territory: territoryProperty }
}

/** The named properties that are requested for a type, in a fixed order. */
export function namesFor(type: FactType, named: NamedProperties): Partial<NamedProperties> {
  return Object.fromEntries(objectType(type).named.map((property) => [property, named[property]]))
}

/**
 * Reads the settings for each call, since a long pass would otherwise use the names from its start. If they change
 * before the answer arrives, the request is repeated. Only deals and contacts have such properties.
 */
export function withNamed(source: Source, settings: SettingsStore): Source {
  async function call<T>(type: FactType, ask: (named?: NamedProperties) => Promise<T>): Promise<T> {
    while (isNaming(type)) {
      const named = await readNamed(settings)
      const answer = await ask(named)
      if (isSame(named, await readNamed(settings))) return answer
    }
    return ask()
  }
  return {
    ...source,
    listPage: (type, cursor) => call(type, (named) => source.listPage(type, cursor, named)),
    changedPage: (type, window, cursor) =>
      call(type, (named) => source.changedPage(type, window, cursor, named)),
    pageFromAbove: (type, cursor) => call(type, (named) => source.pageFromAbove(type, cursor, named)),
    readByIds: (type, ids) => call(type, (named) => source.readByIds(type, ids, named)),
  }
}

function isSame(a: NamedProperties, b: NamedProperties): boolean {
  return a.cost === b.cost && a.contractYears === b.contractYears && a.territory === b.territory
}
