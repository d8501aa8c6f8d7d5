/** Which scopes a token needs for each request. */
import type { EndpointKind } from './endpoints/call.ts'
import { type ObjectType, objectTypeOf, objectTypes, objectTypeTraits } from './object-types.ts'

/** A token needs at least one scope of each group. */
export type Demand = readonly (readonly string[])[]

const ofSettings: Partial<Record<EndpointKind, string>> = {
  owners: 'crm.objects.owners.read',
  teams: 'settings.users.teams.read',
  currencies: 'settings.currencies.read',
}

/** The scopes that a request of this kind needs, given the object types or other subjects it is about. */
export function scopesDemanded(kind: EndpointKind, subjects: readonly string[]): Demand {
  const setting = ofSettings[kind]
  if (setting !== undefined) return [[setting]]
  const types = subjects.flatMap((subject) => objectTypeOf(subject) ?? [])
  if (kind === 'properties') return types.map(describing)
  if (kind === 'pipelines') return types.map((type) => objectTypeTraits[type].scopes)
  return types.flatMap((type) => objectTypeTraits[type].scopes.map((scope) => [scope]))
}

/** The scopes of which one is enough to list a type's properties: those for its records or for its schema. */
function describing(type: ObjectType): string[] {
  const { scopes } = objectTypeTraits[type]
  return [...scopes, ...scopes.map((scope) => scope.replace('crm.objects.', 'crm.schemas.'))]
}

/** Every scope that some request needs. */
export const allScopes: readonly string[] = [
  ...new Set([...Object.values(ofSettings), ...objectTypes.flatMap((type) => objectTypeTraits[type].scopes)]),
]
