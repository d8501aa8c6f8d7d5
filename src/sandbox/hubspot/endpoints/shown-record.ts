import type { AccountState } from '../account-state.ts'
import { traitsOf } from '../account-types.ts'
import { inlineLinks, linksOfRecord } from '../associations.ts'
import { createdProperty, lastModifiedProperty, type ObjectType } from '../object-types.ts'
import { type PropertyCatalogue, propertyCatalogue } from '../property-catalogue.ts'
import type { PropertyValues, PropertyVersion, SandboxRecord } from '../records.ts'

export interface Wanted {
  properties: readonly string[]
  history: readonly string[]
  associations: readonly ObjectType[]
}

export type Shower = (record: SandboxRecord) => object

function versionsOf(record: SandboxRecord, name: string): PropertyVersion[] {
  const kept = record.history?.[name]
  if (kept !== undefined) return kept
  const value = record.properties[name]
  if (value === null || value === undefined) return []
  return [{ value, timestamp: record.createdAt, sourceType: 'CRM_UI' }]
}

interface ShownType {
  type: ObjectType
  defaults: readonly string[]
  catalogue: PropertyCatalogue
}

function namesShown({ type, defaults, catalogue }: ShownType, wanted: Wanted): string[] {
  const always = ['hs_object_id', createdProperty(type), lastModifiedProperty(type)]
  const asked = [...wanted.properties, ...wanted.history].filter((name) => catalogue.has(name))
  const hasAsked = wanted.properties.length > 0 || wanted.history.length > 0
  return [...new Set([...(hasAsked ? asked : defaults), ...always])]
}

function pick(values: PropertyValues, names: readonly string[]): PropertyValues {
  const picked: PropertyValues = {}
  for (const name of names) picked[name] = values[name] ?? null
  return picked
}

/**
 * How records of one type are shown for one request: the requested properties and those that are always included, unset
 * ones as null, unknown names silently left out.
 */
export function shower(state: AccountState, type: ObjectType, wanted: Wanted): Shower {
  const catalogue = propertyCatalogue(state, type)
  const { typeId, defaults } = traitsOf(state, type)
  const names = namesShown({ type, defaults, catalogue }, wanted)
  const historyNames = wanted.history.filter((name) => catalogue.has(name))
  const page = `https://${state.account.uiDomain}/contacts/${state.account.portalId}/record/${typeId}/`
  return (record) => {
    const shown: Record<string, unknown> = {
      id: record.id,
      properties: pick(record.properties, names),
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      archived: record.archived,
      url: page + record.id,
    }
    if (record.archivedAt !== undefined) shown['archivedAt'] = record.archivedAt
    if (historyNames.length > 0) {
      shown['propertiesWithHistory'] = Object.fromEntries(
        historyNames.map((name) => [name, versionsOf(record, name)]),
      )
    }
    const links = wanted.associations
      .map((to) => [to, linksOfRecord(state, { from: type, to, record })] as const)
      .filter(([, found]) => found.length > 0)
      .map(([to, found]) => [traitsOf(state, to).plural, inlineLinks(state, { from: type, to }, found)])
    if (links.length > 0) shown['associations'] = Object.fromEntries(links)
    return shown
  }
}
