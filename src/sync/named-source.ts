/** The source as a poll uses it: every record is asked for with the properties that the settings name. */
import type { Settings } from '../domain/settings.ts'
import type { NamedProperties, Source } from '../ports.ts'

export function namedIn(settings: Pick<Settings, 'costProperty' | 'contractYearsProperty'>): NamedProperties {
  return { cost: settings.costProperty, contractYears: settings.contractYearsProperty }
}

export function withNamed(source: Source, named: NamedProperties): Source {
  return {
    ...source,
    listPage: (type, cursor) => source.listPage(type, cursor, named),
    changedPage: (type, window, cursor) => source.changedPage(type, window, cursor, named),
    readHeld: (type, ids) => source.readHeld(type, ids, named),
  }
}
