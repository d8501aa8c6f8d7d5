/** Reads pages of records and turns them into facts; a record that cannot be read is named and left out. */
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js'
import type { Fact, FactType } from '../domain/facts.ts'
import type { FactPage, SkippedRecord, Source } from '../ports.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError, UnreadableRecord } from './errors.ts'
import { toRawPage } from './raw-page.ts'
import { type RecordType, rawId } from './records/record.ts'
import { RECORD_TYPES } from './records/record-types.ts'
import type { Transport } from './transport.ts'
import { idIn } from './values.ts'

/** HubSpot's largest pages. */
const LIST_LIMIT = 100
const SEARCH_LIMIT = 200

export function createPageReader(
  client: HubSpotClient,
  transport: Transport,
): Required<Pick<Source, 'listPage' | 'changedPage' | 'count'>> {
  return {
    async listPage(type, cursor) {
      const { properties } = RECORD_TYPES[type]
      const page = await transport.call({ kind: 'general', what: type }, async () =>
        toRawPage(
          await client.crm.objects.basicApi.getPageWithHttpInfo(
            type,
            LIST_LIMIT,
            cursor ?? undefined,
            [...properties],
            undefined,
            undefined,
            false,
          ),
        ),
      )
      if (page.after !== null && page.after === cursor) throw standsStill(type)
      return { ...toFacts(page.records, RECORD_TYPES[type]), next: page.after, serverTime: page.serverTime }
    },

    async changedPage(type, window, cursor) {
      const request = searchRequest(RECORD_TYPES[type], window, cursor)
      const page = await transport.call({ kind: 'search', what: type }, async () =>
        toRawPage(await client.crm.objects.searchApi.doSearchWithHttpInfo(type, request)),
      )
      const last = lastId(page.records, type, cursor)
      const hasMore = page.after !== null || page.records.length >= SEARCH_LIMIT
      if (hasMore && last === cursor) throw standsStill(type)
      return {
        ...toFacts(page.records, RECORD_TYPES[type]),
        next: hasMore ? last : null,
        serverTime: page.serverTime,
      }
    },

    async count(type) {
      const one = { limit: 1, properties: [], filterGroups: [], sorts: [] }
      const { total } = await transport.call({ kind: 'search', what: type }, () =>
        client.crm.objects.searchApi.doSearch(type, one),
      )
      return total
    },
  }
}

/**
 * A fixed window and a keyset on the id: an offset would skip records that change while it is read, and ends at 10,000.
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

function toFacts(records: readonly unknown[], recordType: RecordType): Pick<FactPage, 'facts' | 'skipped'> {
  const facts = new Map<string, Fact>()
  const skipped: SkippedRecord[] = []
  for (const record of records) {
    try {
      const fact = recordType.toFact(record)
      const same = facts.get(fact.id)
      if (!same || same.modifiedAt <= fact.modifiedAt) facts.set(fact.id, fact)
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error
      skipped.push({ id: rawId(record), reason: error.message })
    }
  }
  return { facts: [...facts.values()], skipped }
}

/** The highest id of a page of search. A page out of order may lack records, so the whole pass must be repeated. */
function lastId(records: readonly unknown[], type: FactType, cursor: string | null): string | null {
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

function outOfOrder(type: FactType, id: string): SourceError {
  const message = `HubSpot's search gave ${type} out of order (at ${id}), so some may be missing. The pass is repeated.`
  return new SourceError('unreachable', message, { what: type, status: 200 })
}

function standsStill(type: FactType): SourceError {
  const message = `HubSpot gives the same page of ${type} again and again. The pass is repeated later.`
  return new SourceError('unreachable', message, { what: type, status: 200 })
}
