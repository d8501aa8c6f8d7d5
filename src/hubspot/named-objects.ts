/** The object types that own metrics name: which they are, whether the token may read them, and their properties. */
import type { NamedObject } from '../domain/company/people.ts'
import { isSyncedType } from '../domain/facts/facts.ts'
import type { ObjectCatalogue } from '../ports/object-catalogue.ts'
import type { AskedObject, Source } from '../ports/source.ts'
import { SourceError } from './errors.ts'
import { syncedTypeOf } from './known-types.ts'
import { nearNames } from './near-names.ts'

export function createNamedObjectReader({
  objectType,
  propertyDefinitions,
}: ObjectCatalogue): Source['objects'] {
  async function read({ name, properties }: AskedObject): Promise<NamedObject> {
    const blank = { name, type: null, label: null, asked: [...properties], types: {} }
    const finding = await objectType(name)
    if (finding.kind === 'unknown') return { ...blank, problem: 'unknownObject' }
    const label = finding.type?.label ?? null
    if (finding.kind === 'forbidden')
      return { ...blank, label, problem: 'forbidden', lacking: [...finding.lacking] }
    const type = syncedTypeOf(finding.type.id)
    // Without an id its records cannot be told from those of another type.
    if (!isSyncedType(type)) return { ...blank, label, problem: 'unknownObject' }
    const definitions = await definitionsOf(finding.type.id)
    if (definitions instanceof SourceError)
      return { ...blank, label, type, problem: 'forbidden', lacking: [...definitions.scopes] }
    return { ...blank, label, type, problem: null, ...described(properties, definitions) }
  }

  /** The error if the token may not read them: one type alone must not hold up the others. */
  async function definitionsOf(type: string): Promise<Definitions | SourceError> {
    try {
      return await propertyDefinitions(type)
    } catch (error) {
      if (error instanceof SourceError && error.fault === 'forbidden') return error
      throw error
    }
  }

  return (asked) => Promise.all(asked.map(read))
}

type Definitions = Awaited<ReturnType<ObjectCatalogue['propertyDefinitions']>>

/** What is known of the properties, and which of them an unknown one may mean. */
function described(properties: readonly string[], definitions: Definitions) {
  const found = properties.flatMap((property) => definitions.get(property) ?? [])
  const near = properties.flatMap((property) => {
    const names = definitions.has(property) ? [] : nearNames(property, definitions.values())
    return names.length === 0 ? [] : [[property, names] as const]
  })
  return {
    types: Object.fromEntries(found.map(({ name, type }) => [name, type])),
    labels: Object.fromEntries(found.map(({ name, label }) => [name, label])),
    ...(near.length > 0 && { near: Object.fromEntries(near) }),
  }
}
