import { z } from 'zod'
import type { PropertyCatalogue } from '../property-catalogue.ts'
import { invalid } from '../refusal.ts'
import { bodyAs } from './call.ts'

const operators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const

const FilterValue = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)])

const SearchFilter = z.object({
  propertyName: z.string(),
  operator: z.enum(operators),
  value: FilterValue.exactOptional(),
  highValue: FilterValue.exactOptional(),
  values: z.array(FilterValue).exactOptional(),
})

export type SearchFilter = z.output<typeof SearchFilter>

const Sort = z.union([
  z.string().transform((text) => ({
    propertyName: text.replace(/^-/, ''),
    isDescending: text.startsWith('-'),
  })),
  z
    .object({ propertyName: z.string(), direction: z.string().default('ASCENDING') })
    .transform(({ propertyName, direction }) => ({
      propertyName,
      isDescending: direction.toUpperCase().startsWith('DESC'),
    })),
])

const SearchBody = z.object({
  filterGroups: z.array(z.object({ filters: z.array(SearchFilter) })).default([]),
  filters: z.array(SearchFilter).default([]),
  sorts: z.array(Sort).default([]),
  query: z.string().nullish(),
  properties: z.array(z.string()).default([]),
  limit: z.coerce.number().default(10),
  after: z.union([z.string(), z.number().transform(String)]).nullish(),
})

export interface SearchRequest {
  groups: SearchFilter[][]
  sort: { propertyName: string; isDescending: boolean }
  query: string
  properties: string[]
  limit: number
  offset: number
}

const limits = { page: 200, depth: 10_000, query: 3_000, groups: 5, filtersInGroup: 6, filters: 18 }

function checkFilters(groups: readonly SearchFilter[][], catalogue: PropertyCatalogue): void {
  const isTooMany =
    groups.length > limits.groups ||
    groups.flat().length > limits.filters ||
    groups.some((filters) => filters.length > limits.filtersInGroup)
  if (isTooMany) {
    throw invalid(
      `Too many filters: at most ${limits.groups} filterGroups of ${limits.filtersInGroup} filters, ${limits.filters} in all.`,
    )
  }
  for (const { propertyName } of groups.flat()) {
    if (propertyName.startsWith('associations.') || catalogue.has(propertyName)) continue
    throw invalid('There was a problem with the request.', [
      {
        message: `No property with name ${propertyName} exists in this portal`,
        code: 'PROPERTY_DOESNT_EXIST',
        in: 'propertyName',
        context: { propertyName: [propertyName] },
      },
    ])
  }
}

function checkPage(limit: number, offset: number): void {
  if (!Number.isInteger(limit) || limit < 0 || limit > limits.page) {
    throw invalid(`The requested page size ${limit} is not allowed: at most ${limits.page} results a page.`)
  }
  if (!Number.isInteger(offset) || offset < 0) throw invalid('The after parameter must be a whole number.')
  if (offset + limit > limits.depth) {
    throw invalid(`Paging is limited to the first ${limits.depth} results of a search.`)
  }
}

/** Parses a search body and refuses what HubSpot refuses. If there are several sorts, the first one applies. */
export function readSearch(body: unknown, catalogue: PropertyCatalogue): SearchRequest {
  const asked = bodyAs(SearchBody, body)
  const grouped = asked.filterGroups.map((group) => group.filters)
  const groups = asked.filters.length > 0 ? [...grouped, asked.filters] : grouped
  const query = asked.query ?? ''
  if (query.length > limits.query) throw invalid(`The query is longer than ${limits.query} characters.`)
  checkFilters(groups, catalogue)
  const offset = Number(asked.after ?? '0')
  checkPage(asked.limit, offset)
  const sort = asked.sorts[0] ?? { propertyName: 'hs_object_id', isDescending: false }
  return { groups, sort, query, properties: asked.properties, limit: asked.limit, offset }
}
