import type { EndpointKind } from './endpoints/call.ts'

export interface SeenRequest {
  atMs: number
  method: string
  path: string
  kind: EndpointKind
  /** The object type or whatever else was requested: owners, currencies … */
  subject: string
  body: unknown
  /** The answer's status; 0 if the connection was cut. */
  status: number
}

export interface RequestCount {
  total: number
  byKind: Partial<Record<EndpointKind, number>>
  bySubject: Record<string, number>
  /** Keyed by method and path, with ids as `{id}`: `GET /crm/objects/2026-09/deals/{id}`. */
  byPath: Record<string, number>
  byStatus: Record<string, number>
  /** How many answers had status 429. */
  rateLimited: number
  /** The most requests that were in progress at once. */
  mostAtOnce: number
  /** The latest requests, oldest first; at least the last 2,000. */
  latest: SeenRequest[]
  reset(): void
}

const kept = 2_000

function raise(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}

export function createRequestCount(): RequestCount {
  const count: RequestCount = {
    total: 0,
    byKind: {},
    bySubject: {},
    byPath: {},
    byStatus: {},
    rateLimited: 0,
    mostAtOnce: 0,
    latest: [],
    reset() {
      Object.assign(count, { total: 0, rateLimited: 0, mostAtOnce: 0, latest: [] })
      Object.assign(count, { byKind: {}, bySubject: {}, byPath: {}, byStatus: {} })
    },
  }
  return count
}

/** Adds an answered request. */
export function noteRequest(count: RequestCount, request: SeenRequest): void {
  count.total += 1
  count.byKind[request.kind] = (count.byKind[request.kind] ?? 0) + 1
  raise(count.bySubject, request.subject)
  raise(count.byPath, `${request.method} ${request.path.replaceAll(/\/\d+(?=\/|$)/g, '/{id}')}`)
  raise(count.byStatus, String(request.status))
  if (request.status === 429) count.rateLimited += 1
  count.latest.push(request)
  if (count.latest.length > 2 * kept) count.latest = count.latest.slice(-kept)
}

/** One line for each method and path with its number of requests, in order of the paths. */
export function requestLog({ byPath }: RequestCount): string {
  const rows = Object.entries(byPath).sort(([one], [other]) => (one < other ? -1 : 1))
  return rows.map(([path, count]) => `${String(count).padStart(6)} ${path}`).join('\n')
}
