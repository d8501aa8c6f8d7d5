/** The object types of an account: those that every account has, and those that it defined itself. */
import type { AccountData, OwnSchema } from './account-data.ts'
import {
  customScope,
  isCustom,
  type ObjectType,
  type ObjectTypeTraits,
  objectTypes,
  objectTypeTraits,
  type StandardType,
} from './object-types.ts'

/** An account as far as its types are concerned. */
export type TypeHolder = Pick<AccountData, 'schemas'>

const standardByName: ReadonlyMap<string, StandardType> = new Map(
  objectTypes.flatMap((type): [string, StandardType][] => {
    const { singular, typeId, isPluralOnly = false } = objectTypeTraits[type]
    return [
      [type, type],
      [typeId, type],
      ...(isPluralOnly ? [] : [[singular, type] satisfies [string, StandardType]]),
    ]
  }),
)

/**
 * The type that a path names: by plural, singular (in any case) or type id (`deals`, `Deal`, `0-3`), or for a type of the
 * account's own by type id or fully qualified name. HubSpot does not know the latter by the plain name.
 */
export function typeNamed({ schemas }: TypeHolder, name: string): ObjectType | undefined {
  if (name === 'goals') return 'goal_targets'
  const own = schemas.find((schema) => schema.objectTypeId === name || schema.fullyQualifiedName === name)
  return own?.objectTypeId ?? standardByName.get(name.toLowerCase())
}

export function allTypes({ schemas }: TypeHolder): ObjectType[] {
  return [...objectTypes, ...schemas.map(({ objectTypeId }) => objectTypeId)]
}

function schemaOf({ schemas }: TypeHolder, type: ObjectType): OwnSchema | undefined {
  return schemas.find(({ objectTypeId }) => objectTypeId === type)
}

export function traitsOf(account: TypeHolder, type: ObjectType): ObjectTypeTraits {
  if (!isCustom(type)) return { ...objectTypeTraits[type], plural: type }
  const { name = type, fullyQualifiedName = type } = schemaOf(account, type) ?? {}
  return {
    typeId: type,
    singular: name,
    plural: fullyQualifiedName,
    defaults: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
    scopes: [customScope],
  }
}
