/**
 * The client's calls for records, with answers as HubSpot wrote them. The client would copy each record by a schema
 * that checks nothing, an eighth of the work of a first fill; our readers take only what is used, and check it.
 */
import type { Client } from '@hubspot/api-client'
import { BasicApiRequestFactory } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BasicApi.js'
import { BatchApiRequestFactory } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BatchApi.js'
import { SearchApiRequestFactory } from '@hubspot/api-client/lib/codegen/crm/objects/apis/SearchApi.js'
import {
  type BatchApi,
  type Configuration,
  createConfiguration,
  Observable,
  type RequestContext,
  type SearchApi,
  ServerConfiguration,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js'
import { ApiClientConfigurator } from '@hubspot/api-client/lib/src/configuration/ApiClientConfigurator.js'

/** The calls that return records. `data` is parsed JSON that has not been checked; dates in it are strings. */
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
  const [pages, searches, batches] = [
    new BasicApiRequestFactory(configuration),
    new SearchApiRequestFactory(configuration),
    new BatchApiRequestFactory(configuration),
  ]
  return {
    getPage: (type, { limit, after, properties }) =>
      answerTo(
        configuration,
        pages.getPage(type, limit, after, [...properties], undefined, undefined, false),
      ),
    search: (type, request) => answerTo(configuration, searches.doSearch(type, request)),
    read: (type, request) => answerTo(configuration, batches.read(type, request, false)),
  }
}

/** As the client's own methods send a request. Only answers of success are read: all others were thrown on the way. */
async function answerTo(
  { middleware, httpApi }: Configuration,
  made: Promise<RequestContext>,
): Promise<RawAnswer> {
  let request = await made
  for (const one of middleware) request = await one.pre(request).toPromise()
  let response = await httpApi.send(request).toPromise()
  for (const one of middleware.toReversed()) response = await one.post(response).toPromise()
  const data: unknown = JSON.parse(await response.body.text())
  return { headers: response.headers, data }
}
