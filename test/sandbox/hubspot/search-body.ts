import type { ObjectType } from '../../../src/sandbox/hubspot/object-types.ts'
import type { aSandbox } from './sandbox.ts'

export type Filter = [propertyName: string, operator: string, value?: string | string[], highValue?: string]

/** A search body with one group of filters. */
export function searchBody(filters: Filter[], rest: object = {}) {
  const group = filters.map(([propertyName, operator, value, highValue]) => ({
    propertyName,
    operator,
    ...(Array.isArray(value) ? { values: value } : value === undefined ? {} : { value }),
    ...(highValue === undefined ? {} : { highValue }),
  }))
  return { filterGroups: [{ filters: group }], limit: 200, ...rest }
}

export async function found(
  type: ObjectType,
  { ask }: Awaited<ReturnType<typeof aSandbox>>,
  filters: Filter[],
  rest = {},
) {
  const { json } = await ask(`/crm/objects/2026-09/${type}/search`, searchBody(filters, rest))
  return json.results.map((record) => record.id)
}
