/** The source as a pass uses it: every record is asked for with the properties that the settings name. */
import type { FactType } from '../domain/facts.ts'
import type { NamedProperties, SettingsStore, Source } from '../ports.ts'

export async function readNamed(settings: SettingsStore): Promise<NamedProperties> {
  const { costProperty, contractYearsProperty } = await settings.read()
  return { cost: costProperty, contractYears: contractYearsProperty }
}

/**
 * The settings are read for each call: a long pass would else bring back what was named when it began. Where they have
 * changed before the answer is here, it is asked for again. Only deals have such properties.
 */
export function withNamed(source: Source, settings: SettingsStore): Source {
  async function call<T>(type: FactType, ask: (named?: NamedProperties) => Promise<T>): Promise<T> {
    while (type === 'deals') {
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
    readHeld: (type, ids) => call(type, (named) => source.readHeld(type, ids, named)),
  }
}

function isSame(a: NamedProperties, b: NamedProperties): boolean {
  return a.cost === b.cost && a.contractYears === b.contractYears
}
