import type { AccountState } from '../account-state.ts'
import { lastModifiedProperty, type ObjectType } from '../object-types.ts'
import { propertyCatalogue } from '../property-catalogue.ts'
import { lowerBound } from '../record-table.ts'
import { instantMs } from '../records.ts'
import type { IndexedState } from '../search-index.ts'
import { type Call, ok, type Reply, typeAt } from './call.ts'
import { type FilterSetting, type Matcher, matcherOfGroups, matchesQuery } from './search-filter.ts'
import { readSearch, type SearchFilter, type SearchRequest } from './search-request.ts'
import { shower } from './shown-record.ts'

interface Plan extends FilterSetting {
  request: SearchRequest
  /** What the groups require besides the last-modified window and the id bound. */
  matches: Matcher
  window: { fromMs: number; toMs: number }
  isWindowExact: boolean
}

function windowOf(filters: readonly SearchFilter[], type: ObjectType): Plan['window'] {
  const window = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
  for (const { propertyName, operator, value, highValue } of filters) {
    if (propertyName !== lastModifiedProperty(type) || value === undefined) continue
    const ms = instantMs(value)
    if (operator === 'GTE' || operator === 'EQ' || operator === 'BETWEEN') {
      window.fromMs = Math.max(window.fromMs, ms)
    }
    if (operator === 'GT') window.fromMs = Math.max(window.fromMs, ms + 1)
    if (operator === 'LTE' || operator === 'EQ') window.toMs = Math.min(window.toMs, ms)
    if (operator === 'LT') window.toMs = Math.min(window.toMs, ms - 1)
    if (operator === 'BETWEEN') window.toMs = Math.min(window.toMs, instantMs(highValue ?? value))
  }
  return window
}

const windowOperators: ReadonlySet<string> = new Set(['EQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN'])

function planOf(setting: FilterSetting, request: SearchRequest): Plan {
  const { groups, query } = request
  const only = groups.length === 1 ? (groups[0] ?? []) : undefined
  const byGroups = matcherOfGroups(groups, setting)
  const byQuery = matchesQuery(query)
  const modified = lastModifiedProperty(setting.type)
  return {
    ...setting,
    request,
    matches: query === '' ? byGroups : (candidate) => byGroups(candidate) && byQuery(candidate),
    window:
      only === undefined
        ? { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
        : windowOf(only, setting.type),
    isWindowExact:
      query === '' &&
      (groups.length === 0 ||
        (only?.every((f) => f.propertyName === modified && windowOperators.has(f.operator)) ?? false)),
  }
}

function matchingIds(plan: Plan, pending: ReadonlyMap<string, IndexedState>): number[] {
  const table = plan.state.table(plan.type)
  const ids = table.modifiedWithin(plan.window.fromMs, plan.window.toMs).filter((idNumber) => {
    if (pending.size === 0 && plan.isWindowExact) return true
    const id = String(idNumber)
    if (pending.has(id)) return false
    const record = table.find(id)
    return record !== undefined && plan.matches({ id, values: record.properties })
  })
  for (const [id, values] of pending) {
    const record = table.find(id)
    if (values === undefined || record === undefined || record.archived) continue
    if (plan.matches({ id, values })) ids.push(Number(id))
  }
  return ids
}

function sorted(plan: Plan, ids: number[]): number[] {
  const { propertyName, isDescending } = plan.request.sort
  const sign = isDescending ? -1 : 1
  if (propertyName === 'hs_object_id') return ids.sort((a, b) => sign * (a - b))
  if (propertyName === lastModifiedProperty(plan.type) && !isDescending) return ids
  const kind = plan.catalogue.get(propertyName)?.type ?? 'string'
  const keyOf = (id: number) => {
    const value = plan.state.table(plan.type).find(String(id))?.properties[propertyName] ?? ''
    if (kind === 'number') return Number(value)
    return kind === 'datetime' || kind === 'date' ? instantMs(value) : value
  }
  const keyed = ids.map((id) => ({ id, key: keyOf(id) }))
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : a.id - b.id))
  return keyed.map(({ id }) => id)
}

const kept = new WeakMap<AccountState, Map<string, { version: number; ids: number[] }>>()
const keptQueries = 12

/** The matching ids, in order. A repeated query on an unchanged table is answered from a cache. */
function orderedIds(plan: Plan): number[] {
  const { state, type, request } = plan
  const pending = state.searchIndex.pending(type, state.now())
  if (pending.size > 0) return sorted(plan, matchingIds(plan, pending))
  const answers = kept.get(state) ?? new Map<string, { version: number; ids: number[] }>()
  kept.set(state, answers)
  const key = JSON.stringify([type, request.groups, request.sort, request.query])
  const version = state.table(type).version()
  const found = answers.get(key)
  if (found?.version === version) return found.ids
  const ids = sorted(plan, matchingIds(plan, pending))
  answers.delete(key)
  answers.set(key, { version, ids })
  const oldest = answers.keys().next().value
  if (answers.size > keptQueries && oldest !== undefined) answers.delete(oldest)
  return ids
}

/** Splits off the `id > last` filter of keyset paging, so that all pages of a scan share one cached answer. */
function withoutIdBound(request: SearchRequest): { request: SearchRequest; aboveId: number } {
  const filters = request.groups[0]
  const isById = request.sort.propertyName === 'hs_object_id' && !request.sort.isDescending
  if (!isById || request.groups.length !== 1 || filters === undefined) return { request, aboveId: -1 }
  const isBound = (filter: SearchFilter) =>
    filter.propertyName === 'hs_object_id' && filter.operator === 'GT' && /^\d+$/.test(filter.value ?? '')
  const aboveId = Math.max(-1, ...filters.filter(isBound).map((filter) => Number(filter.value)))
  return { request: { ...request, groups: [filters.filter((filter) => !isBound(filter))] }, aboveId }
}

/** Live records, matched by what the search index knows but shown with their present values. */
export function searchObjects(call: Call): Reply {
  const { state } = call
  const type = typeAt(call, 0)
  const catalogue = propertyCatalogue(state, type)
  const { request, aboveId } = withoutIdBound(readSearch(call.body, catalogue))
  const ids = orderedIds(planOf({ state, type, catalogue }, request))
  const start = aboveId < 0 ? 0 : lowerBound(ids, (id) => id <= aboveId)
  const end = start + request.offset + request.limit
  const show = shower(state, type, { properties: request.properties, history: [], associations: [] })
  const results = ids
    .slice(start + request.offset, end)
    .flatMap((id) => state.table(type).find(String(id)) ?? [])
    .map(show)
  const answer = { total: ids.length - start, results }
  if (end >= ids.length) return ok(answer)
  return ok({ ...answer, paging: { next: { after: String(request.offset + request.limit) } } })
}
