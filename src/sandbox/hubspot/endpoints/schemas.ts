import type { OwnSchema } from '../account-data.ts'
import { propertyCatalogue } from '../property-catalogue.ts'
import { unknownType } from '../refusal.ts'
import { type Call, ok, type Reply } from './call.ts'
import { shownProperty } from './properties.ts'

/** A schema as shown. Definitions of properties are left out unless they are asked for. */
function shownSchema({ state, query }: Call, schema: OwnSchema): object {
  const isWhole = query.get('includePropertyDefinitions') === 'true'
  const properties = isWhole ? [...propertyCatalogue(state, schema.objectTypeId).values()] : []
  return {
    ...schema,
    id: schema.objectTypeId.replace('2-', ''),
    archived: false,
    properties: properties.map(shownProperty),
    associations: [],
    requiredProperties: [],
    searchableProperties: [],
    secondaryDisplayProperties: [],
  }
}

/** The object types that the account defined itself, all in one answer. */
export function listSchemas(call: Call): Reply {
  if (call.query.get('archived') === 'true') return ok({ results: [] })
  return ok({ results: call.state.schemas.map((schema) => shownSchema(call, schema)) })
}

export function getSchema(call: Call): Reply {
  const [name = ''] = call.parts
  const schema = call.state.schemas.find(
    ({ objectTypeId, fullyQualifiedName }) => objectTypeId === name || fullyQualifiedName === name,
  )
  if (schema === undefined) throw unknownType(name)
  return ok(shownSchema(call, schema))
}
