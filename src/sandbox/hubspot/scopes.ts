/** Which scopes a token needs for each request. */
import { type TypeHolder, traitsOf, typeNamed } from './account-types.ts'
import type { EndpointKind } from './endpoints/call.ts'
import { customScope, objectTypes, objectTypeTraits } from './object-types.ts'

/** A token needs at least one scope of each group. */
export type Demand = readonly (readonly string[])[]

const ofSettings: Partial<Record<EndpointKind, string>> = {
  owners: 'crm.objects.owners.read',
  teams: 'settings.users.teams.read',
  currencies: 'settings.currencies.read',
  schemas: 'crm.schemas.custom.read',
}

/** The scopes that a request of this kind needs, given the object types or other subjects it is about. */
export function scopesDemanded(
  account: TypeHolder,
  { kind, subjects }: { kind: EndpointKind; subjects: readonly string[] },
): Demand {
  const setting = ofSettings[kind]
  if (setting !== undefined) return [[setting]]
  const demands = subjects.flatMap((subject) => {
    const type = typeNamed(account, subject)
    return type === undefined ? [] : [traitsOf(account, type).scopes]
  })
  if (kind === 'properties') return demands.map(describing)
  return kind === 'pipelines' ? demands : demands.flatMap((scopes) => scopes.map((scope) => [scope]))
}

/** Any one of these scopes is enough to list the properties of a type: those for its records or for its schema. */
function describing(scopes: readonly string[]): string[] {
  return [...new Set([...scopes, ...scopes.map((scope) => scope.replace('crm.objects.', 'crm.schemas.'))])]
}

/** Every scope that some request needs. */
export const allScopes: readonly string[] = [
  ...new Set([
    ...Object.values(ofSettings),
    ...objectTypes.flatMap((type) => objectTypeTraits[type].scopes),
    customScope,
  ]),
]
