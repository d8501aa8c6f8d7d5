/**
 * The client's calls of records, with answers as HubSpot wrote them. The client would make a second copy of each record
 * by a schema that checks nothing, an eighth of the work of a first fill; ours read what is used of it, and check it.
 */
import type { Client } from '@hubspot/api-client'
import { BasicApiResponseProcessor } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BasicApi.js'
import { BatchApiResponseProcessor } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BatchApi.js'
import { SearchApiResponseProcessor } from '@hubspot/api-client/lib/codegen/crm/objects/apis/SearchApi.js'
import {
  BasicApi,
  BatchApi,
  createConfiguration,
  HttpInfo,
  Observable,
  type ResponseContext,
  SearchApi,
  ServerConfiguration,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js'
import { ApiClientConfigurator } from '@hubspot/api-client/lib/src/configuration/ApiClientConfigurator.js'

/** Calls of which records come; `data` is parsed JSON that nobody has looked at, dates in it are texts. */
export interface ObjectsClient {
  getPage(
    type: string,
    page: { limit: number; after: string | undefined; properties: readonly string[] },
  ): Promise<RawAnswer>
  search(type: string, request: SearchRequest): Promise<RawAnswer>
  read(type: string, request: ReadRequest): Promise<RawAnswer>
}

export interface RawAnswer {
  headers: Record<string, string>
  data: unknown
}

type ClientOptions = NonNullable<ConstructorParameters<typeof Client>[0]>
type SearchRequest = Parameters<SearchApi['doSearch']>[1]
type ReadRequest = Parameters<BatchApi['read']>[1]

export function createObjectsClient(options: ClientOptions): ObjectsClient {
  const configuration = createConfiguration(
    ApiClientConfigurator.getParams(options, ServerConfiguration, Observable, Observable),
  )
  const pages = Object.assign(new BasicApiResponseProcessor(), { getPageWithHttpInfo: parsed })
  const results = Object.assign(new SearchApiResponseProcessor(), { doSearchWithHttpInfo: parsed })
  const batches = Object.assign(new BatchApiResponseProcessor(), { readWithHttpInfo: parsed })
  const basicApi = new BasicApi(configuration, undefined, pages)
  const searchApi = new SearchApi(configuration, undefined, results)
  const batchApi = new BatchApi(configuration, undefined, batches)
  return {
    getPage: (type, { limit, after, properties }) =>
      basicApi.getPageWithHttpInfo(type, limit, after, [...properties], undefined, undefined, false),
    search: (type, request) => searchApi.doSearchWithHttpInfo(type, request),
    read: (type, request) => batchApi.readWithHttpInfo(type, request, false),
  }
}

/** Only answers of success come here: all others were thrown on the way. */
async function parsed({ httpStatusCode, headers, body }: ResponseContext) {
  return new HttpInfo(httpStatusCode, headers, body, JSON.parse(await body.text()))
}
