/** HubSpot's client, with our own connections, and with every answer checked before the client reads it. */
import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import { Client } from '@hubspot/api-client'
import { sendBufferedRequest } from '@hubspot/api-client/lib/src/services/http/Transport.js'
import { z } from 'zod'
import type { RateLimit } from '../ports/leases.ts'
import type { WebProxy } from '../ports/web-proxy.ts'
import { BadAnswer, GarbledAnswer } from './errors.ts'
import { createObjectsClient, type ObjectsClient } from './objects.ts'
import { datedUrl } from './paths.ts'

export interface ClientOptions {
  token: string
  baseUrl: string
  timeoutMs: number
  /** `null`: HubSpot is reached directly. */
  proxy: WebProxy | null
  /** Called with each 10-second limit that an answer states. */
  onLimit: (limit: RateLimit) => void
}

export interface HubSpotClient {
  /** The typed methods. The client's own limiter and retries stay off: `Transport` does both. */
  crm: Omit<Client['crm'], 'objects'>
  objects: ObjectsClient
  settings: Client['settings']
  /** The parsed JSON of a GET, for paths that have no typed method. */
  get(path: string, query?: Record<string, string>): Promise<unknown>
}

export function createClient({ token, baseUrl, timeoutMs, proxy, onLimit }: ClientOptions): HubSpotClient {
  const basePath = baseUrl.replace(/\/+$/, '')
  const agent = createAgent(basePath, timeoutMs, proxy)
  const configuration = {
    accessToken: token,
    basePath,
    httpAgent: agent,
    middleware: [
      {
        pre: (request: ClientRequest) => {
          request.setUrl(datedUrl(request.getUrl()))
          return request
        },
        post: async (response: unknown) => {
          await examine(response, onLimit)
          return response
        },
      },
    ],
  }
  const client = new Client(configuration)
  return {
    crm: client.crm,
    objects: createObjectsClient(configuration),
    settings: client.settings,
    async get(path, query) {
      // The client's own `apiRequest` leaves out the agent, and with it the proxy and the time limit.
      const url = `${basePath}${path}${query ? `?${new URLSearchParams(query)}` : ''}`
      const { status, headers, text } = await sendBufferedRequest(url, {
        headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
        agent,
      })
      await examine({ httpStatusCode: status, headers, body: { text } }, onLimit)
      const answer: unknown = JSON.parse(await text())
      return answer
    },
  }
}

/** Keeps connections alive, and closes those that are silent for `timeoutMs`: the client has no timeout of its own. */
function createAgent(basePath: string, timeoutMs: number, proxy: WebProxy | null): http.Agent {
  const options = { keepAlive: true, timeout: timeoutMs, ...(proxy && { proxyEnv: variablesOf(proxy) }) }
  const agent = basePath.startsWith('https:') ? new https.Agent(options) : new http.Agent(options)
  const closeWhenSilent = (socket: Duplex | null | undefined) => {
    if (socket && 'setTimeout' in socket && typeof socket.setTimeout === 'function') {
      socket.setTimeout(timeoutMs, () => socket.destroy())
    }
  }
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (connection, callback) => {
    // A connection through a proxy is handed to the callback, once the proxy has opened it.
    const socket = connect(connection, (error, opened) => {
      closeWhenSilent(opened)
      callback?.(error, opened)
    })
    closeWhenSilent(socket)
    return socket
  }
  return agent
}

/** As Node's agents want it. */
function variablesOf({ http, https, except }: WebProxy): Record<string, string> {
  return { ...(http !== null && { HTTP_PROXY: http }), HTTPS_PROXY: https, NO_PROXY: except }
}

/** What the client's middleware receives before a request is sent. */
interface ClientRequest {
  getUrl(): string
  setUrl(url: string): void
}

/** What the middleware receives after the answer. */
const Answer = z.object({
  httpStatusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.custom<{ text(): Promise<string> }>((body) => typeof body === 'object'),
})

/** Reports the limit that an answer states, and throws `BadAnswer` unless its status is 2xx. */
async function examine(response: unknown, onLimit: ClientOptions['onLimit']): Promise<void> {
  const { httpStatusCode: status, headers, body } = Answer.parse(response)
  const limit = limitIn(headers)
  if (limit) onLimit(limit)
  if (status >= 200 && status < 300) return
  throw new BadAnswer(status, retryAfterMsIn(headers), await body.text())
}

function limitIn(headers: Record<string, string>): RateLimit | undefined {
  const max = Number(headers['x-hubspot-ratelimit-max'])
  const intervalMs = Number(headers['x-hubspot-ratelimit-interval-milliseconds'])
  return max > 0 && intervalMs > 0 ? { max, intervalMs } : undefined
}

/** Retry-After is a number of seconds, or a date, which is compared with the answer's own Date header. */
function retryAfterMsIn(headers: Record<string, string>): number | null {
  const text = headers['retry-after']
  if (text === undefined) return null
  const waitMs = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.parse(headers['date'] ?? '')
  return waitMs >= 0 ? waitMs : null
}

/** When HubSpot answered, by its own clock: the only time from which a cursor may be made. */
export function serverTimeIn(headers: Record<string, string>): number {
  const at = Date.parse(headers['date'] ?? '')
  if (Number.isNaN(at)) throw new GarbledAnswer('an answer without a readable Date header')
  return at
}
