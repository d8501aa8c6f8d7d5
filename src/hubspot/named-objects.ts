/** The object types that own metrics name: which they are, whether the token may read them, and their properties. */
import type { NamedObject } from '../domain/company/people.ts'
import type { ObjectCatalogue } from '../ports/object-catalogue.ts'
import type { AskedObject, Source } from '../ports/source.ts'
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
    if (finding.kind === 'forbidden')
      return {
        ...blank,
        label: finding.type?.label ?? null,
        problem: 'forbidden',
        lacking: [...finding.lacking],
      }
    const { id, label } = finding.type
    const definitions = await propertyDefinitions(id)
    const found = properties.flatMap((property) => definitions.get(property) ?? [])
    const near = properties.flatMap((property) => {
      const names = definitions.has(property) ? [] : nearNames(property, definitions.values())
      return names.length === 0 ? [] : [[property, names] as const]
    })
    return {
      ...blank,
      label,
      type: syncedTypeOf(id),
      types: Object.fromEntries(found.map(({ name: property, type }) => [property, type])),
      labels: Object.fromEntries(found.map(({ name: property, label: shown }) => [property, shown])),
      problem: null,
      ...(near.length > 0 && { near: Object.fromEntries(near) }),
    }
  }
  return (asked) => Promise.all(asked.map(read))
}
