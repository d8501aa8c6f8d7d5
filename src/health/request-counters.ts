/** Counts the requests to HubSpot for `/metrics`. */
import { Counter, Registry } from 'prom-client'

/** A request that ended; `status` is `null` if no answer came. */
export interface EndedRequest {
  kind: string
  type: string
  status: number | null
}

export interface RequestCounters {
  registry: Registry
  /** Counts a request. */
  onRequest(request: EndedRequest): void
}

export function createRequestCounters(): RequestCounters {
  const registry = new Registry()
  const requests = new Counter({
    name: 'scoreline_hubspot_requests_total',
    help: 'Requests to HubSpot by kind, type and status',
    labelNames: ['kind', 'type', 'status'],
    registers: [registry],
  })
  const limited = new Counter({
    name: 'scoreline_hubspot_limited_total',
    help: 'Requests that HubSpot answered with 429, by kind',
    labelNames: ['kind'],
    registers: [registry],
  })
  return {
    registry,
    onRequest({ kind, type, status }) {
      requests.inc({ kind, type, status: status ?? 'none' })
      limited.inc({ kind }, status === 429 ? 1 : 0)
    },
  }
}
