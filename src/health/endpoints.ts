/** The bot's own pages, for its operator: whether it is alive, whether it is ready, and how far behind it is. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Gauge, type Registry } from 'prom-client'
import { objectName } from '../domain/company/object-names.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

export interface Endpoint {
  path: string
  method: string
  handler: (request: IncomingMessage, response: ServerResponse) => void
}

export interface EndpointsPorts {
  store: Pick<Store, 'schemaVersion' | 'cursors' | 'passes' | 'facts' | 'deliveries' | 'directory'>
  clock: Clock
  /** Whether Slack is connected. */
  isConnected: () => boolean
  registry: Registry
}

/** `/healthz`: the process runs. `/readyz`: the tables exist and Slack is connected. `/metrics`: for Prometheus. */
export function createEndpoints(ports: EndpointsPorts): Endpoint[] {
  const { registry } = ports
  registerGauges(ports)
  return [
    page('/healthz', async () => ({ status: 200, text: 'ok\n' })),
    page('/readyz', () => readiness(ports)),
    page('/metrics', async () => ({
      status: 200,
      text: await registry.metrics(),
      type: registry.contentType,
    })),
  ]
}

interface Shown {
  status: number
  text: string
  type?: string
}

function page(path: string, show: () => Promise<Shown>): Endpoint {
  return {
    path,
    method: 'GET',
    handler(_request, response) {
      show().then(
        (shown) => send(response, shown),
        (error) =>
          send(response, { status: 503, text: `${error instanceof Error ? error.message : error}\n` }),
      )
    },
  }
}

function send(response: ServerResponse, { status, text, type = 'text/plain; charset=utf-8' }: Shown): void {
  response.writeHead(status, { 'Content-Type': type }).end(text)
}

async function readiness({ store, isConnected }: EndpointsPorts): Promise<Shown> {
  const version = await store.schemaVersion()
  if (version === 0) return { status: 503, text: 'the tables do not exist yet\n' }
  return isConnected() ? { status: 200, text: 'ready\n' } : { status: 503, text: 'Slack is not connected\n' }
}

/** Read from the store at each scrape, so a restart loses nothing. */
function registerGauges({ store, clock, registry }: EndpointsPorts): void {
  const namer = async () => {
    const objects = await store.directory.objects()
    return (type: string) => objectName(type, objects)
  }
  new Gauge({
    name: 'scoreline_lag_seconds',
    help: 'Seconds since a type of records was last complete',
    labelNames: ['type'],
    registers: [registry],
    async collect() {
      this.reset()
      const nameOf = await namer()
      for (const { type, asOf } of await store.cursors.read()) {
        if (asOf !== null) this.set({ type: nameOf(type) }, Math.max(0, (clock.now() - asOf) / 1000))
      }
    },
  })
  new Gauge({
    name: 'scoreline_pass_age_seconds',
    help: 'Seconds since a pass other than the polls was last complete, by pass and type',
    labelNames: ['pass', 'type'],
    registers: [registry],
    async collect() {
      this.reset()
      const nameOf = await namer()
      for (const { pass, type, endedAt } of await store.passes.read()) {
        if (endedAt !== null)
          this.set({ pass, type: nameOf(type) }, Math.max(0, (clock.now() - endedAt) / 1000))
      }
    },
  })
  new Gauge({
    name: 'scoreline_skipped_records',
    help: 'Records that could not be read, by type',
    labelNames: ['type'],
    registers: [registry],
    async collect() {
      this.reset()
      const nameOf = await namer()
      for (const { type, count } of await store.facts.countSkipped()) this.set({ type: nameOf(type) }, count)
    },
  })
  new Gauge({
    name: 'scoreline_deliveries',
    help: 'The latest 1000 deliveries by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const { state } of await store.deliveries.list(1000)) this.inc({ state })
    },
  })
}
