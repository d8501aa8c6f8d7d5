/** Reads pages of records and turns them into facts; a record that cannot be read is listed and left out. */
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js'
import type { SyncedType } from '../domain/facts/facts.ts'
import type { DatedSource } from '../ports/dated-source.ts'
import type { FactPage, Source } from '../ports/source.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { toRawPage, totalIn } from './raw-page.ts'
import type { RecordTypeOf } from './record-type-of.ts'
import { readRecords } from './records/read-records.ts'
import { type RecordType, rawId } from './records/record.ts'
import type { Transport } from './transport.ts'
import { idIn } from './values.ts'

/** HubSpot's largest page sizes. */
const LIST_LIMIT = 100
const SEARCH_LIMIT = 200

interface Searching {
  type: SyncedType
  recordType: RecordType
  cursor: string | null
}

type SearchRequest = Parameters<HubSpotClient['objects']['search']>[1]

export function createPageReader(
  client: HubSpotClient,
  transport: Transport,
  recordTypeOf: RecordTypeOf,
): Required<Pick<Source, 'listPage' | 'changedPage' | 'pageFromAbove' | 'count'>> &
  Pick<DatedSource, 'datedPage'> {
  /** One page of search. The next one begins after this one's last id, in the order of the request. */
  async function searched(
    { type, recordType, cursor }: Searching,
    request: SearchRequest,
    endOf: (records: readonly unknown[], type: SyncedType, cursor: string | null) => string | null,
  ): Promise<FactPage> {
    const ask = () => client.objects.search(type, request)
    const page = await transport.call({ kind: 'search', what: type }, ask, toRawPage)
    const end = endOf(page.records, type, cursor)
    const hasMore = page.after !== null || page.records.length >= SEARCH_LIMIT
    if (hasMore && end === cursor) throw repeatedPage(type)
    const { serverTime } = page
    return { ...readRecords(page.records, recordType), next: hasMore ? end : null, serverTime }
  }

  return {
    async listPage(type, cursor, named) {
      const recordType = await recordTypeOf(type, named)
      const page = await transport.call(
        { kind: 'general', what: type },
        () =>
          client.objects.getPage(type, {
            limit: LIST_LIMIT,
            after: cursor ?? undefined,
            properties: recordType.properties,
          }),
        toRawPage,
      )
      if (page.after !== null && page.after === cursor) throw repeatedPage(type)
      return { ...readRecords(page.records, recordType), next: page.after, serverTime: page.serverTime }
    },

    async changedPage(type, window, cursor, named) {
      const recordType = await recordTypeOf(type, named)
      return searched({ type, recordType, cursor }, searchRequest(recordType, window, cursor), lastId)
    },

    async pageFromAbove(type, cursor, named) {
      const recordType = await recordTypeOf(type, named)
      return searched({ type, recordType, cursor }, downwardRequest(recordType, cursor), lowestId)
    },

    async datedPage(type, span, cursor, named) {
      const recordType = await recordTypeOf(type, named)
      return searched({ type, recordType, cursor }, datedRequest(recordType, span, cursor), lowestId)
    },

    async count(type) {
      const one = { limit: 1, properties: [], filterGroups: [], sorts: [] }
      return transport.call({ kind: 'search', what: type }, () => client.objects.search(type, one), totalIn)
    },
  }
}

/**
 * A fixed window and a keyset on the id: an offset would skip records that change during the pass, and ends at 10,000.
 */
function searchRequest(
  { stamp, properties }: RecordType,
  window: { from: number; to: number },
  cursor: string | null,
) {
  const { Gte, Lt, Gt } = FilterOperatorEnum
  const filters = [
    { propertyName: stamp, operator: Gte, value: String(window.from) },
    { propertyName: stamp, operator: Lt, value: String(window.to) },
    { propertyName: 'hs_object_id', operator: Gt, value: cursor ?? '0' },
  ]
  return {
    filterGroups: [{ filters }],
    sorts: ['hs_object_id'],
    properties: [...properties],
    limit: SEARCH_LIMIT,
  }
}

/** From the highest id down; a leading '-' means descending. */
function downwardRequest({ properties }: RecordType, cursor: string | null) {
  const below = { propertyName: 'hs_object_id', operator: FilterOperatorEnum.Lt, value: cursor ?? '' }
  return {
    filterGroups: cursor === null ? [] : [{ filters: [below] }],
    sorts: ['-hs_object_id'],
    properties: [...properties],
    limit: SEARCH_LIMIT,
  }
}

/** The same among the records with a date in a span. */
function datedRequest(
  recordType: RecordType,
  { property, from, to }: { property: string; from: number; to: number },
  cursor: string | null,
) {
  const { Gte, Lt } = FilterOperatorEnum
  const downward = downwardRequest(recordType, cursor)
  const filters = [
    { propertyName: property, operator: Gte, value: String(from) },
    { propertyName: property, operator: Lt, value: String(to) },
    ...downward.filterGroups.flatMap((group) => group.filters),
  ]
  return { ...downward, filterGroups: [{ filters }] }
}

/** The last and lowest id of a descending page. */
function lowestId(records: readonly unknown[], type: SyncedType, cursor: string | null): string | null {
  let lowest = cursor
  for (const record of records) {
    const id = idIn(rawId(record))
    if (id === null) continue
    if (lowest !== null && Number(id) >= Number(lowest)) throw outOfOrder(type, id)
    lowest = id
  }
  return lowest
}

/** The last and highest id of a search page. A page out of order may lack records, so the pass must be repeated. */
function lastId(records: readonly unknown[], type: SyncedType, cursor: string | null): string | null {
  let last = cursor
  for (const record of records) {
    const id = idIn(rawId(record))
    if (id === null) continue
    const [now, before] = [Number(id), Number(last ?? 0)]
    if (now < before || id === cursor) throw outOfOrder(type, id)
    last = id
  }
  return last
}

function outOfOrder(type: SyncedType, id: string): SourceError {
  const message = `HubSpot's search gave ${type} out of order (at ${id}), so some may be missing. The pass is repeated.`
  return new SourceError('unreachable', message, { what: type, status: 200 })
}

function repeatedPage(type: SyncedType): SourceError {
  const message = `HubSpot keeps returning the same page of ${type}. The pass is repeated later.`
  return new SourceError('unreachable', message, { what: type, status: 200 })
}
