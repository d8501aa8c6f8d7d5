/** Values in conditions that the property does not have in HubSpot: mostly labels, where values are compared. */
import type { Condition, OwnMetric } from '../../domain/company/own-metrics.ts'
import { recordsOf } from '../../domain/company/own-metrics.ts'
import type { NamedObject } from '../../domain/company/people.ts'
import type { ObjectCatalogue, PropertyDefinition } from '../../ports/object-catalogue.ts'

export interface UnknownValue {
  property: string
  text: string
  /** The value with this label; `null`: there is none. */
  meant: string | null
  /** The choices that the property has. */
  known: PropertyDefinition['options']
}

/** Of properties that have choices. Choices that are records have none here. */
export async function unknownValues(
  { propertyDefinitions }: Pick<ObjectCatalogue, 'propertyDefinitions'>,
  metric: OwnMetric,
  object: NamedObject | undefined,
): Promise<UnknownValue[]> {
  const conditions = recordsOf(metric)?.where ?? []
  if (!object?.type || conditions.length === 0) return []
  const definitions = await propertyDefinitions(object.type)
  return conditions.flatMap((condition) => {
    const known = definitions.get(condition.property)?.options ?? []
    if (known.length === 0) return []
    return textsIn(condition)
      .filter((text) => !known.some(({ value }) => folded(value) === folded(text)))
      .map((text) => ({
        property: condition.property,
        text,
        meant: known.find(({ label }) => folded(label) === folded(text))?.value ?? null,
        known,
      }))
  })
}

function textsIn(condition: Condition): readonly string[] {
  if ('is' in condition) return condition.is
  return 'isNot' in condition ? condition.isNot : []
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}
