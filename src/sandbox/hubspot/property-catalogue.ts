import type { AccountState } from './account-state.ts'
import { stageDateProperty } from './deal-derivation.ts'
import { createdProperty, lastModifiedProperty, type ObjectType } from './object-types.ts'
import { standardDispositions, standardProperties } from './standard-properties.ts'

export interface PropertyDefinition {
  name: string
  label: string
  type: string
  options: { value: string; label: string }[]
  isCalculated: boolean
}

export type PropertyCatalogue = ReadonlyMap<string, PropertyDefinition>

interface Kept {
  /** The sizes of the catalogue's sources. These only ever grow, so equal sizes mean it is up to date. */
  madeOf: string
  names: PropertyCatalogue
}

const catalogues = new WeakMap<AccountState, Map<ObjectType, Kept>>()

function define(name: string, type: string): PropertyDefinition {
  return { name, label: name, type, options: [], isCalculated: name.startsWith('hs_v2_') }
}

function guessedType(name: string): string {
  if (name.startsWith('hs_v2_date_')) return 'datetime'
  return /(date|timestamp|_at)$/.test(name) ? 'datetime' : 'string'
}

function stageProperties(state: AccountState, type: ObjectType): PropertyDefinition[] {
  if (type !== 'deals') return []
  return (state.pipelines['deals'] ?? [])
    .flatMap((pipeline) => pipeline.stages)
    .flatMap((stage) => [
      define(stageDateProperty('entered', stage.id), 'datetime'),
      define(stageDateProperty('exited', stage.id), 'datetime'),
    ])
}

function dispositionOptions(type: ObjectType, definition: PropertyDefinition): PropertyDefinition {
  if (type !== 'calls' || definition.name !== 'hs_call_disposition') return definition
  return { ...definition, options: standardDispositions }
}

function buildCatalogue(state: AccountState, type: ObjectType): PropertyCatalogue {
  const catalogue = new Map<string, PropertyDefinition>()
  const standard = standardProperties(type).map(([name, kind]) =>
    dispositionOptions(type, define(name, kind)),
  )
  for (const definition of [...standard, ...stageProperties(state, type)]) {
    catalogue.set(definition.name, definition)
  }
  for (const own of state.properties[type] ?? []) {
    const options = (own.options ?? []).map(([value, label]) => ({ value, label }))
    catalogue.set(own.name, { ...define(own.name, own.type), label: own.label ?? own.name, options })
  }
  for (const name of state.table(type).propertyNames()) {
    if (!catalogue.has(name)) catalogue.set(name, define(name, guessedType(name)))
  }
  catalogue.set(createdProperty(type), define(createdProperty(type), 'datetime'))
  catalogue.set(lastModifiedProperty(type), define(lastModifiedProperty(type), 'datetime'))
  return catalogue
}

/** Every property of a type: HubSpot's own, the account's custom ones, and any that a record has. */
export function propertyCatalogue(state: AccountState, type: ObjectType): PropertyCatalogue {
  const kept = catalogues.get(state) ?? new Map<ObjectType, Kept>()
  catalogues.set(state, kept)
  const stageCount = (state.pipelines['deals'] ?? []).reduce((sum, { stages }) => sum + stages.length, 0)
  const ownCount = state.properties[type]?.length ?? 0
  const madeOf = [state.table(type).propertyNames().size, stageCount, ownCount].join('/')
  const found = kept.get(type)
  if (found?.madeOf === madeOf) return found.names
  const names = buildCatalogue(state, type)
  kept.set(type, { madeOf, names })
  return names
}
