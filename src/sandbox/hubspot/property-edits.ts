import type { OwnProperty } from './account-data.ts'
import type { AccountState } from './account-state.ts'
import type { ObjectType } from './object-types.ts'

/** Changes to the definitions of properties, as an admin makes them in HubSpot. Values of records stay as they are. */
export interface PropertyEdits {
  /** Adds a property, brings back an archived one or changes a definition. */
  defineProperty(type: ObjectType, property: OwnProperty): void
  /** Archives a property: no answer shows it or its values any more, and no search may filter by it. */
  archiveProperty(type: ObjectType, name: string): void
}

export function createPropertyEdits(state: AccountState): PropertyEdits {
  function others(type: ObjectType, name: string): OwnProperty[] {
    return (state.properties[type] ?? []).filter((property) => property.name !== name)
  }

  return {
    defineProperty(type, property) {
      state.archivedProperties.get(type)?.delete(property.name)
      state.properties[type] = [...others(type, property.name), property]
    },
    archiveProperty(type, name) {
      const archived = state.archivedProperties.get(type) ?? new Set<string>()
      state.archivedProperties.set(type, archived.add(name))
      state.properties[type] = others(type, name)
    },
  }
}
