import { type PropertyDefinition, propertyCatalogue } from '../property-catalogue.ts'
import { notFound } from '../refusal.ts'
import { type Call, ok, type Reply, typeAt } from './call.ts'

export function shownProperty(definition: PropertyDefinition): object {
  const { referencedObjectType, isCalculated, isHubSpots, options, ...rest } = definition
  return {
    ...rest,
    groupName: 'information',
    description: '',
    options: options.map((option, displayOrder) => ({ ...option, displayOrder, hidden: false })),
    ...(referencedObjectType === undefined ? {} : { referencedObjectType }),
    calculated: isCalculated,
    archived: false,
    hubspotDefined: isHubSpots,
    hasUniqueValue: false,
    hidden: false,
    formField: false,
  }
}

export function listProperties(call: Call): Reply {
  if (call.query.get('archived') === 'true') return ok({ results: [] })
  const catalogue = propertyCatalogue(call.state, typeAt(call, 0))
  return ok({ results: [...catalogue.values()].map(shownProperty) })
}

export function getProperty(call: Call): Reply {
  const definition = propertyCatalogue(call.state, typeAt(call, 0)).get(call.parts[1] ?? '')
  if (definition === undefined) throw notFound('Property not found')
  return ok(shownProperty(definition))
}
