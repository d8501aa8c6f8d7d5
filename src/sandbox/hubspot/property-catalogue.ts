import type { OwnProperty } from './account-data.ts'
import type { AccountState } from './account-state.ts'
import { stageDateProperty } from './deal-derivation.ts'
import { createdProperty, lastModifiedProperty, type ObjectType } from './object-types.ts'
import { standardDispositions, standardProperties } from './standard-properties.ts'

export interface PropertyDefinition {
  name: string
  label: string
  type: string
  fieldType: string
  options: { value: string; label: string }[]
  /** Whether the choices are records of `referencedObjectType` instead of `options`. */
  externalOptions: boolean
  referencedObjectType?: string
  isCalculated: boolean
  /** Whether HubSpot defined it, not the account. */
  isHubSpots: boolean
}

export type PropertyCatalogue = ReadonlyMap<string, PropertyDefinition>

interface Kept {
  /** The sizes of the catalogue's sources. These only ever grow, so equal sizes mean it is up to date. */
  madeOf: string
  /** The account's own definitions. Edits replace the list. */
  own: readonly OwnProperty[] | undefined
  names: PropertyCatalogue
}

const catalogues = new WeakMap<AccountState, Map<ObjectType, Kept>>()

const fieldTypes: Record<string, string> = {
  number: 'number',
  date: 'date',
  datetime: 'date',
  bool: 'booleancheckbox',
  enumeration: 'select',
}

const yesAndNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

/** HubSpot's properties that hold the ids of one owner or of several. */
const ofOwners: Record<string, string> = {
  hubspot_owner_id: 'select',
  hs_all_owner_ids: 'checkbox',
  hs_attendee_owner_ids: 'checkbox',
}

/** Labels that are not the words of the name. */
const labels: Record<string, string> = {
  closedate: 'Close date',
  createdate: 'Create date',
  days_to_close: 'Days to close',
  deal_currency_code: 'Currency',
  dealname: 'Deal name',
  dealstage: 'Deal stage',
  dealtype: 'Deal type',
  firstname: 'First name',
  hs_activity_type: 'Call and meeting type',
  hs_call_disposition: 'Call outcome',
  hs_createdate: 'Create date',
  hs_lastmodifieddate: 'Last modified date',
  hs_manual_forecast_category: 'Forecast category',
  hs_object_id: 'Record ID',
  hs_timestamp: 'Activity date',
  hubspot_owner_assigneddate: 'Owner assigned date',
  hubspot_owner_id: 'Owner',
  hubspot_team_id: 'HubSpot team',
  jobtitle: 'Job title',
  lastmodifieddate: 'Last modified date',
  lastname: 'Last name',
  lifecyclestage: 'Lifecycle stage',
}

/** Nearly all of HubSpot's own labels are the words of the name. */
function labelOf(name: string): string {
  const words = name.replace(/^hs_/, '').replaceAll('_', ' ')
  return labels[name] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

function define(name: string, type: string): PropertyDefinition {
  const ownersIn = ofOwners[name]
  return {
    name,
    label: labelOf(name),
    type,
    fieldType: ownersIn ?? fieldTypes[type] ?? 'text',
    options: type === 'bool' ? yesAndNo : [],
    externalOptions: ownersIn !== undefined,
    ...(ownersIn === undefined ? {} : { referencedObjectType: 'OWNER' }),
    isCalculated: name.startsWith('hs_v2_'),
    isHubSpots: true,
  }
}

function guess(name: string): PropertyDefinition {
  const isDate = name.startsWith('hs_v2_date_') || /(date|timestamp|_at)$/.test(name)
  return { ...define(name, isDate ? 'datetime' : 'string'), isHubSpots: name.startsWith('hs_') }
}

function ownDefinition(own: OwnProperty, isHubSpots: boolean): PropertyDefinition {
  const plain = define(own.name, own.type)
  const options = own.options?.map(([value, label]) => ({ value, label }))
  return {
    ...plain,
    label: own.label ?? own.name,
    fieldType: own.fieldType ?? plain.fieldType,
    options: options ?? plain.options,
    externalOptions: own.externalOptions ?? plain.externalOptions,
    ...(own.referencedObjectType === undefined ? {} : { referencedObjectType: own.referencedObjectType }),
    isHubSpots,
  }
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
    const isHubSpots = catalogue.has(own.name) || own.name.startsWith('hs_')
    catalogue.set(own.name, ownDefinition(own, isHubSpots))
  }
  for (const name of state.table(type).propertyNames()) {
    if (!catalogue.has(name)) catalogue.set(name, guess(name))
  }
  for (const name of state.archivedProperties.get(type) ?? []) catalogue.delete(name)
  catalogue.set(createdProperty(type), define(createdProperty(type), 'datetime'))
  catalogue.set(lastModifiedProperty(type), define(lastModifiedProperty(type), 'datetime'))
  return catalogue
}

/** Every property of a type: HubSpot's own, the account's custom ones, and any that a record has. */
export function propertyCatalogue(state: AccountState, type: ObjectType): PropertyCatalogue {
  const kept = catalogues.get(state) ?? new Map<ObjectType, Kept>()
  catalogues.set(state, kept)
  const stageCount = (state.pipelines['deals'] ?? []).reduce((sum, { stages }) => sum + stages.length, 0)
  const own = state.properties[type]
  const madeOf = [state.table(type).propertyNames().size, stageCount, own?.length ?? 0].join('/')
  const found = kept.get(type)
  if (found?.madeOf === madeOf && found.own === own) return found.names
  const names = buildCatalogue(state, type)
  kept.set(type, { madeOf, own, names })
  return names
}
