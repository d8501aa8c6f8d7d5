import type { AccountState } from '../account-state.ts'
import { typeNamed } from '../account-types.ts'
import { linksOf } from '../associations.ts'
import type { ObjectType } from '../object-types.ts'
import type { PropertyCatalogue } from '../property-catalogue.ts'
import { instantMs, type PropertyValues } from '../records.ts'
import { invalid } from '../refusal.ts'
import type { SearchFilter } from './search-request.ts'

export interface Candidate {
  id: string
  values: PropertyValues
}

export type Matcher = (candidate: Candidate) => boolean

export interface FilterSetting {
  state: AccountState
  type: ObjectType
  catalogue: PropertyCatalogue
}

type Comparable = number | string

/** Numbers and instants compare by value, everything else as text regardless of case. */
function reader(kind: string): (value: string) => Comparable {
  if (kind === 'number') return Number
  if (kind === 'datetime' || kind === 'date') return instantMs
  return (value) => value.toLowerCase()
}

function bound(filter: SearchFilter, read: (value: string) => Comparable, value = filter.value): Comparable {
  if (value === undefined) throw invalid(`The filter on ${filter.propertyName} has no value.`)
  const comparable = read(value)
  if (typeof comparable === 'number' && Number.isNaN(comparable)) {
    throw invalid(`${value} is not a valid value of ${filter.propertyName}.`)
  }
  return comparable
}

function tokensOf(value: string): string[] {
  return value.toLowerCase().split(/[^\p{L}\p{N}]+/u)
}

type Test = (value: string) => boolean

function testOf(filter: SearchFilter, read: (value: string) => Comparable): Test {
  const { operator } = filter
  if (operator === 'IN' || operator === 'NOT_IN') {
    const set = new Set((filter.values ?? []).map(read))
    return (value) => set.has(read(value)) === (operator === 'IN')
  }
  if (operator === 'CONTAINS_TOKEN' || operator === 'NOT_CONTAINS_TOKEN') {
    const token = (filter.value ?? '').toLowerCase().replaceAll('*', '')
    return (value) =>
      tokensOf(value).some((part) => part.startsWith(token)) === (operator === 'CONTAINS_TOKEN')
  }
  const low = bound(filter, read)
  if (operator === 'EQ') return (value) => read(value) === low
  if (operator === 'NEQ') return (value) => read(value) !== low
  if (operator === 'LT') return (value) => read(value) < low
  if (operator === 'LTE') return (value) => read(value) <= low
  if (operator === 'GT') return (value) => read(value) > low
  if (operator === 'GTE') return (value) => read(value) >= low
  const high = bound(filter, read, filter.highValue)
  return (value) => read(value) >= low && read(value) <= high
}

function associationMatcher(filter: SearchFilter, { state, type }: FilterSetting): Matcher {
  const to = typeNamed(state, filter.propertyName.replace('associations.', ''))
  if (to === undefined) throw invalid(`${filter.propertyName} is not an association.`)
  const ids = new Set(filter.values ?? (filter.value === undefined ? [] : [filter.value]))
  return ({ id }) => linksOf(state, { type, id, to }).some((link) => ids.has(link.id))
}

function matcherOf(filter: SearchFilter, setting: FilterSetting): Matcher {
  const { propertyName, operator } = filter
  if (propertyName.startsWith('associations.')) return associationMatcher(filter, setting)
  if (setting.type === 'contacts' && propertyName === 'hs_lastmodifieddate') return () => false
  const given = ({ values }: Candidate) => {
    const value = values[propertyName]
    return value === null || value === undefined || value === '' ? undefined : value
  }
  if (operator === 'HAS_PROPERTY') return (candidate) => given(candidate) !== undefined
  if (operator === 'NOT_HAS_PROPERTY') return (candidate) => given(candidate) === undefined
  const test = testOf(filter, reader(setting.catalogue.get(propertyName)?.type ?? 'string'))
  return (candidate) => {
    const value = given(candidate)
    return value !== undefined && test(value)
  }
}

/** Matches records that satisfy all filters of at least one group. Without groups everything matches. */
export function matcherOfGroups(groups: readonly SearchFilter[][], setting: FilterSetting): Matcher {
  const compiled = groups.map((filters) => filters.map((filter) => matcherOf(filter, setting)))
  if (compiled.length === 0) return () => true
  return (candidate) => compiled.some((matchers) => matchers.every((matches) => matches(candidate)))
}

/** Matches records in which each word of the query is the beginning of some word of the record's texts. */
export function matchesQuery(query: string): Matcher {
  const words = tokensOf(query).filter((word) => word !== '')
  return ({ values }) => {
    const tokens = Object.values(values).flatMap((value) => (value === null ? [] : tokensOf(value)))
    return words.every((word) => tokens.some((token) => token.startsWith(word)))
  }
}
